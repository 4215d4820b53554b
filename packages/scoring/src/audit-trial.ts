import { projectedDecisionOn, submissionDueOn } from './booking.js';
import { addDays, daysBetween, type CalendarDate } from './calendar-date.js';
import { stepBefore } from './chain-dates.js';
import type { Cycle } from './decision.js';
import { effectiveRules, effectiveUnder } from './effective-rules.js';
import type { AwardKind } from './facts.js';
import type { Rules } from './rules.js';
import { addWorkingDays, openDayOnOrAfter } from './working-days.js';

/** A date tried for an audit and not saved: when its decision may be expected, and whether that is soon enough. */
export interface AuditTrial {
  firstDayOn: CalendarDate;
  lastDayOn: CalendarDate;
  projectedDecisionOn: CalendarDate;
  inTime: boolean;
  /** Calendar days from the projected decision to the anchor; negative when too late. */
  daysToSpare: number;
  /** Last day to hand in the documents for this audit; null outside the calendar. */
  submitBy: CalendarDate | null;
  /** Last safe day to order this audit; null outside the calendar. */
  orderBy: CalendarDate | null;
}

/**
 * Tries an audit for a cycle by the rules of a day. Null where no rule gives the time from audit to decision. Throws a RangeError if
 * the last day lies before the first.
 */
export function tryAudit(
  cycle: Cycle,
  firstDayOn: CalendarDate,
  lastDayOn: CalendarDate,
  rules: Rules,
  on: CalendarDate,
): AuditTrial | null {
  if (lastDayOn < firstDayOn) throw new RangeError(`Audit ends ${lastDayOn} before it begins ${firstDayOn}`);
  const effective = effectiveRules(rules, on);
  const decisionOn = projectedDecisionOn(lastDayOn, cycle.kind, effective);
  if (!decisionOn) return null;
  const orderRule = effective.steps[cycle.kind].find((step) => step.step === 'order' && step.before === 'audit');
  return {
    firstDayOn,
    lastDayOn,
    projectedDecisionOn: decisionOn,
    inTime: decisionOn <= cycle.anchorOn,
    daysToSpare: daysBetween(decisionOn, cycle.anchorOn),
    submitBy: submissionDueOn(firstDayOn, cycle.kind, effective),
    orderBy: orderRule ? stepBefore(orderRule, firstDayOn, rules.closedDays).latestOn : null,
  };
}

/** An audit as early as the rules allow. */
export interface EarliestAudit {
  firstDayOn: CalendarDate;
  lastDayOn: CalendarDate;
  projectedDecisionOn: CalendarDate;
}

/**
 * The first audit that can still be ordered in time on a day: as many days ahead as an order needs, on open days. Null without a rule
 * for order or audit, and outside the calendar.
 */
export function earliestAudit(kind: AwardKind, rules: Rules, on: CalendarDate): EarliestAudit | null {
  const effective = effectiveRules(rules, on);
  const orderRule = effective.steps[kind].find((step) => step.step === 'order' && step.before === 'audit');
  const auditRule = effective.steps[kind].find((step) => step.step === 'audit');
  if (!orderRule || !auditRule) return null;
  const { closedDays } = rules;
  const raw = orderRule.unit === 'working-days' ? addWorkingDays(on, orderRule.offset, closedDays) : addDays(on, orderRule.offset);
  const firstDayOn = raw && openDayOnOrAfter(raw, closedDays);
  const lastDayOn = firstDayOn && addWorkingDays(firstDayOn, Math.max(0, auditRule.lasts - 1), closedDays);
  const decisionOn = lastDayOn && projectedDecisionOn(lastDayOn, kind, effective);
  return decisionOn ? { firstDayOn, lastDayOn, projectedDecisionOn: decisionOn } : null;
}

/** The rules as they count under a programme: with its own closed weeks, where it has any. */
export function rulesUnder(programmeId: string | null, rules: Rules, on: CalendarDate): Rules {
  return programmeId === null ? rules : effectiveUnder(programmeId, effectiveRules(rules, on), on).rules;
}
