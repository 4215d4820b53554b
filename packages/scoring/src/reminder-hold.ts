import type { CalendarDate } from './calendar-date.js';
import type { Deadline } from './reminder-deadlines.js';
import type { ReminderEvent, ReminderUrgency } from './rules.js';

/**
 * Somebody holds reminders back for a while. `pause`: an officer, what falls into it is not sent. `snooze`: an officer, what falls into it
 * goes out the day after. `acknowledgement`: whoever was reminded knows, and said by which day it will be done.
 */
export interface ReminderHold {
  id: string;
  kind: 'pause' | 'snooze' | 'acknowledgement';
  /** Null: all events of the cluster. */
  event: ReminderEvent | null;
  /** Null: whatever the subject. */
  subject: string | null;
  /** Null: whatever the day. A deadline that moved is no longer the one that was acknowledged. */
  deadlineOn: CalendarDate | null;
  /** First and last day on which reminders are held back. */
  fromOn: CalendarDate;
  untilOn: CalendarDate;
}

/** The hold that a step falls under; null where it goes out. Nothing holds back a final step. */
export function holdOn(
  holds: readonly ReminderHold[],
  { event, subject, deadlineOn }: Pick<Deadline, 'event' | 'subject' | 'deadlineOn'>,
  step: { dueOn: CalendarDate; urgency: ReminderUrgency },
): ReminderHold | null {
  if (step.urgency === 'final') return null;
  const found = holds.filter(
    (hold) =>
      (hold.event === null || hold.event === event) &&
      (hold.subject === null || hold.subject === subject) &&
      (hold.deadlineOn === null || hold.deadlineOn === deadlineOn) &&
      hold.fromOn <= step.dueOn &&
      step.dueOn <= hold.untilOn,
  );
  // What ends a step weighs more than what only moves it; of two that move it, the later day.
  return (
    found.find(({ kind }) => kind !== 'snooze') ??
    found.reduce<ReminderHold | null>((last, hold) => (last && last.untilOn >= hold.untilOn ? last : hold), null)
  );
}
