import { daysBetween, type CalendarDate } from './calendar-date.js';
import { decideCluster } from './decide-cluster.js';
import type { ClusterDecision } from './decision.js';
import { effectiveRules, type EffectiveRules } from './effective-rules.js';
import type { ClusterFacts } from './facts.js';
import { deadlinesOf, ladderTo, type Deadline } from './reminder-ladder.js';
import type { RecipientRole, ReminderEvent, Rules } from './rules.js';

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

/**
 * What must change in the stored plan of one cluster so that it is true on a day. Planning twice changes nothing the second time.
 *
 * Stored rows are those of this cluster, closed ones included: they tell what was sent. `recipients` are the people of today.
 */
export function planReminders(
  facts: ClusterFacts,
  rules: Rules,
  recipients: readonly Recipient[],
  stored: readonly StoredReminder[],
  on: CalendarDate,
): PlanChange {
  return planRemindersFor(decideCluster(facts, rules, on), rules, recipients, stored);
}

/** As `planReminders`, for a cluster that was decided before. */
export function planRemindersFor(
  decision: ClusterDecision,
  rules: Rules,
  recipients: readonly Recipient[],
  stored: readonly StoredReminder[],
): PlanChange {
  const effective = effectiveRules(rules, decision.on);
  const plan: Plan = { on: decision.on, stored, byKey: byKey(stored), effective, wanted: new Set(), change: nothingChanges() };
  const cycle = decision.chain?.cycle.key;
  if (cycle) {
    for (const deadline of deadlinesOf(decision)) {
      for (const personId of new Set(recipients.map((recipient) => recipient.personId))) {
        const roles = recipients.filter((recipient) => recipient.personId === personId).map(({ role }) => role);
        planLadder(plan, cycle, deadline, personId, roles);
      }
    }
  }
  for (const row of stored) {
    if (row.state === 'planned' && !plan.wanted.has(keyOf(row))) plan.change.supersede.push(row.id);
  }
  return plan.change;
}

/** Whether a stored reminder goes out: a night that was missed is caught up, so the day may lie behind. */
export function isReminderDue({ state, dueOn }: Pick<StoredReminder, 'state' | 'dueOn'>, on: CalendarDate): boolean {
  return state === 'planned' && dueOn <= on;
}

interface Plan {
  on: CalendarDate;
  stored: readonly StoredReminder[];
  byKey: ReadonlyMap<string, StoredReminder>;
  effective: EffectiveRules;
  /** Keys of every row that belongs to the plan as it should be. */
  wanted: Set<string>;
  change: {
    insert: NewReminder[];
    supersede: string[];
    reopen: string[];
    suppress: { id: string; because: SuppressedBecause }[];
  };
}

/** All steps of one deadline to one person. Of steps already past, only the newest is still worth a mail. */
function planLadder(plan: Plan, cycle: string, deadline: Deadline, personId: string, roles: readonly RecipientRole[]): void {
  const steps = ladderTo(deadline, plan.effective).filter(({ rule }) => rule.recipients.some((role) => roles.includes(role)));
  const newestPast = steps.findLast(({ dueOn }) => dueOn <= plan.on);
  const { event, deadlineOn } = deadline;
  const hasStored = plan.stored.length > 0;
  for (const step of steps) {
    const { dueOn } = step;
    const { offsetDays, recipients } = step.rule;
    let isRepeat = false;
    const isOvertaken = dueOn <= plan.on && step !== newestPast;
    if (hasStored) {
      const key: ReminderKey = { cycle, event, offsetDays, deadlineOn, personId };
      const text = keyOf(key);
      plan.wanted.add(text);
      const known = plan.byKey.get(text);
      if (known && known.state !== 'superseded') continue;
      isRepeat = wasSentForNearbyDay(plan, key);
      if (known) {
        if (isOvertaken || isRepeat)
          plan.change.suppress.push({ id: known.id, because: isOvertaken ? 'overtaken' : 'deadline-barely-moved' });
        else plan.change.reopen.push(known.id);
        continue;
      }
    }
    const suppressedBecause = isOvertaken ? 'overtaken' : isRepeat ? 'deadline-barely-moved' : null;
    const role = recipients.find((candidate) => roles.includes(candidate)) ?? 'manager';
    const state = suppressedBecause ? 'suppressed' : 'planned';
    plan.change.insert.push({ cycle, event, offsetDays, deadlineOn, personId, role, dueOn, state, suppressedBecause });
  }
}

/** Whether the person already had this step for a deadline so near that telling again would only be noise. */
function wasSentForNearbyDay({ stored, effective }: Plan, key: ReminderKey): boolean {
  const repeatFrom = effective.repeatFromMoveDays?.value ?? 0;
  return stored.some(
    (row) =>
      (row.state === 'sent' || row.state === 'uncertain' || row.state === 'sending') &&
      row.offsetDays === key.offsetDays &&
      row.event === key.event &&
      row.personId === key.personId &&
      row.cycle === key.cycle &&
      Math.abs(daysBetween(row.deadlineOn, key.deadlineOn)) < repeatFrom,
  );
}

function byKey(stored: readonly StoredReminder[]): Map<string, StoredReminder> {
  return new Map(stored.map((row) => [keyOf(row), row]));
}

function keyOf({ cycle, event, offsetDays, deadlineOn, personId }: ReminderKey): string {
  return `${cycle}|${event}|${offsetDays}|${deadlineOn}|${personId}`;
}

function nothingChanges(): Plan['change'] {
  return { insert: [], supersede: [], reopen: [], suppress: [] };
}
