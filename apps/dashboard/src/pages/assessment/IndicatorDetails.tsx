import type { AssessmentView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { Documents } from '../../documents/Documents.js';
import { useFormat } from '../../format.js';
import { SourceText } from '../../parts/SourceText.js';
import styles from './Indicators.module.css';
import { type Indicator, nameIn } from './sheet.js';
import { IndicatorHistory } from './IndicatorHistory.js';
import type { BarValues, Shown } from './shown-assessment.js';

interface DetailsProps {
  shown: Shown;
  indicator: Indicator;
  values: BarValues;
  remarks: AssessmentView['remarks'];
}

/** What an indicator measures, what the score means, what was said about it, what it was before, and where its name comes from. */
export function IndicatorDetails({ shown, indicator, values, remarks }: DetailsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const step = indicator.scale.find(({ value }) => value === values.score);
  return (
    <>
      <dl className={styles['facts']}>
        <dt>{t('indicators.bars.measures')}</dt>
        <dd>{format.language === 'da' ? indicator.measuresDa : indicator.measuresEn}</dd>
        {step && (
          <>
            <dt>{t('indicators.bars.step')}</dt>
            <dd>
              {step.value}: {nameIn(format.language, step)}
            </dd>
          </>
        )}
        {values.comment && (
          <>
            <dt>{t('indicators.bars.comment')}</dt>
            <dd className={styles['written']}>{values.comment}</dd>
          </>
        )}
        {remarks.map((remark) => (
          <div key={remark.id}>
            <dt>{t('indicators.bars.remark', { date: format.date(remark.on) })}</dt>
            <dd className={styles['written']}>
              {remark.text} {!remark.open && <span className="muted small">{t('indicators.bars.remarkClosed')}</span>}
            </dd>
          </div>
        ))}
        <dt>
          {t('indicators.bars.source')} ({t(`terms.confidence.${indicator.confidence}`)})
        </dt>
        <dd>
          <SourceText source={indicator.source} />
        </dd>
      </dl>
      <IndicatorHistory shown={shown} code={indicator.code} />
      <Documents
        slug={shown.assessment.cluster.slug}
        subject={{ kind: 'indicator', id: indicator.code }}
        newTitle={nameIn(format.language, indicator)}
      />
    </>
  );
}
