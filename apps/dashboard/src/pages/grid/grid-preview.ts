import type { GridPreview } from '@klyngevagt/contracts';
import { type Column, columns, type GridLine, isTyped } from './grid-lines.js';

export type PreviewRow = GridPreview['rows'][number];

/** The server's answer, by the lines it was asked about. */
export interface ShownPreview {
  rows: ReadonlyMap<string, PreviewRow>;
  errors: number;
  changes: number;
  versions: Record<string, string>;
}

export interface CellError {
  key: string;
  line: number;
  column: Column;
  message: string;
}

/** The lines that go to the server, in the order in which it numbers them. */
export function sentLines(lines: readonly GridLine[]): GridLine[] {
  return lines.filter(isTyped);
}

export function bodyRows(lines: readonly GridLine[]) {
  return sentLines(lines).map(({ slug, validUntil, level }) => ({ slug: slug.trim(), validUntil: validUntil.trim(), level: level.trim() }));
}

export function shownPreview(answer: GridPreview, sent: readonly GridLine[]): ShownPreview {
  const rows = new Map<string, PreviewRow>();
  for (const row of answer.rows) {
    const line = sent[row.index];
    if (line) rows.set(line.key, row);
  }
  return { rows, errors: answer.errors, changes: answer.changes, versions: answer.versions };
}

/** In the order of reading: line by line, from left to right. Lines are numbered as the page shows them. */
export function cellErrors(lines: readonly GridLine[], preview: Pick<ShownPreview, 'rows'> | null): CellError[] {
  if (!preview) return [];
  return lines.flatMap(({ key }, index) => {
    const errors = preview.rows.get(key)?.errors ?? [];
    return columns.flatMap((column) =>
      errors.filter((error) => error.column === column).map(({ message }) => ({ key, line: index + 1, column, message })),
    );
  });
}

/** A line that was touched since is not judged any more; the rest still is. */
export function withoutLine(preview: ShownPreview, key: string): ShownPreview {
  const rows = new Map(preview.rows);
  rows.delete(key);
  return { ...preview, rows };
}

/** `id` of the field of a cell. A listed cluster is no field: its error stands at the date. */
export function cellId({ key, listed }: Pick<GridLine, 'key' | 'listed'>, column: Column): string {
  return `cell-${key.replaceAll(' ', '-')}-${column === 'slug' && listed !== null ? 'validUntil' : column}`;
}
