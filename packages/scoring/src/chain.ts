import type { AwardPeriod } from './award-period.js';
import { countedBooking, type CountedBooking } from './booking.js';
import { chainDates, type ChainDates } from './chain-dates.js';
import { daysBetween, type CalendarDate } from './calendar-date.js';
import type { Chain, Cycle } from './decision.js';
import type { EffectiveRules } from './effective-rules.js';
import type { AuditBooking } from './facts.js';
import type { Reason } from './reason.js';
import { workingDaysBetween } from './working-days.js';

/** The chain of a cycle on a day: dates counted back from the anchor, the booking that counts, and what has passed undone. */
export function chainOn(
  cycle: Cycle,
  audits: readonly AuditBooking[],
  present: AwardPeriod | null,
  effective: EffectiveRules,
  on: CalendarDate,
): Chain {
  const dates = chainDates(cycle.anchorOn, cycle.kind, effective);
  const booking = countedBooking(audits, cycle, present, effective, on);
  return {
    cycle,
    steps: stepsOn(dates, booking, on),
    orderBy: dates.orderBy,
    slackWorkingDays: dates.orderBy && workingDaysBetween(on, dates.orderBy, effective.rules.closedDays),
    slackDays: dates.orderBy && daysBetween(on, dates.orderBy),
    bindingRuleId: dates.bindingRuleId,
    booking,
    reasons: booking ? [...dates.reasons, bookingReason(booking, cycle, effective)] : dates.reasons,
  };
}

/** Until the first step has passed the steps are those of every cluster with this anchor. */
function stepsOn({ steps, earliestOn }: ChainDates, booking: CountedBooking | null, on: CalendarDate): Chain['steps'] {
  if (earliestOn === null || on <= earliestOn) return steps;
  return steps.map((step) => (isOverdue(step, booking, on) ? asOverdue(step) : step));
}

function asOverdue({ step, latestOn, rawOn, startsOn, ruleId }: ChainDates['steps'][number]): Chain['steps'][number] {
  return { step, latestOn, rawOn, startsOn, ruleId, overdue: true };
}

/**
 * A step is overdue from the day after its date. A booking in time settles everything before the audit; a late one settles nothing.
 * Whether documents were handed in is not recorded, so a booked audit takes them as handed in.
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
