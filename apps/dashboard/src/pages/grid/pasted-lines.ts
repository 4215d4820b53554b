/** What was pasted from a spreadsheet, or typed line by line. Nothing is judged here: the server answers for each cell. */
export interface PastedLine {
  cluster: string;
  validUntil: string;
  /** As typed; empty where the line names none. */
  level: string;
}
export interface Pasted {
  lines: PastedLine[];
  hadHeading: boolean;
}

const dateLike = /^\d{1,4}[.\-/ ]+\d{1,2}([.\-/ ]+\d{2,4})?$|^\d{8}$/;
const dateAtEnd = /^(.*?)[\s,]+(\d{1,4}[.\-/]\d{1,2}[.\-/]\d{2,4}|\d{8})(?:[\s,]+(\p{L}+))?$/u;

/** Lines of cells: tabs from a spreadsheet, semicolons from a CSV file, else the date at the end of the line. Empty lines are left out. */
export function parsePasted(text: string): Pasted {
  const rows = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => cellsOf(line, separatorIn(text)));
  const hadHeading = rows.length > 0 && isHeading(rows[0] ?? []);
  return { lines: (hadHeading ? rows.slice(1) : rows).map(lineOf), hadHeading };
}

/** A block that was pasted into a cell: rows of cells. Null for a single value, which the field takes by itself. */
export function parseBlock(text: string): string[][] | null {
  const lines = text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
  if (lines.length === 1 && !text.includes('\t')) return null;
  return lines.map((line) => line.split('\t').map(unquoted));
}

export function looksLikeDate(cell: string): boolean {
  return dateLike.test(cell.trim());
}

function separatorIn(text: string): string | null {
  return ['\t', ';'].find((separator) => text.includes(separator)) ?? null;
}

function cellsOf(line: string, separator: string | null): string[] {
  if (separator !== null) return line.split(separator).map(unquoted);
  const [, cluster = line, validUntil = '', level = ''] = dateAtEnd.exec(line.trim()) ?? [];
  return [unquoted(cluster), validUntil, level];
}

/** The date may stand before the name; further columns than three are somebody's own remarks. */
function lineOf(cells: string[]): PastedLine {
  const [first = '', second = '', third = ''] = cells;
  if (looksLikeDate(first) && !looksLikeDate(second)) return { cluster: second, validUntil: first, level: third };
  return { cluster: first, validUntil: second, level: third };
}

function isHeading([first = '', second = '']: string[]): boolean {
  return !/\d/.test(first + second) && /klynge|cluster|navn|name/i.test(first) && /gyldig|udløb|dato|valid|date|end/i.test(second);
}

function unquoted(cell: string): string {
  const text = cell.trim();
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}
