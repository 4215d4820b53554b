import type { CalendarDate } from './calendar-date.js';
import type { Duty } from './duty.js';
import type { AuditState, AwardKind, Level } from './facts.js';
import type { Reason } from './reason.js';
import type { ProcessStep } from './rules.js';

/** What the rules answer for one cluster on one day. */

export type LabelStatus = 'in-force' | 'expiring' | 'renewable' | 'lapsed' | 'revoked' | 'none' | 'unknown';

export type VerdictCode = 'not-bound' | 'met' | 'at-risk' | 'exempt' | 'by-plan' | 'renewable' | 'unknown' | 'breach';

/** State of the highest label, or of the labels of at least a level, on a day. */
export interface LabelState {
  status: LabelStatus;
  level: Level | null;
  /** The award that decides, null where there is none. */
  awardId: string | null;
  /** First day of the gapless run that contains the day. */
  validFrom: CalendarDate | null;
  /** Last day of that run; null if unknown. With status `unknown`: the last end on record, which a renewal nobody entered may have moved. */
  validUntil: CalendarDate | null;
  /** Calendar days from the day to `validUntil`: 0 on the last valid day, negative afterwards. */
  daysLeft: number | null;
  /** Last day on which a renewal still joins the old end. */
  windowEndsOn: CalendarDate | null;
  /** The award that carries `validUntil`: another than `awardId` after an early renewal. */
  endsWithAwardId?: string | null;
  reasons: readonly Reason[];
}

/** The judgement under one obligation. `compliant` is null where it is not known. */
export interface Verdict {
  programmeId: string;
  obligationId: string;
  code: VerdictCode;
  compliant: boolean | null;
  requiredLevel: Level;
  reasons: readonly Reason[];
}

export interface ChainStep {
  step: ProcessStep;
  /** Last safe day: after rolling back from closed days. Null outside the known calendar. */
  latestOn: CalendarDate | null;
  /** The day before rolling back, where it differs. */
  rawOn: CalendarDate | null;
  /** First day of a step that lasts (the audit); otherwise equal to `latestOn`. */
  startsOn: CalendarDate | null;
  /** The rule row that gave the distance. */
  ruleId: string;
  /** Has passed (from the day after) without the step being done or booked. */
  overdue: boolean;
}

/** What is being worked towards: a renewal of an award, or a first award. */
export interface Cycle {
  /** Stable name: `<level>:renewal:<award id>` or `<level>:first:<ordinal>`. */
  key: string;
  level: Level;
  kind: AwardKind;
  /** Anchor: the end, the plan's due day, the day the level is due, or the end of the window. */
  anchorOn: CalendarDate;
  anchor: 'end' | 'plan-due' | 'level-due' | 'window-end';
}

/** Backward chain from the anchor, in order of time. */
export interface Chain {
  cycle: Cycle;
  steps: readonly ChainStep[];
  /** Last safe booking day: the `order` step. */
  orderBy: CalendarDate | null;
  /** Working days from the day to `orderBy`, negative when passed. */
  slackWorkingDays: number | null;
  /** Calendar days from the day to `orderBy`, negative when passed. */
  slackDays?: number | null;
  /** The step whose assumption binds: the longest distance that is not sourced. */
  bindingRuleId: string | null;
  /** The booking that counts, and when its decision may be expected. */
  booking: {
    auditId: string;
    firstDayOn: CalendarDate;
    lastDayOn: CalendarDate;
    projectedDecisionOn: CalendarDate;
    inTime: boolean;
    state?: AuditState;
    /** Last day to hand in the documents for this audit; null outside the known calendar. */
    submitBy?: CalendarDate | null;
  } | null;
  /** Steps that a case of the cycle has ticked off. */
  done?: readonly ProcessStep[];
  reasons: readonly Reason[];
}

export type NextStepCode =
  | 'confirm-record'
  | 'confirm-end'
  | 'confirm-duty'
  | 'self-test'
  | 'book-audit'
  | 'rebook-audit'
  | 'submit-documents'
  | 'hold-audit'
  | 'await-decision'
  | 'renew-in-window'
  | 'hold-level'
  | 'none';

export interface NextStep {
  code: NextStepCode;
  /** Last day for it; null where there is no date. */
  dueOn: CalendarDate | null;
  by: 'cluster' | 'officer' | 'assessor' | null;
  overdue: boolean;
}

/** One obligation that runs on the day, with what it was judged from. */
export interface JudgedDuty {
  verdict: Verdict;
  duty: Duty;
  /** State of the level it requires, or higher. */
  required: LabelState;
  chain: Chain | null;
}

export interface ClusterDecision {
  clusterId: string;
  on: CalendarDate;
  /** The highest level in force, else renewable, else the one that ended last. */
  label: LabelState;
  /** The required level or higher. Level and dates are those of the label that decides the duty. */
  required: LabelState;
  /** One for each obligation that runs on the day. */
  verdicts: readonly Verdict[];
  /** The same obligations with what each was judged from. */
  duties: readonly JudgedDuty[];
  /**
   * The duty that is worked for, to which `chain` belongs: the worst of those that bind. What another programme asks for may be unknown, and be
   * the verdict that is shown; what binds for certain goes on all the same. Where nothing binds, the duty of the verdict; null without one.
   */
  duty: JudgedDuty | null;
  /** The worst of them. `not-bound` where no obligation runs. */
  verdict: VerdictCode;
  verdictProgrammeId: string | null;
  compliant: boolean | null;
  /** Bound by an obligation on that day: the denominator of the portfolio's counts. */
  bound: boolean;
  chain: Chain | null;
  nextStep: NextStep;
  /** Verdict breach, renewable, at-risk or unknown, or an overdue step. A failed reminder is added by whoever knows the reminders. */
  needsAction: boolean;
  /** Reasons of status, verdict and chain in the order in which one would check them. */
  reasons: readonly Reason[];
}
