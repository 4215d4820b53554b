import type { CalendarDate } from './calendar-date.js';
import type { AwardKind, Confidence, Level } from './facts.js';

/** Where a rule comes from. Shown beside every decision that rests on it. */
export interface RuleSource {
  id: string;
  /** The rule applies to days from this one on, until a later row of the same key. */
  effectiveFrom: CalendarDate;
  source: string;
  confidence: Confidence;
}

/** How long an award is valid, in months; the end is the last day of its month. */
export interface ValidityRule extends RuleSource {
  level: Level;
  kind: AwardKind;
  months: number;
}

/** How long after its end a label may still be renewed without a gap, in months, and which event must fall inside. */
export interface RenewalWindowRule extends RuleSource {
  level: Level;
  months: number;
  event: 'assessed' | 'approved';
}

/** Single figures. Days are calendar days. */
export type FigureKey =
  /** An end at most this many days away makes the label `expiring`. */
  | 'expiring-horizon-days'
  /** A register check older than this many months is shown as aged. */
  | 'record-confirmation-max-age-months'
  /** A deadline that moves by fewer days than this does not repeat reminders already sent. */
  | 'reminder-repeat-from-move-days'
  /** Name and address of a person are kept for so many years after the last role has ended. */
  | 'retention-person-years'
  /** A cluster has so many months to mend what a failed decision names. */
  | 'cure-period-months'
  /** Mails are kept for so many years after they were sent. */
  | 'retention-message-years'
  /** Reasons, notes and the words of corrections are kept for so many years after they were written. */
  | 'retention-text-years'
  /** What somebody wrote when they acknowledged or held reminders back is kept for so many years after its last day. */
  | 'retention-acknowledgement-years'
  /** The words of plans, waivers, recommendations, self-tests and cases are kept for so many years after what they were about has ended. */
  | 'retention-case-text-years'
  /** An acknowledgement without a planned day holds reminders back for so many days. */
  | 'acknowledgement-pause-days';

export interface FigureRule extends RuleSource {
  key: FigureKey;
  value: number;
}

/** Steps of the way to an award, in order. `order` is the booking: its last safe day is the one that matters. */
export type ProcessStep = 'self-test' | 'order' | 'submission' | 'audit' | 'decision';

/** Everything that is ticked off on that way: the steps of the chain, and what a case follows besides. */
export type Milestone = ProcessStep | 'gap-analysis' | 'experts' | 'documentation' | 'report' | 'label';

/** Who does a step: "who has the ball". */
export type StepOwner = 'cluster' | 'officer' | 'assessor' | 'eucles';

/**
 * The process template, one row for each step: how far before `before` it must be done at the latest, by whom, and which steps come
 * first. `audit` counts from its last day; the others before its first day.
 */
export interface ProcessStepRule extends RuleSource {
  step: Milestone;
  kind: AwardKind;
  before: 'anchor' | 'decision' | 'audit' | 'order' | 'submission' | 'self-test';
  offset: number;
  unit: 'calendar-days' | 'working-days';
  /** Length of the step in working days; only the audit lasts. */
  lasts: number;
  owner: StepOwner;
  /** Steps that must be done before this one. */
  after: readonly Milestone[];
}

/** What people are reminded of. The first five belong to the duty itself; the others are work on the way. */
export type ReminderEvent =
  /** The last day on which an audit can safely be booked. */
  | 'booking'
  /** The label's last valid day. */
  | 'end'
  /** The last day on which a renewal still joins the old end. */
  | 'window-end'
  /** The day by which an accepted plan promises the level. */
  | 'plan'
  /** The last day of an exemption. */
  | 'waiver'
  /** A step of an open case. */
  | 'milestone'
  /** What an audit advised, and by when. */
  | 'recommendation'
  /** The last day on which a document counts. */
  | 'document'
  /** The day a self-test was sent back. */
  | 'self-test-returned';

/** In the order in which a step that cannot reach one of them moves on: cluster manager, then chair and officer, then head of programme. */
export type RecipientRole = 'manager' | 'chair' | 'officer' | 'head';

/** `routine` is gathered into one mail a day; `urgent` goes alone; `final` goes alone and nothing holds it back. */
export type ReminderUrgency = 'routine' | 'urgent' | 'final';

/** `inbox`: shown in the product only. A mail is shown there too. */
export type ReminderChannel = 'mail' | 'inbox';

/** One step of the reminder ladder: so many days from the event's deadline, negative before it. */
export interface ReminderStepRule extends RuleSource {
  event: ReminderEvent;
  /** Only towards a label of this level; null: of any that has no steps of its own. */
  level: Level | null;
  /** Only for this cluster, whose steps replace all others of the event; null: for every cluster that has none of its own. */
  clusterId: string | null;
  offsetDays: number;
  unit: ProcessStepRule['unit'];
  recipients: readonly RecipientRole[];
  channel: ReminderChannel;
  urgency: ReminderUrgency;
}

/** Closed days known between two days, inclusive. Outside them no working day can be computed. */
export interface ClosedDays {
  from: CalendarDate;
  to: CalendarDate;
  /** Holidays and closed weeks; weekends need not be listed. */
  days: ReadonlySet<CalendarDate>;
}

/** All rules that decide a cluster: arguments, never constants. */
export interface Rules {
  validity: readonly ValidityRule[];
  renewalWindows: readonly RenewalWindowRule[];
  figures: readonly FigureRule[];
  processSteps: readonly ProcessStepRule[];
  reminderSteps: readonly ReminderStepRule[];
  closedDays: ClosedDays;
  /** Closed days under a programme that has closed weeks of its own, those for everybody included; keyed by programme. */
  programmeClosedDays?: ReadonlyMap<string, ClosedDays>;
}
