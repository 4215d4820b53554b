import { isSurelyBefore, predecessorOf, windowEndOf } from './award-period.js';
import { addDays, addMonths, earliestOf, endOfMonth, isDay, latestOf, type CalendarDate, type PartialDate } from './calendar-date.js';
import { renewalWindowOn, validityRuleOn } from './effective-rules.js';
import type { Award, AwardKind, Level } from './facts.js';
import type { Reason } from './reason.js';
import type { Rules } from './rules.js';

/** What is known of a new award when its validity is proposed. */
export interface AwardToPropose {
  level: Level;
  assessedOn: PartialDate | null;
  approvedOn: PartialDate | null;
}

/** A computed validity: shown and explained, never used for a status until a person saves it or the certificate states it. */
export interface ValidityProposal {
  /** Null where the dates are too coarse to tell. */
  kind: AwardKind | null;
  validFrom: CalendarDate | null;
  validUntil: CalendarDate | null;
  ruleId: string | null;
  reasons: readonly Reason[];
}

/**
 * Proposes kind and validity of a new award. A renewal whose event (approval, or assessment if the rule says so) falls inside the
 * window of the previous end counts from the day after that end; any other award is a first one and counts from its approval, through
 * the month end of the assessed month and the months of the rule.
 */
export function proposeValidity(award: AwardToPropose, earlier: readonly Award[], rules: Rules): ValidityProposal {
  const previous = previousEnd(award, earlier);
  if (!previous) return proposeFirst(award, rules, []);
  const windowEndsOn = windowEndOf(award.level, previous.endOn, rules);
  const windowRule = renewalWindowOn(rules, award.level, previous.endOn);
  const event = windowRule?.event === 'assessed' ? award.assessedOn : award.approvedOn;
  const params = {
    previousAwardId: previous.awardId,
    previousEndOn: previous.endOn,
    windowEndsOn,
    event: windowRule?.event ?? null,
    eventOn: event,
    ruleId: windowRule?.id ?? null,
  };
  if (!windowEndsOn) return proposeFirst(award, rules, [{ code: 'rule-missing', params: { rule: 'renewal-window', level: award.level } }]);
  if (event !== null && earliestOf(event) > windowEndsOn)
    return proposeFirst(award, rules, [{ code: 'proposed-first-after-window', params }]);
  if (event === null || latestOf(event) > windowEndsOn) {
    return { kind: null, validFrom: null, validUntil: null, ruleId: null, reasons: [{ code: 'proposal-needs-day', params }] };
  }
  return proposeRenewal(award.level, previous.endOn, rules, [{ code: 'proposed-renewal-in-window', params }]);
}

/** The latest known end of the level. A revoked award is continued by nothing. */
function previousEnd(award: AwardToPropose, earlier: readonly Award[]): { awardId: string; endOn: CalendarDate } | null {
  const asRenewal: Award = { id: '', kind: 'renewal', validFrom: null, validUntil: null, revokedOn: null, ...award };
  const standing = earlier.filter((other) => other.revokedOn === null && isSurelyBefore(other, award));
  const previous = predecessorOf(asRenewal, standing);
  return previous && isDay(previous.validUntil) ? { awardId: previous.id, endOn: previous.validUntil } : null;
}

function proposeFirst({ level, assessedOn, approvedOn }: AwardToPropose, rules: Rules, before: readonly Reason[]): ValidityProposal {
  const countsFrom = approvedOn ?? assessedOn;
  const rule = countsFrom === null ? null : validityRuleOn(rules, level, 'first', latestOf(countsFrom));
  const validFrom = isDay(approvedOn) ? approvedOn : null;
  const isMonthKnown = assessedOn !== null && assessedOn.length >= 7;
  const validUntil = rule && isMonthKnown ? endOfMonth(addMonths(earliestOf(assessedOn.slice(0, 7)), rule.months)) : null;
  const params = { level, assessedOn, approvedOn, months: rule?.months ?? null, validFrom, validUntil, ruleId: rule?.id ?? null };
  const reasons: Reason[] = [
    ...before,
    { code: validUntil ? 'proposed-first-from-assessment' : 'proposal-needs-assessment-month', params },
  ];
  return { kind: 'first', validFrom, validUntil, ruleId: rule?.id ?? null, reasons };
}

function proposeRenewal(level: Level, previousEndOn: CalendarDate, rules: Rules, before: readonly Reason[]): ValidityProposal {
  const validFrom = addDays(previousEndOn, 1);
  const rule = validityRuleOn(rules, level, 'renewal', validFrom);
  if (!rule) {
    const missing: Reason = { code: 'rule-missing', params: { rule: 'validity', level } };
    return { kind: 'renewal', validFrom, validUntil: null, ruleId: null, reasons: [...before, missing] };
  }
  const validUntil = addMonths(previousEndOn, rule.months);
  const params = { level, previousEndOn, months: rule.months, validFrom, validUntil, ruleId: rule.id };
  return { kind: 'renewal', validFrom, validUntil, ruleId: rule.id, reasons: [...before, { code: 'proposed-renewal-from-end', params }] };
}
