import type { Translator } from '@klyngevagt/messages';
import type { CsvCell } from './csv.js';

type CellState = 'scored' | 'below-minimum' | 'unanswered' | 'not-asked';

/** What of a heat map goes into the file. */
export interface HeatMapTable {
  on: string;
  level: string;
  columns: readonly { code: string; name: string; maximum: number; minimum: number | null; belowMinimum: number }[];
  rows: readonly {
    name: string;
    share: number | null;
    belowMinimum: number;
    unanswered: number;
    assessment: { kind: string; round: number; closedOn: string; frameworkVersion: string; illustrative: boolean } | null;
    cells: readonly { state: CellState; score: number | null }[];
  }[];
}

/**
 * A line for each cluster: what it was scored in, then a score for each indicator. An answer that is missing stands as a word, never as an
 * empty cell that a spreadsheet would add up as zero. Below the clusters: each indicator's minimum, and how many are below.
 */
export function heatMapRows({ columns, rows }: HeatMapTable, t: Translator): CsvCell[][] {
  const says = (key: string) => t(`heatMap.file.${key}`);
  const heading = [
    ...['cluster', 'kind', 'round', 'closedOn', 'framework', 'share', 'belowMinimum', 'unanswered', 'illustrative'].map(says),
    ...columns.map(({ code, name }) => `${code} ${name}`),
  ];
  const lines = rows.map(({ name, assessment, share, belowMinimum, unanswered, cells }): CsvCell[] => {
    if (assessment === null) return [name, says('none')];
    const { kind, round, closedOn, frameworkVersion, illustrative } = assessment;
    const counts = [share, belowMinimum, unanswered, says(illustrative ? 'yes' : 'no')];
    const scores = cells.map(({ state, score }) => score ?? t(`heatMap.cell.${state}`));
    return [name, t(`indicators.kind.${kind}`), round, closedOn, frameworkVersion, ...counts, ...scores];
  });
  const foot = (key: string, value: (column: HeatMapTable['columns'][number]) => CsvCell): CsvCell[] => [
    says(key),
    ...Array.from({ length: 8 }, () => null),
    ...columns.map(value),
  ];
  return [
    heading,
    ...lines,
    foot('minimum', ({ minimum }) => minimum ?? says('noMinimum')),
    foot('belowInColumn', ({ belowMinimum }) => belowMinimum),
  ];
}

/** Without its ending. "illustrativ" where any row is invented. */
export function heatMapFileName({ on, level, rows }: Pick<HeatMapTable, 'on' | 'level' | 'rows'>, t: Translator): string {
  const mark = rows.some(({ assessment }) => assessment?.illustrative) ? `-${t('terms.confidence.illustrative')}` : '';
  return `${t('heatMap.file.name', { level: t(`terms.level.${level}`).toLowerCase(), on })}${mark}`;
}
