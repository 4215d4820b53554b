import type { Translator } from '@klyngevagt/messages';
import type { CalendarDate } from '@klyngevagt/scoring';
import { type CsvCell, csvText } from './csv.js';

/** What of a portfolio row goes into the file. */
export interface PortfolioCsvRow {
  name: string;
  slug: string;
  status: string;
  verdict: string;
  level: string | null;
  exitedOn: CalendarDate | null;
  validUntil: CalendarDate | null;
  /** A coarser end than a day: "2024". */
  validUntilPartial: string | null;
  validUntilConfidence: string | null;
  daysLeft: number | null;
  nextStep: { code: string; dueOn: CalendarDate | null };
  booking: { firstDayOn: CalendarDate } | null;
  officer: { name: string | null } | null;
  illustrative: boolean;
}

export interface PortfolioCsvOptions {
  /** Sentences of the reader's language. */
  t: Translator;
  on: CalendarDate;
  /** Recorded time that the rows rest on (instant); absent or null: what is known now. */
  known?: string | null;
  /** Name of the programme shown, or of the national portfolio. */
  programme: string;
}

const columns = [
  'name',
  'status',
  'verdict',
  'level',
  'validUntil',
  'confidence',
  'daysLeft',
  'nextStep',
  'nextStepOn',
  'recertification',
  'officer',
  'illustrative',
  'programme',
  'on',
  'known',
] as const;

/** The rows as given, in the order given: exactly what the screen shows. Days are written YYYY-MM-DD, which every spreadsheet reads as a date. */
export function portfolioCsv(rows: readonly PortfolioCsvRow[], { t, on, known = null, programme }: PortfolioCsvOptions): string {
  const cellsOf = (row: PortfolioCsvRow): Record<(typeof columns)[number], CsvCell> => ({
    name: row.name,
    status: row.exitedOn === null ? t(`terms.status.${row.status}`) : t('portfolio.exited'),
    verdict: t(`terms.verdict.${row.verdict}`),
    level: row.level === null ? null : t(`terms.level.${row.level}`),
    validUntil: row.validUntil ?? row.validUntilPartial,
    confidence: row.validUntilConfidence === null ? null : t(`terms.confidence.${row.validUntilConfidence}`),
    daysLeft: row.daysLeft,
    nextStep: row.exitedOn === null ? t(`portfolio.step.${row.nextStep.code}`) : t('portfolio.exited'),
    nextStepOn: row.exitedOn ?? row.nextStep.dueOn,
    recertification: row.booking?.firstDayOn ?? null,
    officer: row.officer?.name ?? null,
    illustrative: row.illustrative ? t('portfolio.csvYes') : t('portfolio.csvNo'),
    programme,
    on,
    known,
  });
  const header = columns.map((column) => t(`portfolio.columns.${column}`));
  const body = rows.map((row) => {
    const cells = cellsOf(row);
    return columns.map((column) => cells[column]);
  });
  return csvText([header, ...body]);
}

/** "illustrativ" stands in the file name where any row is invented. */
export function portfolioCsvName(
  rows: readonly Pick<PortfolioCsvRow, 'illustrative'>[],
  { t, on, known = null }: Omit<PortfolioCsvOptions, 'programme'>,
): string {
  const mark = rows.some(({ illustrative }) => illustrative) ? `-${t('terms.confidence.illustrative')}` : '';
  const then = known === null ? '' : t('portfolio.csvKnown', { known: known.slice(0, 10) });
  return `${t('portfolio.csvName', { on })}${then}${mark}.csv`;
}
