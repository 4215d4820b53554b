import type { CalendarDate } from './calendar-date.js';
import type { ClusterFacts } from './facts.js';
import { isReminderDue, planReminders, type PlanChange, type Recipient, type StoredReminder } from './reminder-plan.js';
import type { Rules } from './rules.js';

/** A reminder of a trial, and the day on which it goes out. */
export interface TriedReminder extends StoredReminder {
  sentOn: CalendarDate;
}

/** A cluster whose reminders are tried, with the facts and the people of today. Nothing is stored. */
export interface ReminderTrial {
  facts: ClusterFacts;
  recipients: readonly Recipient[];
  /** The plan as the days so far have left it; null before the first. */
  stored: readonly StoredReminder[] | null;
  /** What would have gone out, in order of time. */
  sent: readonly TriedReminder[];
}

export function beginTrial(facts: ClusterFacts, recipients: readonly Recipient[]): ReminderTrial {
  return { facts, recipients, stored: null, sent: [] };
}

/**
 * Lives through one day, as the worker does every morning: plans, and sends what is due. What is due on the first day counts as had before:
 * a first planning sends the newest past step at once, which says nothing about a year. Days come in order; all clusters of a day
 * before the next one is by far the cheapest.
 */
export function liveDay(trial: ReminderTrial, rules: Rules, day: CalendarDate): ReminderTrial {
  const before = trial.stored ?? [];
  const stored = planned(before, planReminders(trial.facts, rules, trial.recipients, before, day));
  const due = stored.filter((row) => isReminderDue(row, day));
  if (due.length === 0) return { ...trial, stored };
  const sent = trial.stored === null ? [] : due.map((row) => ({ ...row, sentOn: day }));
  return {
    ...trial,
    stored: stored.map((row) => (isReminderDue(row, day) ? { ...row, state: 'sent' } : row)),
    sent: [...trial.sent, ...sent],
  };
}

/** What stands planned after the days so far, by its day. */
export function toComeAfter({ stored }: ReminderTrial): StoredReminder[] {
  return (stored ?? []).filter(({ state }) => state === 'planned').sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}

/** The plan once a change is made: what the database does with it. */
function planned(stored: readonly StoredReminder[], { insert, supersede, reopen, suppress }: PlanChange): readonly StoredReminder[] {
  if (insert.length + supersede.length + reopen.length + suppress.length === 0) return stored;
  const states = new Map<string, StoredReminder['state']>();
  for (const id of supersede) states.set(id, 'superseded');
  for (const id of reopen) states.set(id, 'planned');
  for (const { id } of suppress) states.set(id, 'suppressed');
  const kept = stored.map((row) => ({ ...row, state: states.get(row.id) ?? row.state }));
  return [...kept, ...insert.map((row, index) => ({ ...row, id: `${stored.length + index}` }))];
}
