import type { CalendarDate, PartialDate } from './calendar-date.js';

/**
 * Facts: what somebody recorded. Rules read facts and never change them. A database row fits these shapes as it is; extra fields
 * do no harm. "As known at an earlier time" is decided by whoever reads the facts: these functions decide on what they are given.
 */

/** Label levels in rising order; a higher level satisfies a lower duty. */
export type Level = 'bronze' | 'silver' | 'gold';

/** First award of a level, or renewal of an unbroken one. */
export type AwardKind = 'first' | 'renewal';

export type Confidence = 'sourced' | 'partly' | 'assumption' | 'illustrative';

/** Recorded answer to a yes/no question that may be open. Open is never the same as no. */
export type Answer = 'yes' | 'no' | 'not-known';

/** One award of a label. `validUntil` is what the certificate states or what a person saved; a computed end is never stored here by a rule. */
export interface Award {
  id: string;
  level: Level;
  kind: AwardKind;
  assessedOn: PartialDate | null;
  approvedOn: PartialDate | null;
  /** First day of validity if stated or saved; null: derived (first: approval; renewal: day after the previous end). */
  validFrom: PartialDate | null;
  /** Last valid day. Null or coarser than a day: the end is unknown. */
  validUntil: PartialDate | null;
  /** The label does not hold from this day on. */
  revokedOn: CalendarDate | null;
}

/** A cluster's place in a programme. No row for a programme of the cluster's portfolio means: not known. */
export interface Membership {
  id: string;
  programmeId: string;
  member: Answer;
  /** Whether the programme's obligation binds this member. */
  bound: Answer;
  startsOn: CalendarDate;
  /** Last day of membership; null: to the end of the programme. */
  endsOn: CalendarDate | null;
  /** The required level must be held from the day after this one; null: from the start. */
  levelDueOn: CalendarDate | null;
}

/** Plan to become (again) holder of the required level. Counts from `acceptedOn`, through `dueOn`. */
export interface ActionPlan {
  id: string;
  programmeId: string;
  proposedOn: CalendarDate;
  acceptedOn: CalendarDate | null;
  /** Refused or withdrawn from this day on; null while it stands. */
  closedOn: CalendarDate | null;
  dueOn: CalendarDate;
}

/** A step that a plan promises. Done from `doneOn` on; overdue from the day after `dueOn` while it is not. */
export interface PlanMilestone {
  id: string;
  planId: string;
  dueOn: CalendarDate;
  doneOn: CalendarDate | null;
}

/** Exemption from an obligation, through `endsOn`. Counts from the day of its approval on, never before. */
export interface Waiver {
  id: string;
  programmeId: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  approvedOn: CalendarDate | null;
}

/** `reported`: by the cluster, counts until an officer rejects it. */
export type AuditState = 'reported' | 'confirmed' | 'rejected' | 'cancelled' | 'held';

export interface AuditBooking {
  id: string;
  level: Level;
  firstDayOn: CalendarDate;
  lastDayOn: CalendarDate;
  state: AuditState;
  /** Day the booking was reported to us: it clears `at-risk` from that day on. */
  reportedOn: CalendarDate;
}

export interface Programme {
  id: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

/** The duty to hold a level under one programme. Nothing is inherited between programmes. */
export interface Obligation {
  id: string;
  programmeId: string;
  requiredLevel: Level;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  /** Whether a label that ended but may still be renewed satisfies the duty. */
  acceptsRenewalWindow: boolean;
}

/** What was recorded about a case of recertification, as far as it decides anything. */
export interface CaseFact {
  /** Name of the cycle it belongs to. */
  cycle: string;
  state: 'open' | 'awarded' | 'failed' | 'withdrawn' | 'expired';
  decidedOn: CalendarDate | null;
  /** Steps that were ticked off. */
  done: readonly { milestone: string; doneOn: CalendarDate }[];
}

/** Everything that decides one cluster: its own facts and the programmes of the portfolio it belongs to. */
export interface ClusterFacts {
  clusterId: string;
  /** Day an officer last checked the register for this cluster; null: never, so an absence of records proves nothing. */
  recordConfirmedOn: CalendarDate | null;
  awards: readonly Award[];
  memberships: readonly Membership[];
  plans: readonly ActionPlan[];
  /** Of all plans. Absent: none. */
  planMilestones?: readonly PlanMilestone[];
  waivers: readonly Waiver[];
  audits: readonly AuditBooking[];
  /** Absent: no case was recorded. */
  cases?: readonly CaseFact[];
  programmes: readonly Programme[];
  obligations: readonly Obligation[];
}
