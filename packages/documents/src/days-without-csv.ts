import type { Translator } from '@klyngevagt/messages';
import type { CalendarDate } from '@klyngevagt/scoring';
import { type CsvCell, csvText } from './csv.js';

export interface DaysCsvCount {
  days: number;
  unknownDays: number;
  boundDays: number;
  spans: readonly { from: CalendarDate; to: CalendarDate; days: number; status: string; verdict: string; counts: boolean }[];
}

/** What of an answer about days without a level goes into the file. */
export interface DaysCsvAnswer {
  level: string;
  from: CalendarDate;
  to: CalendarDate;
  countedTo: CalendarDate;
  /** Recorded time of the first answer (instant); null: now. */
  known: string | null;
  /** Recorded time of the second answer; null where there is none. */
  knownThen: string | null;
  rows: readonly { name: string; illustrative: boolean; now: DaysCsvCount; atEnd: DaysCsvCount | null }[];
}

const columns = [
  'name',
  'known',
  'kind',
  'from',
  'to',
  'length',
  'unknownDays',
  'boundDays',
  'status',
  'verdict',
  'counts',
  'illustrative',
  'programme',
  'periodFrom',
  'periodTo',
  'knownAt',
] as const;

type Cells = Partial<Record<(typeof columns)[number], CsvCell>>;

/**
 * For each cluster and each of the two answers a line with the sum, then a line for each span it is the sum of. The lengths of the spans
 * that count add up to the sum.
 */
export function daysWithoutCsv(answer: DaysCsvAnswer, { t, programme }: { t: Translator; programme: string }): string {
  const yesNo = (is: boolean) => t(is ? 'daysWithout.csv.yes' : 'daysWithout.csv.no');
  const answers = [
    { key: 'now', at: answer.known },
    { key: 'atEnd', at: answer.knownThen },
  ] as const;
  const lines = answer.rows.flatMap((row) =>
    answers.flatMap(({ key, at }): Cells[] => {
      const count = row[key];
      if (count === null) return [];
      const same: Cells = {
        name: row.name,
        known: t(`daysWithout.csv.${key}`),
        illustrative: yesNo(row.illustrative),
        programme,
        periodFrom: answer.from,
        periodTo: answer.countedTo,
        knownAt: at,
      };
      const { days, unknownDays, boundDays } = count;
      const sum: Cells = { ...same, kind: t('daysWithout.csv.sum'), length: days, unknownDays, boundDays };
      const spans = count.spans.map((span): Cells => {
        const words = { status: t(`terms.status.${span.status}`), verdict: t(`terms.verdict.${span.verdict}`) };
        const { from, to, days: length } = span;
        return { ...same, kind: t('daysWithout.csv.span'), from, to, length, ...words, counts: yesNo(span.counts) };
      });
      return [sum, ...spans];
    }),
  );
  const header = columns.map((column) => t(`daysWithout.columns.${column}`));
  return csvText([header, ...lines.map((line) => columns.map((column) => line[column] ?? null))]);
}

/** The period and, where it is not now, what was known stand in the name; "illustrativ" where any row is invented. */
export function daysWithoutCsvName(
  answer: Pick<DaysCsvAnswer, 'level' | 'from' | 'countedTo' | 'known' | 'rows'>,
  { t }: { t: Translator },
): string {
  const { level, from, countedTo: to, known, rows } = answer;
  const then = known === null ? '' : t('daysWithout.csv.knownName', { known: known.slice(0, 10) });
  const mark = rows.some(({ illustrative }) => illustrative) ? `-${t('terms.confidence.illustrative')}` : '';
  const name = t('daysWithout.csv.name', { level: t(`terms.level.${level}`).toLowerCase(), from, to });
  return `${name}${then}${mark}.csv`;
}
