import type { HeatMapView } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../parts/CardTable.js';
import { Panel } from '../../parts/Panel.js';
import { paths } from '../../paths.js';
import { useMay } from '../../session.js';
import { useFigures } from '../assessment/figures.js';
import { weakestColumns } from './heat-cells.js';
import type { IndicatorSearch } from './indicators-search.js';

const most = 10;

/** The indicators below whose minimum most clusters are, with the clusters' names; where none binds, those with the lowest mean. */
export function WeakestIndicators({ map, search: { programme, kind } }: { map: HeatMapView; search: IndicatorSearch }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const mayRank = useMay('indicator:rank');
  const weakest = weakestColumns(map, most);
  if (weakest.length === 0) return null;
  const hasMinimums = (map.framework?.minimums ?? 0) > 0;
  const figure = hasMinimums ? t('heatMap.top.count') : t('heatMap.top.share');
  return (
    <Panel title={t(hasMinimums ? 'heatMap.top.below' : 'heatMap.top.lowest')} flush>
      <CardTable caption={t('heatMap.top.caption', { count: weakest.length })} flush>
        <thead>
          <tr>
            <th scope="col">{t('heatMap.top.indicator')}</th>
            <th scope="col">{figure}</th>
            {hasMinimums && <th scope="col">{t('heatMap.top.clusters')}</th>}
          </tr>
        </thead>
        <tbody>
          {weakest.map(({ code, name, belowMinimum, scored, meanShare, at }) => (
            <tr key={code}>
              <th scope="row">
                {code} {mayRank ? <Link {...paths.indicator(code, { programme, kind })}>{name}</Link> : name}
              </th>
              <td data-label={figure}>
                {hasMinimums
                  ? t('heatMap.top.countOf', { count: belowMinimum, of: scored })
                  : t('indicators.share', { share: figures(meanShare ?? 0) })}
              </td>
              {hasMinimums && (
                <td data-label={t('heatMap.top.clusters')}>
                  {map.rows
                    .filter(({ cells }) => cells[at]?.state === 'below-minimum')
                    .map(({ shortName }) => shortName)
                    .join(', ')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </CardTable>
    </Panel>
  );
}
