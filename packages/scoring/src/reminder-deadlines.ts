import type { CalendarDate } from './calendar-date.js';
import type { Chain, ClusterDecision } from './decision.js';
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
 * What people are reminded of under a decision. Nobody is reminded of a duty that does not bind, is waived or is not known. A first
 * award has only its booking day; a renewal also its end, and once that has passed the end of the window. An audit booked in time
 * makes reminders to book unnecessary. Plans, exemptions and tasks have a day of their own.
 */
export function deadlinesOf(decision: ClusterDecision, facts: ClusterFacts, tasks: readonly OpenTask[] = []): Deadline[] {
  if (decision.verdict === 'not-bound') return [];
  const exemptions = exemptionsOf(decision, facts);
  if (decision.verdict === 'exempt') return exemptions;
  const own = tasks.map(({ event, subject, dueOn }) => ofItsOwn(event, subject, dueOn));
  return [...dutyDeadlines(decision), ...stepsOfCase(decision, facts, tasks), ...promiseOf(decision, facts), ...exemptions, ...own];
}

function dutyDeadlines({ chain, verdict, required }: ClusterDecision): Deadline[] {
  if (!chain || verdict === 'unknown') return [];
  const deadlines: Deadline[] = [];
  if (chain.orderBy && !chain.booking?.inTime) deadlines.push(towards(chain, 'booking', chain.orderBy));
  if (chain.cycle.kind === 'renewal' && required.validUntil) deadlines.push(towards(chain, 'end', required.validUntil));
  if (chain.cycle.anchor === 'window-end') deadlines.push(towards(chain, 'window-end', chain.cycle.anchorOn));
  return deadlines;
}

const stepsOfCluster: readonly ProcessStep[] = ['self-test', 'submission'];

/** What the cluster itself has to hand in, once a case is open. A step that somebody planned for a day is told of that day, as a task. */
function stepsOfCase({ chain, verdict }: ClusterDecision, { cases = [] }: ClusterFacts, tasks: readonly OpenTask[]): Deadline[] {
  if (!chain || verdict === 'unknown' || !cases.some(({ cycle, state }) => cycle === chain.cycle.key && state === 'open')) return [];
  return chain.steps.flatMap(({ step, latestOn }) => {
    const isPlanned = tasks.some(({ event, subject }) => event === 'milestone' && subject === step);
    const deadlineOn = (step === 'submission' && chain.booking?.submitBy) || latestOn;
    if (!stepsOfCluster.includes(step) || isPlanned || deadlineOn === null || chain.done?.includes(step)) return [];
    return [towards(chain, 'milestone', deadlineOn, step)];
  });
}

/** The newest accepted plan, until the level is held. One whose level was held since it was accepted is kept, whatever came later. */
function promiseOf({ verdict, on, required }: ClusterDecision, { plans }: ClusterFacts): Deadline[] {
  if (verdict === 'met' || verdict === 'at-risk') return [];
  const isKept = (acceptedOn: CalendarDate) => required.validUntil !== null && required.validUntil >= acceptedOn;
  const promised = plans.filter(
    ({ acceptedOn, closedOn, dueOn }) =>
      acceptedOn !== null && acceptedOn <= on && (closedOn === null || closedOn > on) && (dueOn >= on || !isKept(acceptedOn)),
  );
  const newest = promised.reduce<ActionPlan | null>((last, plan) => (last && last.dueOn >= plan.dueOn ? last : plan), null);
  return newest ? [ofItsOwn('plan', newest.id, newest.dueOn)] : [];
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
