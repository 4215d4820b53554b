import { useTranslation } from 'react-i18next';
import { type Cell, shadeOf } from './heat-cells.js';
import styles from './Indicators.module.css';

/** A score in its shade; below the minimum in bold underlined red; what is missing as a sign with its word, never as a zero. */
export function HeatCell({ cell, isChosen }: { cell: Cell | undefined; isChosen: boolean }) {
  const shade = cell?.share === null || cell === undefined ? 'empty' : `shade${shadeOf(cell.share)}`;
  const isBelow = cell?.state === 'below-minimum';
  return (
    <td className={`${styles['cell']} ${styles[shade]} ${isBelow ? styles['belowCell'] : ''} ${isChosen ? styles['chosenCell'] : ''}`}>
      {cell && <CellText cell={cell} />}
    </td>
  );
}

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
