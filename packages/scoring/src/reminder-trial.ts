import type { CalendarDate } from './calendar-date.js';
import { decideCluster } from './decide-cluster.js';
import type { ClusterDecision } from './decision.js';
import type { ClusterFacts } from './facts.js';
import { isReminderDue, planRemindersFor, type PlanChange, type PlanInput, type StoredReminder } from './reminder-plan.js';
import type { Rules } from './rules.js';

/** A reminder of a trial, and the day on which it goes out. */
export interface TriedReminder extends StoredReminder {
  sentOn: CalendarDate;
}

/** A cluster whose reminders are tried, with the facts, the people and the open tasks of today. Nothing is stored. */
export interface ReminderTrial {
  facts: ClusterFacts;
  input: Omit<PlanInput, 'stored'>;
  /** The plan as the days so far have left it; null before the first. */
  stored: readonly StoredReminder[] | null;
  /** What would have gone out, in order of time. */
  sent: readonly TriedReminder[];
}

export function beginTrial(facts: ClusterFacts, input: ReminderTrial['input']): ReminderTrial {
  return { facts, input, stored: null, sent: [] };
}

/**
 * Lives through one day, as the worker does every morning: plans, and sends what is due. What is due on the first day counts as had before:
 * a first planning sends the newest past step at once, which says nothing about a year. Days come in order; all clusters of a day
 * before the next one is by far the cheapest. `decision`: of that day, where it was made before; steps of reminders do not change it.
 */
export function liveDay(
  trial: ReminderTrial,
  rules: Rules,
  day: CalendarDate,
  decision: ClusterDecision = decideCluster(trial.facts, rules, day),
): ReminderTrial {
  const before = trial.stored ?? [];
  const stored = planned(before, planRemindersFor(decision, trial.facts, rules, { ...trial.input, stored: before }));
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
function planned(stored: readonly StoredReminder[], change: PlanChange): readonly StoredReminder[] {
  const { insert, supersede, reopen, suppress, acknowledge, adjust } = change;
  if (Object.values(change).every((list: readonly unknown[]) => list.length === 0)) return stored;
  const changed = new Map<string, Partial<StoredReminder>>();
  const put = (id: string, to: Partial<StoredReminder>) => void changed.set(id, { ...changed.get(id), ...to });
  for (const id of supersede) put(id, { state: 'superseded' });
  for (const id of reopen) put(id, { state: 'planned', suppressedBecause: null });
  for (const { id, because } of suppress) put(id, { state: 'suppressed', suppressedBecause: because });
  for (const id of acknowledge) put(id, { state: 'acknowledged' });
  for (const { id, ...to } of adjust) put(id, to);
  const kept = stored.map((row) => ({ ...row, ...changed.get(row.id) }));
  return [...kept, ...insert.map((row, index) => ({ ...row, id: `${stored.length + index}` }))];
}
