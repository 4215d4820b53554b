import type { CalendarDate } from './calendar-date.js';

/** What of a document decides its state. */
export interface DocumentFacts {
  dueOn: CalendarDate | null;
  expiresOn: CalendarDate | null;
  /** What officers made of the versions, the newest first; null: not looked at yet. */
  decisions: readonly ('approved' | 'returned' | null)[];
}

export type DocumentState = 'missing' | 'returned' | 'received' | 'approved';

export interface DocumentDecision {
  state: DocumentState;
  /** The day by which it was expected has passed, and the cluster still owes it. */
  isOverdue: boolean;
  /** Its last day has passed. */
  isExpired: boolean;
}

/**
 * State of a document on a day: nothing has come (`missing`), or what became of the newest version. Older versions decide nothing: one
 * that was approved counts no longer once a newer one has come. Both days count through their end. A document that waits for an officer
 * is not overdue: the cluster has done its part. The product's own rule; no source.
 */
export function documentOn({ dueOn, expiresOn, decisions }: DocumentFacts, on: CalendarDate): DocumentDecision {
  const state = decisions.length === 0 ? 'missing' : (decisions[0] ?? 'received');
  const isOwed = state === 'missing' || state === 'returned';
  return { state, isOverdue: isOwed && dueOn !== null && dueOn < on, isExpired: expiresOn !== null && expiresOn < on };
}

const urgency: readonly DocumentState[] = ['missing', 'returned', 'received', 'approved'];

/** What is owed first: missing, returned; then what waits for an officer; then what is approved. Within a state the earlier day first. */
export function byUrgency(
  one: { state: DocumentState; dueOn: CalendarDate | null },
  other: { state: DocumentState; dueOn: CalendarDate | null },
): number {
  const byState = urgency.indexOf(one.state) - urgency.indexOf(other.state);
  return byState || (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9');
}
