import { levelRank } from './award-period.js';
import type { CalendarDate } from './calendar-date.js';
import type { Chain, ClusterDecision, JudgedDuty, VerdictCode } from './decision.js';
import type { ActionPlan, ClusterFacts, Level } from './facts.js';
import type { ProcessStep, ReminderEvent } from './rules.js';

/** A day that people are reminded of. */
export interface Deadline {
  event: ReminderEvent;
  /** Which of several: a step, or the id of a plan, exemption, recommendation, document or assessment. Empty where there is one only. */
  subject: string;
  /** What is being worked towards; of what belongs to no cycle, the event and its subject. */
  cycle: string;
  level: Level | null;
  deadlineOn: CalendarDate;
}

/** Work with a day that does not follow from the facts which decide a cluster. Only what is open. */
export interface OpenTask {
  event: 'milestone' | 'recommendation' | 'document' | 'self-test-returned';
  /** As in `Deadline`. */
  subject: string;
  dueOn: CalendarDate;
}

/**
 * What people are reminded of under a decision. Nobody is reminded of a duty that does not bind, is waived or is not known; of several duties
 * each is told of, and what serves two of them once. A first award has only its booking day; a renewal also its end, and once that has passed
 * the end of the window. An audit booked in time makes reminders to book unnecessary. Plans, exemptions and tasks have a day of their own.
 */
export function deadlinesOf(decision: ClusterDecision, facts: ClusterFacts, tasks: readonly OpenTask[] = []): Deadline[] {
  if (decision.verdict === 'not-bound') return [];
  const exemptions = exemptionsOf(decision, facts);
  if (isExemptAlone(decision)) return exemptions;
  const own = tasks.map(({ event, subject, dueOn }) => ofItsOwn(event, subject, dueOn));
  const pressing = decision.duties.filter(isPressing);
  const ofDuties = [...pressing.flatMap(dutyDeadlines), ...pressing.flatMap((duty) => stepsOfCase(duty, facts, tasks))];
  return [...eachOnce(ofDuties), ...promisesOf(decision, facts), ...exemptions, ...own];
}

/** The decision as the duty sees it that works towards a cycle, so that what is said of the cycle is true where there are several. */
export function underCycle(decision: ClusterDecision, cycle: string | undefined): ClusterDecision {
  const duties = decision.duty ? [decision.duty, ...decision.duties] : [];
  const duty = duties.find((one) => isPressing(one) && one.chain?.cycle.key === cycle);
  return duty ? underDuty(decision, duty) : decision;
}

/** The decision as if this were the only duty. */
export function underDuty(decision: ClusterDecision, duty: JudgedDuty): ClusterDecision {
  const { verdict, required, chain } = duty;
  const { code, programmeId, compliant } = verdict;
  return { ...decision, duty, required, chain, verdict: code, verdictProgrammeId: programmeId, compliant };
}

/** Exempt, and no other duty is held beside it: then nobody hears of anything but the exemption. */
export function isExemptAlone({ verdict, duties }: ClusterDecision): boolean {
  return verdict === 'exempt' && !duties.some(isPressing);
}

function isPressing({ duty, verdict }: JudgedDuty): boolean {
  return duty.answer === 'bound' && verdict.code !== 'exempt' && verdict.code !== 'unknown';
}

/** Two duties towards the same award, or of the same day, are one thing to do: the earlier day, and of the same day the higher level. */
function eachOnce(deadlines: readonly Deadline[]): Deadline[] {
  const first = new Map<string, Deadline>();
  for (const deadline of deadlines) {
    const { event, subject, cycle, level, deadlineOn } = deadline;
    const renewed = cycle.includes(':renewal:') ? cycle.slice(cycle.indexOf(':')) : cycle;
    const key = `${event} ${subject} ${renewed}`;
    const other = first.get(key);
    const isEarlier = !other || deadlineOn < other.deadlineOn;
    const isHigher = other?.deadlineOn === deadlineOn && levelRank[level ?? 'bronze'] > levelRank[other.level ?? 'bronze'];
    if (isEarlier || isHigher) first.set(key, deadline);
  }
  return [...first.values()];
}

function dutyDeadlines({ chain, required }: JudgedDuty): Deadline[] {
  if (!chain) return [];
  const deadlines: Deadline[] = [];
  if (chain.orderBy && !chain.booking?.inTime) deadlines.push(towards(chain, 'booking', chain.orderBy));
  if (chain.cycle.kind === 'renewal' && required.validUntil) deadlines.push(towards(chain, 'end', required.validUntil));
  if (chain.cycle.anchor === 'window-end') deadlines.push(towards(chain, 'window-end', chain.cycle.anchorOn));
  return deadlines;
}

const stepsOfCluster: readonly ProcessStep[] = ['self-test', 'submission'];

/** What the cluster itself has to hand in, once a case is open. A step that somebody planned for a day is told of that day, as a task. */
function stepsOfCase({ chain }: JudgedDuty, { cases = [] }: ClusterFacts, tasks: readonly OpenTask[]): Deadline[] {
  if (!chain || !cases.some(({ cycle, state }) => cycle === chain.cycle.key && state === 'open')) return [];
  return chain.steps.flatMap(({ step, latestOn }) => {
    const isPlanned = tasks.some(({ event, subject }) => event === 'milestone' && subject === step);
    const deadlineOn = (step === 'submission' && chain.booking?.submitBy) || latestOn;
    if (!stepsOfCluster.includes(step) || isPlanned || deadlineOn === null || chain.done?.includes(step)) return [];
    return [towards(chain, 'milestone', deadlineOn, step)];
  });
}

/**
 * Of each programme that is not over, the newest accepted plan, until the level is held. One whose level was held since it was accepted is kept,
 * whatever came later.
 */
function promisesOf(decision: ClusterDecision, { plans, programmes }: ClusterFacts): Deadline[] {
  const over = programmes.filter(({ endsOn }) => endsOn < decision.on).map(({ id }) => id);
  const newest = new Map<string, ActionPlan>();
  for (const plan of plans) {
    if (over.includes(plan.programmeId)) continue;
    const last = newest.get(plan.programmeId);
    if (isPromised(plan, decision) && (!last || last.dueOn < plan.dueOn)) newest.set(plan.programmeId, plan);
  }
  return [...newest.values()].map(({ id, dueOn }) => ofItsOwn('plan', id, dueOn));
}

/** What the verdicts are under which nothing more is promised. */
const settled: readonly VerdictCode[] = ['met', 'at-risk', 'exempt', 'not-bound'];

function isPromised({ programmeId, acceptedOn, closedOn, dueOn }: ActionPlan, { on, duties, ...shown }: ClusterDecision): boolean {
  if (acceptedOn === null || acceptedOn > on || (closedOn !== null && closedOn <= on)) return false;
  const duty = duties.find(({ verdict }) => verdict.programmeId === programmeId);
  if (settled.includes(duty?.verdict.code ?? shown.verdict)) return false;
  const { validUntil } = duty?.required ?? shown.required;
  return dueOn >= on || validUntil === null || validUntil < acceptedOn;
}

function exemptionsOf({ on }: ClusterDecision, { waivers }: ClusterFacts): Deadline[] {
  return waivers
    .filter(({ startsOn, endsOn, approvedOn }) => approvedOn !== null && approvedOn <= on && startsOn <= on && endsOn >= on)
    .map(({ id, endsOn }) => ofItsOwn('waiver', id, endsOn));
}

function towards({ cycle }: Chain, event: ReminderEvent, deadlineOn: CalendarDate, subject = ''): Deadline {
  return { event, subject, cycle: cycle.key, level: cycle.level, deadlineOn };
}

function ofItsOwn(event: ReminderEvent, subject: string, deadlineOn: CalendarDate): Deadline {
  return { event, subject, cycle: `${event}:${subject}`, level: null, deadlineOn };
}
