// The browser's build of the library: this package writes files on both sides.
import { stringify } from 'csv-stringify/browser/esm/sync';

export type CsvCell = string | number | null;

/**
 * Rows as a CSV file that a spreadsheet opens as intended: semicolons, a byte-order mark so that æ, ø and å survive, and no cell
 * that a spreadsheet would run as a formula.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell))),
    { delimiter: ';', bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}

/** Signs by which a spreadsheet knows a formula, also in their wide forms. */
const formulaSigns = '=+-@|%\uFF1D\uFF0B\uFF0D\uFF20';

/** Text that begins like a formula gets an apostrophe in front (OWASP, "CSV injection"). Numbers, also negative ones, stay numbers. */
function harmless(text: string): string {
  const first = text.trimStart().charAt(0);
  return (first !== '' && formulaSigns.includes(first)) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}
