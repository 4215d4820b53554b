import type { HeatMapView } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.js';
import { useMay } from '../../session.js';
import { useFigures } from '../assessment/figures.js';
import type { ShownColumn } from './heat-cells.js';
import styles from './Indicators.module.css';
import type { IndicatorSearch } from './indicators-search.js';

interface ChosenColumnProps {
  map: HeatMapView;
  column: ShownColumn;
  search: IndicatorSearch;
}

/** The column that has the focus, in words. */
export function ChosenColumn({ map, column, search: { programme, kind } }: ChosenColumnProps) {
  const { t } = useTranslation();
  const figure = useFigures();
  const mayRank = useMay('indicator:rank');
  const { code, name, measures, minimum, belowMinimum: count, scored, meanShare: share } = column;
  const of = map.rows.filter(({ assessment }) => assessment !== null).length;
  return (
    <div className={styles['chosen']} aria-live="polite">
      <p>
        <b>
          {code} {name}.
        </b>{' '}
        {measures}.
      </p>
      <p>
        {scored === 0 ? t('heatMap.chosen.nobody') : t('heatMap.chosen.scored', { count: scored, of, share: figure(share ?? 0) })}{' '}
        {minimum === null ? t('heatMap.chosen.noMinimum') : t('heatMap.chosen.below', { count, of, minimum })}{' '}
        {mayRank && <Link {...paths.indicator(code, { programme, kind })}>{t('heatMap.chosen.list')}</Link>}
      </p>
    </div>
  );
}
