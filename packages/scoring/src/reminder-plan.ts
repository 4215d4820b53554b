import { daysBetween, type CalendarDate } from './calendar-date.js';
import { decideCluster } from './decide-cluster.js';
import type { ClusterDecision } from './decision.js';
import { effectiveRules, type EffectiveRules } from './effective-rules.js';
import type { ClusterFacts } from './facts.js';
import { deadlinesOf, type Deadline, type OpenTask } from './reminder-deadlines.js';
import { heldLadder, type HeldStep } from './reminder-held-ladder.js';
import type { ReminderHold } from './reminder-hold.js';
import type { LadderStep } from './reminder-ladder.js';
import { silenceAhead } from './reminder-silence.js';
import type { RecipientRole, ReminderChannel, ReminderEvent, ReminderUrgency, Rules } from './rules.js';

/** A person who is told about a cluster, and why. One entry per role; a person in two roles appears twice. */
export interface Recipient {
  personId: string;
  role: RecipientRole;
  /** Told in the place of this person, who is away. */
  standsInForId?: string | null;
}

/** `acknowledged`: not sent, because whoever was reminded before knows and said by when. */
export type ReminderState = 'planned' | 'sending' | 'sent' | 'uncertain' | 'superseded' | 'suppressed' | 'acknowledged' | 'failed';

/** Why a reminder was not sent. */
export type SuppressedBecause = 'overtaken' | 'deadline-barely-moved' | 'not-needed' | 'paused' | 'unsubscribed';

/** What makes a reminder unique: one message about one step of one deadline to one person. */
export interface ReminderKey {
  cycle: string;
  event: ReminderEvent;
  subject: string;
  offsetDays: number;
  deadlineOn: CalendarDate;
  personId: string;
}

/** A row of the plan as stored. */
export interface StoredReminder extends ReminderKey {
  id: string;
  role: RecipientRole;
  dueOn: CalendarDate;
  urgency: ReminderUrgency;
  channel: ReminderChannel;
  state: ReminderState;
  suppressedBecause: SuppressedBecause | null;
}

export interface NewReminder extends ReminderKey {
  role: RecipientRole;
  standsInForId: string | null;
  /** The role that could not be reached or that nobody has, where this is told to the next one; else null. */
  escalatedFrom: RecipientRole | null;
  /** Day it goes out, as its step says. */
  dueOn: CalendarDate;
  urgency: ReminderUrgency;
  channel: ReminderChannel;
  state: 'planned' | 'suppressed' | 'acknowledged';
  suppressedBecause: SuppressedBecause | null;
}

/** What planning changes in the stored plan. Empty lists: the plan was already true. */
export interface PlanChange {
  insert: readonly NewReminder[];
  supersede: readonly string[];
  /** Superseded, unsent rows whose deadline came back, and rows that nothing holds back any longer. */
  reopen: readonly string[];
  suppress: readonly { id: string; because: SuppressedBecause }[];
  acknowledge: readonly string[];
  /** Open rows whose step was changed. */
  adjust: readonly Adjustment[];
}

export interface Adjustment {
  id: string;
  dueOn: CalendarDate;
  urgency: ReminderUrgency;
  channel: ReminderChannel;
}

/** What planning goes by besides facts and rules. */
export interface PlanInput {
  /** The people of today. */
  recipients: readonly Recipient[];
  /** Rows of this cluster, closed ones included: they tell what was sent. */
  stored: readonly StoredReminder[];
  holds: readonly ReminderHold[];
  tasks: readonly OpenTask[];
}

/** What must change in the stored plan of one cluster so that it is true on a day. Planning twice changes nothing the second time. */
export function planReminders(facts: ClusterFacts, rules: Rules, input: PlanInput, on: CalendarDate): PlanChange {
  return planRemindersFor(decideCluster(facts, rules, on), facts, rules, input);
}

/** As `planReminders`, for a cluster that was decided before. */
export function planRemindersFor(decision: ClusterDecision, facts: ClusterFacts, rules: Rules, input: PlanInput): PlanChange {
  const { stored, recipients } = input;
  const plan: Plan = {
    ...input,
    on: decision.on,
    clusterId: facts.clusterId,
    byKey: byKey(stored),
    failed: stored.filter(({ state }) => state === 'failed'),
    effective: effectiveRules(rules, decision.on),
    wanted: new Set(),
    change: nothingChanges(),
  };
  const people = [...new Set(recipients.map(({ personId }) => personId))].map((personId) => ({
    personId,
    roles: recipients.filter((recipient) => recipient.personId === personId),
  }));
  const isSilent = silenceAhead(facts, rules, decision.on);
  for (const deadline of deadlinesOf(decision, facts, input.tasks)) {
    const ladder = heldLadder(plan, deadline).filter(({ dueOn }) => !isSilent(deadline.event, dueOn));
    for (const person of people) planLadder(plan, deadline, ladder, person);
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

interface Plan extends PlanInput {
  on: CalendarDate;
  clusterId: string;
  byKey: ReadonlyMap<string, StoredReminder>;
  failed: readonly StoredReminder[];
  effective: EffectiveRules;
  /** Keys of every row that belongs to the plan as it should be. */
  wanted: Set<string>;
  change: {
    insert: NewReminder[];
    supersede: string[];
    reopen: string[];
    suppress: { id: string; because: SuppressedBecause }[];
    acknowledge: string[];
    adjust: Adjustment[];
  };
}

interface Person {
  personId: string;
  roles: readonly Recipient[];
}

/** All steps of one deadline to one person. Of steps already past, only the newest is still worth a mail. */
function planLadder(plan: Plan, deadline: Deadline, ladder: readonly HeldStep[], person: Person): void {
  const { cycle, event, subject, deadlineOn } = deadline;
  const told = ladder.flatMap((step) => {
    const as = roleIn(plan, deadline, step, person);
    return as ? [{ step, as }] : [];
  });
  const newestPast = told.findLast(({ step }) => step.dueOn <= plan.on)?.step;
  const hasStored = plan.stored.length > 0;
  for (const { step, as } of told) {
    const { offsetDays, urgency, channel } = step.rule;
    const key: ReminderKey = { cycle, event, subject, offsetDays, deadlineOn, personId: person.personId };
    const isOvertaken = step.dueOn <= plan.on && step !== newestPast;
    let isRepeat = false;
    if (hasStored) {
      const text = keyOf(key);
      plan.wanted.add(text);
      const known = plan.byKey.get(text);
      if (known) {
        reconsider(plan, known, step, isOvertaken);
        continue;
      }
      isRepeat = wasSentForNearbyDay(plan, key);
    }
    const suppressedBecause = isOvertaken ? 'overtaken' : isRepeat ? 'deadline-barely-moved' : step.heldAs === 'paused' ? 'paused' : null;
    const state = suppressedBecause ? 'suppressed' : step.heldAs === 'acknowledged' ? 'acknowledged' : 'planned';
    plan.change.insert.push({ ...key, ...as, dueOn: step.dueOn, urgency, channel, state, suppressedBecause });
  }
}

/** What becomes of a row that is in the plan already. What was sent, failed or was overtaken stays as it is. */
function reconsider(plan: Plan, known: StoredReminder, step: HeldStep, isOvertaken: boolean): void {
  const { change } = plan;
  const { id, state } = known;
  const wasHeld = state === 'acknowledged' || known.suppressedBecause === 'paused';
  if (state === 'superseded') {
    if (isOvertaken) return void change.suppress.push({ id, because: 'overtaken' });
    if (wasSentForNearbyDay(plan, known)) return void change.suppress.push({ id, because: 'deadline-barely-moved' });
  } else if (state !== 'planned' && !wasHeld) return;
  if (step.heldAs === 'acknowledged') {
    if (state !== 'acknowledged') change.acknowledge.push(id);
  } else if (step.heldAs === 'paused') {
    if (known.suppressedBecause !== 'paused') change.suppress.push({ id, because: 'paused' });
  } else {
    // What its day has passed while it was held back is told by the next step.
    if (wasHeld && step.dueOn <= plan.on) return;
    if (state !== 'planned') change.reopen.push(id);
    adjust(plan, known, step);
  }
}

function adjust({ change }: Plan, known: StoredReminder, { dueOn, rule: { urgency, channel } }: HeldStep): void {
  if (known.dueOn !== dueOn || known.urgency !== urgency || known.channel !== channel) {
    change.adjust.push({ id: known.id, dueOn, urgency, channel });
  }
}

type ToldAs = Pick<NewReminder, 'role' | 'standsInForId' | 'escalatedFrom'>;

/** Why a person is told a step: by a role of theirs, or because the role before could not be reached. Null: not told. */
function roleIn(plan: Plan, deadline: Deadline, { rule }: LadderStep, { roles }: Person): ToldAs | null {
  for (const role of rule.recipients) {
    const own = roles.find((recipient) => recipient.role === role);
    if (own) return { role, standsInForId: own.standsInForId ?? null, escalatedFrom: null };
  }
  const failed = failedOf(plan, deadline, rule.offsetDays).map(({ role }) => role);
  for (const unreached of [...failed, ...vacantOf(plan, deadline, rule)]) {
    const own = roles.find(({ role }) => nextRung[unreached].includes(role));
    if (own) return { role: own.role, standsInForId: own.standsInForId ?? null, escalatedFrom: unreached };
  }
  return null;
}

/** To whom a step goes that could not be delivered, or whose role nobody has. */
const nextRung: Readonly<Record<RecipientRole, readonly RecipientRole[]>> = {
  manager: ['chair', 'officer'],
  chair: ['officer'],
  officer: ['head'],
  head: [],
};

/** Roles that nobody has, from those that a step is for up to the first in line that somebody has. None where the step was told before they were left. */
function vacantOf({ recipients, stored }: Plan, deadline: Deadline, rule: LadderStep['rule']): RecipientRole[] {
  const vacant: RecipientRole[] = [];
  let rung: readonly RecipientRole[] = rule.recipients;
  while (rung.length > 0 && !recipients.some(({ role }) => rung.includes(role))) {
    vacant.push(...rung);
    rung = rung.flatMap((role) => nextRung[role]);
  }
  if (vacant.length === 0) return vacant;
  const wasTold = stored.some((row) => isOfStep(row, deadline, rule.offsetDays) && isTold(row) && rule.recipients.includes(row.role));
  return wasTold ? [] : vacant;
}

function failedOf({ failed }: Plan, deadline: Deadline, offsetDays: number): StoredReminder[] {
  return failed.filter((row) => isOfStep(row, deadline, offsetDays));
}

function isOfStep(row: StoredReminder, { cycle, event, subject, deadlineOn }: Deadline, offsetDays: number): boolean {
  return (
    row.offsetDays === offsetDays && row.deadlineOn === deadlineOn && row.event === event && row.subject === subject && row.cycle === cycle
  );
}

function isTold({ state }: StoredReminder): boolean {
  return state === 'sent' || state === 'uncertain' || state === 'sending';
}

/** Whether the person already had this step for a deadline so near that telling again would only be noise. */
function wasSentForNearbyDay({ stored, effective }: Plan, key: ReminderKey): boolean {
  const repeatFrom = effective.repeatFromMoveDays?.value ?? 0;
  return stored.some(
    (row) =>
      isTold(row) &&
      row.offsetDays === key.offsetDays &&
      row.event === key.event &&
      row.subject === key.subject &&
      row.personId === key.personId &&
      row.cycle === key.cycle &&
      Math.abs(daysBetween(row.deadlineOn, key.deadlineOn)) < repeatFrom,
  );
}

function byKey(stored: readonly StoredReminder[]): Map<string, StoredReminder> {
  return new Map(stored.map((row) => [keyOf(row), row]));
}

function keyOf({ cycle, event, subject, offsetDays, deadlineOn, personId }: ReminderKey): string {
  return `${cycle}|${event}|${subject}|${offsetDays}|${deadlineOn}|${personId}`;
}

function nothingChanges(): Plan['change'] {
  return { insert: [], supersede: [], reopen: [], suppress: [], acknowledge: [], adjust: [] };
}
