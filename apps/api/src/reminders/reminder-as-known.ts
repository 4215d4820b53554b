import type { ReminderListRow } from '@klyngevagt/db';

/**
 * A reminder as it stood at a recorded time, as far as its own instants tell: one that was planned later is left out; one that was sent or
 * superseded later was still planned. Null stands for now. When a reminder failed or was suppressed is not kept: that stands as it does today.
 */
export function reminderAsKnown(row: ReminderListRow, knownAt: string | null): ReminderListRow[] {
  if (knownAt === null) return [row];
  const isLater = (at: Date | string | null) => at !== null && new Date(at) > new Date(knownAt);
  if (isLater(row.createdAt)) return [];
  const wasPlanned = (row.state === 'sent' && isLater(row.sentAt)) || (row.state === 'superseded' && isLater(row.supersededAt));
  return [wasPlanned ? { ...row, state: 'planned', sentAt: null, messageId: null, supersededAt: null, attempts: 0 } : row];
}
