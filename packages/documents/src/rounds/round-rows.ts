import type { CsvCell } from '../csv.js';

/** One assessment as a table: a line for each indicator of its framework, every field that it has. */
export interface RoundTable {
  cluster: string;
  kind: string;
  round: number;
  framework: string;
  lines: readonly RoundLine[];
}

export interface RoundLine {
  indicator: string;
  name: string;
  dimension: string;
  minimum: number | null;
  maximum: number;
  score: number | null;
  isToConfirm: boolean;
  comment: string | null;
}

export const roundColumns = [
  'cluster',
  'kind',
  'round',
  'framework',
  'indicator',
  'name',
  'dimension',
  'minimum',
  'maximum',
  'score',
  'toConfirm',
  'comment',
] as const;
export type RoundColumn = (typeof roundColumns)[number];

export interface RoundWords {
  columns: Readonly<Record<RoundColumn, string>>;
  yes: string;
  no: string;
}

/** Heading and lines as cells, the same for every format. */
export function roundRows({ lines, ...of }: RoundTable, { columns, yes, no }: RoundWords): CsvCell[][] {
  const body = lines.map((line): CsvCell[] => {
    const cells: Record<RoundColumn, CsvCell> = { ...of, ...line, toConfirm: line.isToConfirm ? yes : no };
    return roundColumns.map((column) => cells[column]);
  });
  return [roundColumns.map((column) => columns[column]), ...body];
}
