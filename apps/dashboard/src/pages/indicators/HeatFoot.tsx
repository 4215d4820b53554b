import { useTranslation } from 'react-i18next';
import type { ShownColumn } from './heat-cells.js';
import styles from './Indicators.module.css';

interface HeatFootProps {
  columns: readonly ShownColumn[];
  hasMinimums: boolean;
  chosen: string | undefined;
}

/** Below each column: how many are below its minimum, and the mean. */
export function HeatFoot({ columns, hasMinimums, chosen }: HeatFootProps) {
  const { t } = useTranslation();
  const line = (title: string, value: (column: ShownColumn) => number | null) => (
    <tr>
      <th scope="row" colSpan={2}>
        {title}
      </th>
      {columns.map((column) => (
        <td key={column.code} className={`${styles['cell']} ${column.code === chosen ? styles['chosenCell'] : ''}`}>
          {value(column) ?? '–'}
        </td>
      ))}
    </tr>
  );
  return (
    <tfoot>
      {hasMinimums && line(t('heatMap.belowRow'), ({ belowMinimum }) => belowMinimum)}
      {line(t('heatMap.meanRow'), ({ meanShare }) => (meanShare === null ? null : Math.floor(meanShare)))}
    </tfoot>
  );
}
