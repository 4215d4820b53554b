import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { IndicatorRow } from './IndicatorRow.js';
import styles from './Indicators.module.css';
import { nameIn, stepsOf } from './sheet.js';
import type { Shown } from './shown-assessment.js';
import type { Tried } from './tried.js';

interface BarsProps {
  shown: Shown;
  /** Code of the indicator that was asked for. */
  opened: string | undefined;
  /** Null: nothing is tried out. */
  tried: Tried | null;
  onTry(code: string, score: number): void;
}

/** Every indicator as a bar against minimum, previous round and median, by group. */
export function IndicatorBars({ shown, opened, tried, onTry }: BarsProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  return (
    <section className={styles['bars']} aria-labelledby="bars-title">
      <h2 id="bars-title">{t('indicators.bars.title')}</h2>
      <Legend shown={shown} />
      {stepsOf(shown.document).map(({ dimension, indicators }) => (
        <div key={dimension.code}>
          <h3>
            {dimension.code} {nameIn(language, dimension)}
          </h3>
          <ul>
            {indicators.map((indicator) => (
              <IndicatorRow
                key={indicator.code}
                indicator={indicator}
                shown={shown}
                isAsked={indicator.code === opened}
                tried={tried}
                onTry={onTry}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Legend({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const hasMinimum = shown.document.indicators.some(({ minimum }) => minimum !== null);
  return (
    <div className={styles['legend']}>
      <ul aria-label={t('indicators.bars.legend')}>
        <li>
          <span className={styles['keyValue']} aria-hidden /> {t('indicators.bars.value')}
        </li>
        {hasMinimum && (
          <li>
            <span className={styles['keyMinimum']} aria-hidden /> {t('indicators.bars.minimum')}
          </li>
        )}
        {shown.previous && (
          <li>
            <span className={styles['keyPrevious']} aria-hidden>
              ▼
            </span>{' '}
            {t('indicators.bars.previous')}
          </li>
        )}
        {shown.medians.size > 0 && (
          <li>
            <span className={styles['keyMedian']} aria-hidden /> {t('indicators.bars.median')}
          </li>
        )}
      </ul>
      {!hasMinimum && <p className="small muted">{t('indicators.bars.noMinimum')}</p>}
      {shown.medians.size === 0 && <p className="small muted">{t('indicators.bars.noMedian')}</p>}
    </div>
  );
}
