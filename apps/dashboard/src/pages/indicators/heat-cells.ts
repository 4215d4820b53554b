import type { HeatMapView } from '@klyngevagt/contracts';

export type Column = HeatMapView['columns'][number];
export type Row = HeatMapView['rows'][number];
export type Cell = Row['cells'][number];

/** Of five shades, the one of a share in percent: 1 up to 20 percent, 5 above 80. */
export function shadeOf(share: number): 1 | 2 | 3 | 4 | 5 {
  return Math.min(5, Math.max(1, Math.ceil(share / 20))) as 1 | 2 | 3 | 4 | 5;
}

export interface ShownColumn extends Column {
  /** Its place in the cells of a row. */
  at: number;
}

/** Columns and rows in the order that the reader chose; which is weakest was decided by the server. */
export function inOrder(
  { columns, rows }: HeatMapView,
  order: { columns?: 'weakest' | undefined; rows?: 'weakest' | undefined },
): { columns: ShownColumn[]; rows: Row[] } {
  const placed = columns.map((column, at) => ({ ...column, at }));
  const byPlace = (one: { place: number }, other: { place: number }) => one.place - other.place;
  return {
    columns: order.columns === 'weakest' ? placed.sort(byPlace) : placed,
    rows: order.rows === 'weakest' ? [...rows].sort(byPlace) : [...rows],
  };
}

/** The weakest columns that anybody scored. Where minimums bind, only those below which somebody is. */
export function weakestColumns({ columns, framework }: HeatMapView, most: number): ShownColumn[] {
  const hasMinimums = (framework?.minimums ?? 0) > 0;
  return columns
    .map((column, at) => ({ ...column, at }))
    .filter(({ scored, belowMinimum }) => (hasMinimums ? belowMinimum > 0 : scored > 0))
    .sort((one, other) => one.place - other.place)
    .slice(0, most);
}
