import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { useFormat } from '../../format.js';
import { CertaintyLegend, LegendKey } from '../../parts/Certainty.js';
import { Icon } from '../../parts/Icon.js';
import type { WatchAxis } from '../../parts/watch-axis.js';
import styles from './Timeline.module.css';

/** What bars, lines and signs mean. */
export function TimelineLegend({ axis, isFuture }: { axis: WatchAxis; isFuture: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const bar = (look: string, more = '') => (
    <span className={styles['swatch']}>
      <i className={`${styles['bar']} ${look && styles[look]} ${more && styles[more]}`} />
    </span>
  );
  const keys: [sign: ReactNode, words: string][] = [
    [bar(''), t('timeline.legend.in-force')],
    [bar('expiring'), t('timeline.legend.expiring')],
    [bar('window'), t('timeline.legend.window')],
    [bar('open'), t('timeline.legend.open')],
    [bar('lower'), t('timeline.legend.lower')],
    [bar('unknown'), t('timeline.legend.unknown')],
    [bar('projection'), t('timeline.legend.projection')],
    ...(isFuture ? [[bar('projected'), t('timeline.legend.future')] satisfies [ReactNode, string]] : []),
    [
      <span key="e" className={styles['swatch']}>
        <i className={styles['earlier']} />
      </span>,
      t('timeline.legend.earlier'),
    ],
    [bar('', 'cut'), t('timeline.legend.cut', { date: format.date(axis.from.slice(0, 7)) })],
    [<i key="d" className={styles['dueKey']} />, t('timeline.legend.due')],
    [
      <span key="a" className={styles['auditKey']}>
        <Icon name="audit" size={14} />
      </span>,
      t('timeline.legend.audit'),
    ],
    [
      <span key="f" className={styles['flagKey']}>
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
