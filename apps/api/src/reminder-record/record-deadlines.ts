import type { ReminderListRow } from '@klyngevagt/db';
import type { CalendarDate } from '@klyngevagt/scoring';

/** What grouping and counting need of a reminder. */
export type CountedRow = Pick<
  ReminderListRow,
  | 'cycle'
  | 'event'
  | 'subject'
  | 'deadlineOn'
  | 'dueOn'
  | 'offsetDays'
  | 'role'
  | 'state'
  | 'channel'
  | 'personId'
  | 'messageId'
  | 'acknowledgedAt'
  | 'sentAt'
>;

/** Every reminder about one day of one event. */
export interface RecordedDeadline<ARow extends CountedRow = ReminderListRow> {
  key: string;
  event: ARow['event'];
  subject: string;
  deadlineOn: CalendarDate;
  rows: ARow[];
}

/** What was being worked towards; what belongs to no label's course stands together in `other`. */
export interface RecordedCycle<ARow extends CountedRow = ReminderListRow> {
  key: string;
  deadlines: RecordedDeadline<ARow>[];
}

const course = /^(?:gold|silver|bronze):(?:renewal|first):/;

/**
 * The reminders of a cluster by what they were about: the course with the latest deadline first, in it the deadlines by day, and of each the
 * reminders in the order in which they were to go out.
 */
export function byDeadline<ARow extends CountedRow>(rows: readonly ARow[]): RecordedCycle<ARow>[] {
  const cycles = new Map<string, Map<string, RecordedDeadline<ARow>>>();
  const inOrder = [...rows].sort((one, other) => compare(one.dueOn, other.dueOn) || one.offsetDays - other.offsetDays);
  for (const row of inOrder) {
    const { cycle, event, subject, deadlineOn } = row;
    const cycleKey = course.test(cycle) ? cycle : 'other';
    const deadlines = cycles.get(cycleKey) ?? new Map<string, RecordedDeadline<ARow>>();
    cycles.set(cycleKey, deadlines);
    const key = [cycle, event, subject, deadlineOn].join('|');
    const deadline: RecordedDeadline<ARow> = deadlines.get(key) ?? { key, event, subject, deadlineOn, rows: [] };
    deadlines.set(key, deadline);
    deadline.rows.push(row);
  }
  const latest = ({ deadlines }: RecordedCycle<ARow>) => deadlines.at(-1)?.deadlineOn ?? '';
  return [...cycles]
    .map(([key, deadlines]) => ({
      key,
      deadlines: [...deadlines.values()].sort((one, other) => compare(one.deadlineOn, other.deadlineOn)),
    }))
    .sort((one, other) => compare(latest(other), latest(one)));
}

/** How often a cluster was warned, and what went wrong. A mail about several reminders is one warning. */
export interface Warnings {
  /** One row for each warning of the cluster's own people, the first one first. */
  warned: CountedRow[];
  /** Mails to the programme's own people. */
  officeMails: number;
  /** Reminders to the cluster's own people that did not arrive, or of which nobody knows. */
  failed: number;
  uncertain: number;
  /** The next reminder to the cluster's own people. */
  nextOn: CalendarDate | null;
  /** When the cluster's own people first said that they know. */
  acknowledgedAt: Date | string | null;
}

/** Who is meant by "the cluster": those who lead it. What only the programme office was told is no warning of the cluster. */
const ofCluster: readonly CountedRow['role'][] = ['manager', 'chair'];

export function warningsIn(rows: readonly CountedRow[]): Warnings {
  const own = rows.filter(({ role }) => ofCluster.includes(role));
  const office = rows.filter(({ role }) => !ofCluster.includes(role));
  const still = own.filter(({ state }) => state === 'planned' || state === 'sending').map(({ dueOn }) => dueOn);
  return {
    warned: sentOnce(own),
    officeMails: sentOnce(office).length,
    failed: own.filter(({ state }) => state === 'failed').length,
    uncertain: own.filter(({ state }) => state === 'uncertain').length,
    nextOn: still.sort(compare)[0] ?? null,
    acknowledgedAt:
      own.flatMap(({ acknowledgedAt }) => acknowledgedAt ?? []).sort((one, other) => +new Date(one) - +new Date(other))[0] ?? null,
  };
}

/** A row for each mail that was sent, by time. What stood in the inbox of the product only is no mail: nobody was written to. */
function sentOnce(rows: readonly CountedRow[]): CountedRow[] {
  const mails = new Map<string, CountedRow>();
  for (const row of rows) {
    if (row.sentAt === null || row.channel === 'inbox') continue;
    const key = row.messageId ?? `${row.personId} ${time(row)}`;
    if (!mails.has(key)) mails.set(key, row);
  }
  return [...mails.values()].sort((one, other) => time(one) - time(other));
}

/** A row of the database brings a `Date`, whatever its type says. */
export function time({ sentAt }: Pick<CountedRow, 'sentAt'>): number {
  return sentAt === null ? 0 : new Date(sentAt).getTime();
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
