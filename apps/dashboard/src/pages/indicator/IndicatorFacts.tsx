import type { IndicatorRanking } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../parts/Panel.js';
import { SourceText } from '../../parts/SourceText.js';
import styles from '../indicators/Indicators.module.css';

/** What is measured, on which scale, and how sure that is. */
export function IndicatorFacts({ indicator }: { indicator: IndicatorRanking['indicator'] }) {
  const { t } = useTranslation();
  const { dimension, dimensionName, measures, minimum, maximum, source, scale } = indicator;
  const facts = [
    ['group', `${dimension} ${dimensionName}`],
    ['measures', measures],
    ['scale', scale.map(({ value, name }) => `${value} ${name}`).join(', ')],
    ['maximum', maximum],
    ['minimum', minimum ?? t('heatMap.file.noMinimum')],
    ['source', <SourceText key="source" source={source} />],
  ] as const;
  return (
    <Panel title={t('heatMap.ranking.facts')}>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{t(`heatMap.ranking.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
