import { csvText, type CsvCell } from '../csv.js';
import { type ReadCell, UnreadableFileError } from './read-cell.js';
import { readSheet } from './sheet-reader.js';

// The libraries of spreadsheets are loaded by the first file: programs that may meet one run for weeks without.

/** A text that begins with the sign that guards formulas gets it once more, so that reading back takes exactly one away. */
const guard = "'";

export function roundCsv(rows: readonly (readonly CsvCell[])[]): Buffer {
  const guarded = rows.map((row) => row.map((cell) => (typeof cell === 'string' && cell.startsWith(guard) ? guard + cell : cell)));
  return Buffer.from(csvText(guarded), 'utf8');
}

export async function roundXlsx(rows: readonly (readonly CsvCell[])[], sheet: string): Promise<Buffer> {
  const cells = rows.map((row, line) =>
    row.map((cell) => {
      if (cell === null || cell === '') return null;
      const style = line === 0 ? { fontWeight: 'bold' as const } : {};
      return typeof cell === 'number' ? { value: cell, type: Number, ...style } : { value: cell, type: String, ...style };
    }),
  );
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(cells, { sheet: sheet.slice(0, 31) }).toBuffer();
}

/** @throws UnreadableFileError for what is no such file, too large once unpacked, or takes too long. */
export async function readRoundFile(name: string, bytes: Buffer): Promise<ReadCell[][]> {
  if (/\.xlsx$/i.test(name)) return readSheet(bytes);
  return readCsv(bytes);
}

const mostLines = 1000;

async function readCsv(bytes: Buffer): Promise<ReadCell[][]> {
  const { parse } = await import('csv-parse/sync');
  const text = await decoded(bytes);
  const [heading = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find((sign) => heading.includes(sign)) ?? ';';
  try {
    const rows = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, to: mostLines + 1 }) as string[][];
    return rows.map((row) => row.map((cell) => (cell === '' ? null : unguarded(cell))));
  } catch {
    throw new UnreadableFileError('not a table');
  }
}

/** Exports of older spreadsheets come in the machine's own alphabet. Bytes that are no UTF-8 are read as that. */
async function decoded(bytes: Buffer): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { default: iconv } = await import('iconv-lite');
    return iconv.decode(bytes, 'windows-1252');
  }
}

const formulaSigns = '=+-@|%\uFF1D\uFF0B\uFF0D\uFF20';

function unguarded(cell: string): string {
  if (!cell.startsWith(guard)) return cell;
  const next = cell.slice(1).trimStart().charAt(0);
  return cell.charAt(1) === guard || formulaSigns.includes(next) || /^[\t\r\n]/.test(cell.slice(1)) ? cell.slice(1) : cell;
}
