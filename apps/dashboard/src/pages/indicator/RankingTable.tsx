import type { IndicatorRanking } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { CardTable } from '../../parts/CardTable.js';
import { paths } from '../../paths.js';
import { CellText } from '../indicators/HeatCell.js';
import styles from '../indicators/Indicators.module.css';
import { RowOrigin } from '../indicators/RowOrigin.js';

type Row = IndicatorRanking['rows'][number];

/** Every cluster, the highest first; equals share a place. Clusters without a score come last, without one. */
export function RankingTable({ ranking: { rows } }: { ranking: IndicatorRanking }) {
  const { t } = useTranslation();
  return (
    <CardTable caption={t('heatMap.ranking.caption')} flush>
      <thead>
        <tr>
          {(['rank', 'cluster', 'score', 'from', 'history'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`heatMap.ranking.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-label={t('heatMap.ranking.rank')}>{row.rank ?? '–'}</td>
            <th scope="row">
              <Link {...paths.clusterIndicators(row.slug)}>{row.name}</Link>
            </th>
            <td data-label={t('heatMap.ranking.score')}>
              <Score row={row} />
            </td>
            <td data-label={t('heatMap.ranking.from')}>
              {row.assessment === null ? t('heatMap.noAssessment') : <RowOrigin row={{ assessment: row.assessment }} />}
            </td>
            <td data-label={t('heatMap.ranking.history')}>
              <History row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </CardTable>
  );
}

function Score({ row: { state, score } }: { row: Row }) {
  const { t } = useTranslation();
  if (state === null) return <>–</>;
  return (
    <>
      <CellText cell={{ state, score }} /> {state !== 'scored' && <span className="small">{t(`heatMap.cell.${state}`)}</span>}
    </>
  );
}

function History({ row: { history } }: { row: Row }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (history.length === 0) return <>{t('heatMap.ranking.noHistory')}</>;
  return (
    <ul className={styles['past']}>
      {history.map(({ id, kind, round, closedOn, score, maximum, state }) => (
        <li key={id}>
          <span className="muted">
            {t('heatMap.ranking.past', { kind: t(`indicators.kind.${kind}`), round, date: format.date(closedOn) })}
          </span>{' '}
          {score === null ? t(`heatMap.cell.${state}`) : t('heatMap.ranking.scoreOf', { score, maximum })}
        </li>
      ))}
    </ul>
  );
}
