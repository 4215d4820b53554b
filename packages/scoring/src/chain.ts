import type { AwardPeriod } from './award-period.js';
import { countedBooking, type CountedBooking } from './booking.js';
import { chainDates, type ChainDates } from './chain-dates.js';
import { daysBetween, type CalendarDate } from './calendar-date.js';
import type { Chain, Cycle } from './decision.js';
import type { EffectiveRules } from './effective-rules.js';
import type { AuditBooking, CaseFact } from './facts.js';
import type { Reason } from './reason.js';
import type { ProcessStep } from './rules.js';
import { workingDaysBetween } from './working-days.js';

/** The chain of a cycle on a day: dates counted back from the anchor, the booking that counts, and what has passed undone. */
export function chainOn(
  cycle: Cycle,
  audits: readonly AuditBooking[],
  present: AwardPeriod | null,
  effective: EffectiveRules,
  on: CalendarDate,
  cases: readonly CaseFact[] = noCases,
): Chain {
  const dates = chainDates(cycle.anchorOn, cycle.kind, effective);
  const ofCycle = cases.find((one) => one.cycle === cycle.key) ?? null;
  const booking = countedBooking(stillOpen(audits, ofCycle, on), cycle, present, effective, on);
  const done = ofCycle ? stepsDone(ofCycle, on) : nothingDone;
  return {
    cycle,
    steps: stepsOn(dates, booking, done, on),
    orderBy: dates.orderBy,
    slackWorkingDays: dates.orderBy && workingDaysBetween(on, dates.orderBy, effective.rules.closedDays),
    slackDays: dates.orderBy && daysBetween(on, dates.orderBy),
    bindingRuleId: dates.bindingRuleId,
    booking,
    done,
    reasons: booking ? [...dates.reasons, bookingReason(booking, cycle, effective)] : dates.reasons,
  };
}

/** Until the first step has passed the steps are those of every cluster with this anchor. */
function stepsOn(
  { steps, earliestOn }: ChainDates,
  booking: CountedBooking | null,
  done: readonly ProcessStep[],
  on: CalendarDate,
): Chain['steps'] {
  if (earliestOn === null || on <= earliestOn) return steps;
  return steps.map((step) => (!done.includes(step.step) && isOverdue(step, booking, on) ? asOverdue(step) : step));
}

const noCases: readonly CaseFact[] = [];
const nothingDone: readonly ProcessStep[] = [];
const chainSteps: readonly ProcessStep[] = ['self-test', 'order', 'submission', 'audit', 'decision'];

/** What a case has ticked off by the day. */
function stepsDone({ done }: CaseFact, on: CalendarDate): readonly ProcessStep[] {
  return chainSteps.filter((step) => done.some(({ milestone, doneOn }) => milestone === step && doneOn <= on));
}

/** An audit that a failed decision was about is settled: only a later one can still lead to the label. */
function stillOpen(audits: readonly AuditBooking[], ofCycle: CaseFact | null, on: CalendarDate): readonly AuditBooking[] {
  const failedOn = ofCycle?.state === 'failed' ? ofCycle.decidedOn : null;
  return failedOn === null || failedOn > on ? audits : audits.filter(({ lastDayOn }) => lastDayOn > failedOn);
}

function asOverdue({ step, latestOn, rawOn, startsOn, ruleId }: ChainDates['steps'][number]): Chain['steps'][number] {
  return { step, latestOn, rawOn, startsOn, ruleId, overdue: true };
}

/**
 * A step is overdue from the day after its date. A booking in time settles everything before the audit; a late one settles nothing.
 * A step that a case ticked off is done in any way; what no case knows of, a booked audit takes as done.
 */
function isOverdue(step: ChainDates['steps'][number], booking: CountedBooking | null, on: CalendarDate): boolean {
  if (step.latestOn === null || on <= step.latestOn) return false;
  return step.step === 'decision' || !booking?.inTime;
}

function bookingReason(booking: CountedBooking, cycle: Cycle, effective: EffectiveRules): Reason {
  const rule = effective.steps[cycle.kind].find((step) => step.step === 'audit');
  const { auditId, firstDayOn, lastDayOn, projectedDecisionOn, state } = booking;
  const arithmetic = { firstDayOn, lastDayOn, offsetDays: rule?.offset ?? null, projectedDecisionOn, anchorOn: cycle.anchorOn };
  return {
    code: booking.inTime ? 'booked-audit-in-time' : 'booked-audit-too-late',
    params: { auditId, state: state ?? null, ...arithmetic, ruleId: rule?.id ?? null },
  };
}
