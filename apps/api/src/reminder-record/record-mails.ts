import type { RecordedComeback, RecordedLetter, ReminderListRow } from '@klyngevagt/db';

/** Mails that came back, by the id of the reminder that they told of; in order of time. */
export type Comebacks = ReadonlyMap<string, readonly RecordedComeback[]>;

/** Left out is what was sent after the recorded time; null stands for now. */
export function comebacksOf(
  comebacks: readonly RecordedComeback[],
  letters: ReadonlyMap<string, RecordedLetter>,
  knownAt: string | null,
): Comebacks {
  const byReminder = new Map<string, RecordedComeback[]>();
  for (const one of comebacks) {
    if (isLater(letters.get(one.messageId)?.sentAt ?? null, knownAt)) continue;
    byReminder.set(one.reminderId, [...(byReminder.get(one.reminderId) ?? []), one]);
  }
  return byReminder;
}

/** Ids of the mails that told of a reminder, in order of time: those that came back, and the one that stands. */
export function mailsOf({ id, messageId, sentAt, failedBecause }: ReminderListRow, comebacks: Comebacks): string[] {
  const returned = comebacks.get(id)?.map((one) => one.messageId) ?? [];
  const isOut = sentAt !== null || failedBecause === 'bounced';
  return [...new Set(messageId !== null && isOut ? [...returned, messageId] : returned)];
}

/** A reminder whose mail came back, as it stood at a recorded time: sent, failed, or planned anew. */
export function returnedAsKnown(
  row: ReminderListRow,
  comebacks: Comebacks,
  letters: ReadonlyMap<string, RecordedLetter>,
  knownAt: string | null,
): ReminderListRow {
  const last = comebacks.get(row.id)?.at(-1);
  const letter = last && letters.get(last.messageId);
  if (knownAt === null || !letter || row.sentAt !== null) return row;
  const then = { ...row, messageId: letter.id, failedAt: null, failedBecause: null };
  if (isLater(last.returnedAt, knownAt)) return { ...then, state: 'sent', sentAt: letter.sentAt };
  const wasAskedFor = row.requestedAt !== null && !isLater(row.requestedAt, knownAt);
  if (row.state !== 'planned' || wasAskedFor) return row;
  return { ...then, state: 'failed', failedAt: last.returnedAt, failedBecause: 'bounced' };
}

function isLater(at: string | null, knownAt: string | null): boolean {
  return at !== null && knownAt !== null && new Date(at) > new Date(knownAt);
}
