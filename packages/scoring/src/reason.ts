/** Why a decision came out as it did. Texts in Danish and English are keyed by the code. */
export type ReasonCode = (typeof reasonCodes)[number];

export const reasonCodes = [
  // label
  'in-force-until',
  'expiring-within-horizon',
  'ended-renewable-until',
  'ended-window-closed',
  'revoked-on',
  'no-award-recorded',
  'record-not-confirmed',
  'end-not-known',
  'end-coarser-than-day',
  'covered-retroactively',
  'renewed-early',
  'start-not-stated',
  'start-coarser-than-day',
  // verdict
  'no-obligation-on-day',
  'membership-not-known',
  'duty-not-known',
  'not-a-member',
  'left-programme-on',
  'member-not-bound',
  'required-level-in-force',
  'required-level-not-in-force',
  'not-yet-due',
  'plan-accepted',
  'plan-proposed-only',
  'plan-due-passed',
  'waiver-until',
  'renewal-window-accepted',
  'renewal-window-not-accepted',
  'last-safe-booking-passed',
  'booked-audit-in-time',
  'booked-audit-too-late',
  // chain
  'step-counted-back',
  'rolled-back-from-closed-day',
  'outside-calendar',
  // proposal of a validity
  'proposed-first-from-assessment',
  'proposed-first-after-window',
  'proposed-renewal-in-window',
  'proposed-renewal-from-end',
  'proposal-needs-day',
  'proposal-needs-assessment-month',
  'rule-missing',
] as const;

/** Parameters are plain values: dates as `YYYY-MM-DD`, days as whole numbers, ids of rules as strings. */
export interface Reason {
  code: ReasonCode;
  params: Readonly<Record<string, string | number | boolean | null>>;
}
