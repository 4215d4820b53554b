import type { Translator } from '@klyngevagt/messages';
import type { CalendarDate } from '@klyngevagt/scoring';
import { type CsvCell, csvText } from './csv.js';

/** What of the timeline goes into the file. */
export interface TimelineCsvAnswer {
  on: CalendarDate;
  rows: readonly {
    name: string;
    level: string | null;
    status: string;
    verdict: string;
    validUntil: CalendarDate | null;
    validUntilPartial: string | null;
    recertifyBy: CalendarDate | null;
    illustrative: boolean;
    dates: readonly { kind: string; on: CalendarDate; untilOn: CalendarDate | null; overdue: boolean }[];
  }[];
}

const columns = [
  'name',
  'level',
  'status',
  'verdict',
  'validUntil',
  'recertifyBy',
  'kind',
  'on',
  'until',
  'overdue',
  'illustrative',
] as const;

type Cells = Partial<Record<(typeof columns)[number], CsvCell>>;

/** A line for each date ahead; a cluster without any has one line of its own, so that nobody is missing. */
export function timelineCsv({ rows }: TimelineCsvAnswer, { t }: { t: Translator }): string {
  const yesNo = (is: boolean) => t(is ? 'timeline.csv.yes' : 'timeline.csv.no');
  const lines = rows.flatMap((row): Cells[] => {
    const same: Cells = {
      name: row.name,
      level: row.level === null ? null : t(`terms.level.${row.level}`),
      status: t(`terms.status.${row.status}`),
      verdict: t(`terms.verdict.${row.verdict}`),
      validUntil: row.validUntil ?? row.validUntilPartial,
      recertifyBy: row.recertifyBy,
      illustrative: yesNo(row.illustrative),
    };
    if (row.dates.length === 0) return [same];
    return row.dates.map(({ kind, on, untilOn, overdue }) => ({
      ...same,
      kind: t(`timeline.calendar.kinds.${kind}`),
      on,
      until: untilOn,
      overdue: yesNo(overdue),
    }));
  });
  const header = columns.map((column) => t(column === 'on' ? 'timeline.csv.on' : `timeline.columns.${column}`));
  return csvText([header, ...lines.map((line) => columns.map((column) => line[column] ?? null))]);
}

/** The day asked about stands in the name; "illustrativ" where any row is invented. */
export function timelineCsvName({ on, rows }: Pick<TimelineCsvAnswer, 'on' | 'rows'>, { t }: { t: Translator }): string {
  const mark = rows.some(({ illustrative }) => illustrative) ? `-${t('terms.confidence.illustrative')}` : '';
  return `${t('timeline.csv.name', { on })}${mark}.csv`;
}
