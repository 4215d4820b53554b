import type { ReminderList, ReminderRow } from '@klyngevagt/contracts';

export type BandName = 'overdue' | 'next-30-days' | 'later' | 'sent' | 'acknowledged' | 'superseded' | 'suppressed';
export interface Band {
  name: BandName;
  rows: ReminderRow[];
}
export interface ReminderFilter {
  cluster?: string | undefined;
  state?: ReminderRow['state'] | undefined;
}

const open = ['overdue', 'next-30-days', 'later'] as const;
const closed = ['sent', 'acknowledged', 'superseded', 'suppressed'] as const;
/** What went wrong comes first in its band; then what nobody knows about. */
const urgency: Partial<Record<ReminderRow['state'], number>> = { failed: 0, uncertain: 1 };

/** What is still to come or went wrong, as the server banded it. Bands without rows are left out. */
export function planBands(rows: readonly ReminderRow[]): Band[] {
  return open
    .map((name) => ({ name, rows: rows.filter((row) => row.band === name).sort(byUrgency) }))
    .filter((band) => band.rows.length > 0);
}

/** What is over and done with, by how it ended, the newest first. */
export function closedBands(rows: readonly ReminderRow[]): Band[] {
  return closed
    .map((name) => ({ name, rows: rows.filter((row) => row.band === 'closed' && row.state === name).sort(byNewest) }))
    .filter((band) => band.rows.length > 0);
}

export function matching(rows: readonly ReminderRow[], { cluster, state }: ReminderFilter): ReminderRow[] {
  return rows.filter((row) => (!cluster || row.slug === cluster) && (!state || row.state === state));
}

/** What an officer does to one reminder: sends it now, holds it back, or tells that its mail came back. */
export const reminderActions = ['send', 'hold', 'bounce'] as const;
export type ReminderAction = (typeof reminderActions)[number];

export type Answer =
  { kind: 'failed' | 'uncertain' | 'waiting' | 'next'; count: number } | { kind: 'silent' | 'allSent' | 'noneSoon' | 'none'; count: 0 };

/** What the title says: the gravest thing first. Counted over everything in scope, never over a filtered list. */
export function answerOf({ reminders, health }: Pick<ReminderList, 'reminders' | 'health'>): Answer {
  if (health.state === 'silent') return { kind: 'silent', count: 0 };
  const count = (test: (row: ReminderRow) => boolean) => reminders.filter(test).length;
  const failed = count((row) => row.state === 'failed');
  if (failed > 0) return { kind: 'failed', count: failed };
  const uncertain = count((row) => row.state === 'uncertain');
  if (uncertain > 0) return { kind: 'uncertain', count: uncertain };
  const waiting = count((row) => row.band === 'overdue');
  if (waiting > 0) return { kind: 'waiting', count: waiting };
  const next = nextRows(reminders).length;
  if (next > 0) return { kind: 'next', count: next };
  if (reminders.length === 0) return { kind: 'none', count: 0 };
  return reminders.some((row) => row.band === 'later') ? { kind: 'noneSoon', count: 0 } : { kind: 'allSent', count: 0 };
}

export function nextRows(rows: readonly ReminderRow[]): ReminderRow[] {
  return rows.filter((row) => row.band === 'next-30-days');
}

/** What may be sent by hand: what has not gone out, or may not have. */
export function canBeSentNow({ state }: Pick<ReminderRow, 'state'>): boolean {
  return state === 'planned' || state === 'failed' || state === 'uncertain';
}

function byUrgency(one: ReminderRow, other: ReminderRow): number {
  return (urgency[one.state] ?? 2) - (urgency[other.state] ?? 2) || one.dueOn.localeCompare(other.dueOn);
}

function byNewest(one: ReminderRow, other: ReminderRow): number {
  return (other.sentAt ?? other.dueOn).localeCompare(one.sentAt ?? one.dueOn);
}
