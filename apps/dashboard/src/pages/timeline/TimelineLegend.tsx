import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { useFormat } from '../../format.js';
import { CertaintyLegend, LegendKey } from '../../parts/Certainty.js';
import { Icon } from '../../parts/Icon.js';
import { periodLook } from '../../parts/period-bar.js';
import type { WatchAxis } from '../../parts/watch-axis.js';
import styles from './Timeline.module.css';

/** What bars, lines and signs mean. */
export function TimelineLegend({ axis, isFuture }: { axis: WatchAxis; isFuture: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const bar = (look: string) => (
    <span className={`${styles['swatch']} drawn`}>
      <i className={`${styles['bar']} ${look}`} />
    </span>
  );
  const keys: [sign: ReactNode, words: string][] = [
    [bar(periodLook('in-force')), t('timeline.legend.in-force')],
    [bar(periodLook('expiring')), t('timeline.legend.expiring')],
    [bar(periodLook('window')), t('timeline.legend.window')],
    [bar(periodLook('window-open')), t('timeline.legend.open')],
    [bar(periodLook('lower-level')), t('timeline.legend.lower')],
    [bar(periodLook('unknown')), t('timeline.legend.unknown')],
    [bar(styles['projection'] ?? ''), t('timeline.legend.projection')],
    ...(isFuture ? [[bar(periodLook('in-force', { isFuture: true })), t('timeline.legend.future')] satisfies [ReactNode, string]] : []),
    [
      <span key="e" className={`${styles['swatch']} drawn`}>
        <i className={styles['earlier']} />
      </span>,
      t('timeline.legend.earlier'),
    ],
    [bar(periodLook('in-force', { isCut: true })), t('timeline.legend.cut', { date: format.date(axis.from.slice(0, 7)) })],
    [<i key="d" className={styles['dueKey']} />, t('timeline.legend.due')],
    [
      <span key="a" className={`${styles['auditKey']} drawn`}>
        <Icon name="audit" size={14} />
      </span>,
      t('timeline.legend.audit'),
    ],
    [
      <span key="f" className={`${styles['flagKey']} drawn`}>
        <Icon name="flag" size={13} />
      </span>,
      t('timeline.legend.flag'),
    ],
  ];
  return (
    <CertaintyLegend>
      {keys.map(([sign, words]) => (
        <LegendKey key={words} sign={sign}>
          {words}
        </LegendKey>
      ))}
    </CertaintyLegend>
  );
}
