/** A cell of the heat map that can be opened: row -1 is the line of codes. */
export interface Place {
  row: number;
  column: number;
}

/** Where a key leads from a place: arrows by one, Home and End along the row. Null: nowhere, or it is another key's affair. */
export function placeAfter(key: string, { row, column }: Place, { rows, columns }: { rows: number; columns: number }): Place | null {
  const places = new Map<string, Place>([
    ['ArrowLeft', { row, column: column - 1 }],
    ['ArrowRight', { row, column: column + 1 }],
    ['ArrowUp', { row: row - 1, column }],
    ['ArrowDown', { row: row + 1, column }],
    ['Home', { row, column: 0 }],
    ['End', { row, column: columns - 1 }],
  ]);
  const next = places.get(key);
  if (next === undefined || next.row < -1 || next.row >= rows || next.column < 0 || next.column >= columns) return null;
  return next;
}
