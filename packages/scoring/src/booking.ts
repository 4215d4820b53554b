import { levelRank, type AwardPeriod } from './award-period.js';
import { addDays, laterOf, latestOf, type CalendarDate } from './calendar-date.js';
import { stepBefore } from './chain-dates.js';
import type { Chain, Cycle } from './decision.js';
import type { EffectiveRules } from './effective-rules.js';
import type { AuditBooking } from './facts.js';

export type CountedBooking = NonNullable<Chain['booking']>;

/**
 * When a decision may be expected after an audit that ends on the day: the distance from audit to decision, counted forwards. Null
 * without a rule for it.
 */
export function projectedDecisionOn(lastDayOn: CalendarDate, kind: Cycle['kind'], effective: EffectiveRules): CalendarDate | null {
  const rule = effective.steps[kind].find((step) => step.step === 'audit');
  return rule ? addDays(lastDayOn, rule.offset) : null;
}

/** Last day to hand in the documents for an audit that begins on the day; null without a rule or outside the calendar. */
export function submissionDueOn(firstDayOn: CalendarDate, kind: Cycle['kind'], effective: EffectiveRules): CalendarDate | null {
  const rule = effective.steps[kind].find((step) => step.step === 'submission');
  return rule ? stepBefore(rule, firstDayOn, effective.rules.closedDays).latestOn : null;
}

/**
 * The booking that counts for a cycle on a day: reported by then, neither rejected nor cancelled, of the level or higher, and after
 * the assessment that gave the present award. Of several, one whose decision is still expected in time; else one that was; else the
 * first that comes too late.
 */
export function countedBooking(
  audits: readonly AuditBooking[],
  cycle: Cycle,
  present: AwardPeriod | null,
  effective: EffectiveRules,
  on: CalendarDate,
): CountedBooking | null {
  let best: CountedBooking | null = null;
  for (const audit of audits) {
    if (audit.state === 'rejected' || audit.state === 'cancelled' || audit.reportedOn > on) continue;
    if (levelRank[audit.level] < levelRank[cycle.level] || (present && audit.lastDayOn <= assessedBy(present))) continue;
    const booking = bookingOf(audit, cycle, effective);
    if (booking && (!best || isBetter(booking, best, on))) best = booking;
  }
  return best;
}

function bookingOf(audit: AuditBooking, cycle: Cycle, effective: EffectiveRules): CountedBooking | null {
  const { id: auditId, firstDayOn, lastDayOn, state } = audit;
  const decisionOn = projectedDecisionOn(lastDayOn, cycle.kind, effective);
  if (!decisionOn) return null;
  const submitBy = submissionDueOn(firstDayOn, cycle.kind, effective);
  return { auditId, firstDayOn, lastDayOn, state, submitBy, projectedDecisionOn: decisionOn, inTime: decisionOn <= cycle.anchorOn };
}

/** An audit whose decision should have come by now was probably in vain: a later one in time stands before it. */
function isBetter(one: CountedBooking, other: CountedBooking, on: CalendarDate): boolean {
  const place = (booking: CountedBooking): number => (booking.inTime ? (booking.projectedDecisionOn >= on ? 0 : 1) : 2);
  return place(one) - place(other) < 0 || (place(one) === place(other) && one.lastDayOn < other.lastDayOn);
}

/** The day by which the present award had been assessed: an audit up to it belongs to that award, not to the next. */
function assessedBy({ award, from }: AwardPeriod): CalendarDate {
  if (award.assessedOn !== null && award.approvedOn !== null) return laterOf(latestOf(award.assessedOn), latestOf(award.approvedOn));
  return award.approvedOn !== null ? latestOf(award.approvedOn) : award.assessedOn !== null ? latestOf(award.assessedOn) : from;
}
