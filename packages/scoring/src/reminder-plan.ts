import type { CalendarDate } from './calendar-date.js';
import type { RecipientRole, ReminderEvent } from './rules.js';

/** A person who is told about a cluster, and why. One entry per role; a person in two roles appears twice. */
export interface Recipient {
  personId: string;
  role: RecipientRole;
}

export type ReminderState = 'planned' | 'sending' | 'sent' | 'uncertain' | 'superseded' | 'suppressed' | 'failed';

/** Why a reminder was not sent. */
export type SuppressedBecause = 'overtaken' | 'deadline-barely-moved' | 'not-needed';

/** What makes a reminder unique: one message about one step of one deadline to one person. */
export interface ReminderKey {
  cycle: string;
  event: ReminderEvent;
  offsetDays: number;
  deadlineOn: CalendarDate;
  personId: string;
}

/** A row of the plan as stored. */
export interface StoredReminder extends ReminderKey {
  id: string;
  dueOn: CalendarDate;
  state: ReminderState;
}

export interface NewReminder extends ReminderKey {
  role: RecipientRole;
  /** Day it goes out: the step's day, or the open day before. */
  dueOn: CalendarDate;
  state: 'planned' | 'suppressed';
  suppressedBecause: SuppressedBecause | null;
}

/** What planning changes in the stored plan. Empty lists: the plan was already true. */
export interface PlanChange {
  insert: readonly NewReminder[];
  supersede: readonly string[];
  /** Superseded, unsent rows whose deadline came back. */
  reopen: readonly string[];
  suppress: readonly { id: string; because: SuppressedBecause }[];
}
