import type { HeatMapView } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.js';
import { useFigures } from '../assessment/figures.js';
import type { Row, ShownColumn } from './heat-cells.js';
import { CellText } from './HeatCell.js';
import styles from './Indicators.module.css';
import { RowOrigin } from './RowOrigin.js';

interface ClusterCardsProps {
  map: HeatMapView;
  columns: readonly ShownColumn[];
  rows: readonly Row[];
}

/** The table for narrow screens: a part for each cluster, what is below the minimum first. */
export function ClusterCards({ map, columns, rows }: ClusterCardsProps) {
  return (
    <ul className={styles['cards']}>
      {rows.map((row) => (
        <li key={row.id}>
          <ClusterCard map={map} columns={columns} row={row} />
        </li>
      ))}
    </ul>
  );
}

function ClusterCard({ map, columns, row }: Omit<ClusterCardsProps, 'rows'> & { row: Row }) {
  const { t } = useTranslation();
  const figure = useFigures();
  const below = columns.filter(({ at }) => row.cells[at]?.state === 'below-minimum');
  const hasMinimums = (map.framework?.minimums ?? 0) > 0;
  return (
    <>
      <h2>
        <Link {...paths.clusterIndicators(row.slug)}>{row.shortName}</Link>
      </h2>
      <RowOrigin row={row} />
      {row.assessment === null ? (
        <p className="muted">{t('heatMap.noAssessment')}</p>
      ) : (
        <>
          <p>
            {row.share !== null && (
              <>
                <b>
                  {t('heatMap.total')} {t('indicators.share', { share: figure(row.share) })}
                </b>{' '}
              </>
            )}
            {hasMinimums && t('heatMap.card.below', { count: row.belowMinimum })}{' '}
            {row.unanswered > 0 && t('heatMap.card.unanswered', { count: row.unanswered })}
          </p>
          <Scores columns={below} row={row} />
          <AllScores map={map} columns={columns} row={row} />
        </>
      )}
    </>
  );
}

function AllScores({ map, columns, row }: Omit<ClusterCardsProps, 'rows'> & { row: Row }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('heatMap.card.show', { count: columns.length })}</summary>
      {isOpen &&
        map.dimensions.map(({ code, name }) => (
          <section key={code}>
            <h3>
              {code} {name}
            </h3>
            <Scores columns={columns.filter(({ dimension }) => dimension === code)} row={row} />
          </section>
        ))}
    </details>
  );
}

function Scores({ columns, row }: { columns: readonly ShownColumn[]; row: Row }) {
  if (columns.length === 0) return null;
  return (
    <ul className={styles['scores']}>
      {columns.map(({ code, name, at }) => {
        const cell = row.cells[at];
        return (
          <li key={code}>
            <Link {...paths.clusterIndicators(row.slug, { assessment: row.assessment?.id, indicator: code })}>
              {code} {name}
            </Link>
            <span>{cell && <CellText cell={cell} />}</span>
          </li>
        );
      })}
    </ul>
  );
}
