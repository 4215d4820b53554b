/** Why a decision came out as it did. Texts in Danish and English are keyed by the code. */
export type ReasonCode = (typeof reasonCodes)[number];

export const reasonCodes = [
  // Label. All name `level`, the deciding `awardId` where there is one, and days as `YYYY-MM-DD`.
  /** validFrom, validUntil (null: not known), daysLeft, windowEndsOn, windowMonths, windowRuleId, horizonDays, ruleId of the horizon. */
  'in-force-until',
  /** validUntil, daysLeft, horizonDays, ruleId. */
  'expiring-within-horizon',
  /** endedOn, daysLeft (negative), windowEndsOn, months, ruleId, recordConfirmedOn. */
  'ended-renewable-until',
  /** As `ended-renewable-until`; windowEndsOn is null without a rule. */
  'ended-window-closed',
  /** revokedOn. */
  'revoked-on',
  /** recordConfirmedOn. `level` null: no label at all. */
  'no-award-recorded',
  /** endedOn: the last end on record, or null where there is no award. */
  'record-not-confirmed',
  /** approvedOn. */
  'end-not-known',
  /** approvedOn, validUntil as recorded. */
  'end-coarser-than-day',
  /** validFrom, approvedOn. */
  'covered-retroactively',
  /** approvedOn, previousEndOn, validUntil. */
  'renewed-early',
  /** assumedFrom: one usual validity before the stated end. */
  'start-not-stated',
  /** from, to: the days between which the start lies. */
  'start-coarser-than-day',
  // Verdict. All of the duty name `programmeId`; those of a membership also membershipId, startsOn, endsOn.
  /** on. */
  'no-obligation-on-day',
  'membership-not-known',
  'duty-not-known',
  'not-a-member',
  'left-programme-on',
  'member-not-bound',
  /** obligationId, requiredLevel, level held, validUntil, daysLeft. */
  'required-level-in-force',
  /** obligationId, requiredLevel, status. */
  'required-level-not-in-force',
  /** levelDueOn, obligationId, requiredLevel. */
  'not-yet-due',
  /** planId, acceptedOn, dueOn. */
  'plan-accepted',
  /** planId, proposedOn, acceptedOn, dueOn. */
  'plan-proposed-only',
  /** As `plan-proposed-only`. */
  'plan-due-passed',
  /** planId, milestoneId, dueOn: the oldest step of the running plan that is not done; count of all such steps. */
  'plan-step-overdue',
  /** waiverId, startsOn, endsOn, approvedOn. */
  'waiver-until',
  /** obligationId, requiredLevel, endedOn, windowEndsOn. */
  'renewal-window-accepted',
  /** As `renewal-window-accepted`. */
  'renewal-window-not-accepted',
  /** orderBy, on, anchorOn, ruleId. */
  'last-safe-booking-passed',
  /** auditId, state, firstDayOn, lastDayOn, offsetDays, projectedDecisionOn, anchorOn, ruleId. */
  'booked-audit-in-time',
  /** As `booked-audit-in-time`. */
  'booked-audit-too-late',
  // Chain. All name `step`.
  /** before (what it counts from), fromOn, offset, unit, lasts, rawOn, latestOn, startsOn, ruleId, source, confidence. */
  'step-counted-back',
  /** rawOn, latestOn. */
  'rolled-back-from-closed-day',
  /** As `step-counted-back` without days, with calendarFrom and calendarTo. */
  'outside-calendar',
  // Proposal of a validity.
  /** level, assessedOn, approvedOn, months, validFrom, validUntil, ruleId. */
  'proposed-first-from-assessment',
  /** previousAwardId, previousEndOn, windowEndsOn, event, eventOn, ruleId. */
  'proposed-first-after-window',
  /** As `proposed-first-after-window`. */
  'proposed-renewal-in-window',
  /** level, previousEndOn, months, validFrom, validUntil, ruleId. */
  'proposed-renewal-from-end',
  /** As `proposed-first-after-window`: the event is missing or too coarse. */
  'proposal-needs-day',
  /** As `proposed-first-from-assessment`. */
  'proposal-needs-assessment-month',
  /** rule (`validity` or `renewal-window`), level. */
  'rule-missing',
] as const;

/** Parameters are plain values: dates as `YYYY-MM-DD`, days as whole numbers, ids of rules as strings. */
export interface Reason {
  code: ReasonCode;
  params: Readonly<Record<string, string | number | boolean | null>>;
}
