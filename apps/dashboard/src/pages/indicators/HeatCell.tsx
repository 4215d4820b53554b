import { Link } from '@tanstack/react-router';
import { memo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.js';
import { type Cell, shadeOf } from './heat-cells.js';
import type { Place } from './heat-walk.js';
import styles from './Indicators.module.css';

interface HeatCellProps {
  cell: Cell | undefined;
  isChosen: boolean;
  /** The one cell that the tab key stops at. */
  isStop: boolean;
  slug: string;
  assessmentId: string;
  indicator: string;
  row: number;
  column: number;
  onFocus(row: number, indicator: string): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>, place: Place): void;
}

/**
 * A score in its shade; below the minimum in bold underlined red; what is missing as a sign with its word, never as a zero. It leads to
 * the cluster's indicator. Only what changed is drawn anew: there are hundreds of them.
 */
export const HeatCell = memo(function HeatCell(props: HeatCellProps) {
  const { cell, isChosen, isStop, slug, assessmentId, indicator, row, column, onFocus, onKeyDown } = props;
  const shade = cell?.share === null || cell === undefined ? 'empty' : `shade${shadeOf(cell.share)}`;
  const isBelow = cell?.state === 'below-minimum';
  return (
    <td className={`${styles['cell']} ${styles[shade]} ${isBelow ? styles['belowCell'] : ''} ${isChosen ? styles['chosenCell'] : ''}`}>
      {cell && (
        <Link
          {...paths.clusterIndicators(slug, { assessment: assessmentId, indicator })}
          data-place={`${row} ${column}`}
          tabIndex={isStop ? 0 : -1}
          preload={false}
          onFocus={() => onFocus(row, indicator)}
          onKeyDown={(event) => onKeyDown(event, { row, column })}
        >
          <CellText cell={cell} />
        </Link>
      )}
    </td>
  );
});

export function CellText({ cell: { state, score } }: { cell: Pick<Cell, 'state' | 'score'> }) {
  const { t } = useTranslation();
  if (state === 'below-minimum') {
    return (
      <>
        <strong className={styles['below']} aria-hidden="true">
          {score}
        </strong>
        <span className="sr">{t('heatMap.cellSaid', { score })}</span>
      </>
    );
  }
  if (score !== null) return <>{score}</>;
  const missing = state === 'not-asked' ? 'not-asked' : 'unanswered';
  return (
    <>
      <span aria-hidden="true" title={t(`heatMap.cell.${missing}`)}>
        {t(`heatMap.sign.${missing}`)}
      </span>
      <span className="sr">{t(`heatMap.cell.${missing}`)}</span>
    </>
  );
}
