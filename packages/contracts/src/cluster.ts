import { z } from 'zod';
import { PortfolioRow, ProgrammeSummary } from './portfolio.js';
import { ReminderRow } from './reminder.js';
import {
  Answer,
  askedTime,
  AwardKind,
  Confidence,
  Day,
  ExplainedReason,
  Id,
  KnownTime,
  Level,
  PartialDay,
  ProcessStep,
  Slug,
  VerdictCode,
} from './values.js';

export const ClusterQuery = z.strictObject({ on: Day.optional(), known: KnownTime.optional() });
/** A change stands for itself on no day: only the recorded time cuts the history off. */
export const HistoryQuery = z.strictObject({ known: KnownTime.optional() });
export const ClusterParams = z.strictObject({ slug: Slug });
export const IdParams = z.strictObject({ id: Id });

const recorded = { id: Id, revision: z.int(), source: z.string().nullable(), confidence: Confidence };

export const AwardView = z
  .object({
    ...recorded,
    level: Level,
    kind: AwardKind,
    assessedOn: PartialDay.nullable(),
    approvedOn: PartialDay.nullable(),
    validFrom: PartialDay.nullable(),
    validUntil: PartialDay.nullable(),
    validUntilBasis: z.enum(['certificate', 'accepted-proposal', 'register', 'not-known']),
    revokedOn: Day.nullable(),
    score: z.string().nullable(),
    note: z.string().nullable(),
    /** On the asked day. */
    state: z.enum(['in-force', 'expired', 'revoked', 'future', 'unknown']),
    /** What the rule proposes where the end is unknown; null where nothing can be computed. */
    proposal: z.object({ validFrom: Day, validUntil: Day, reasons: z.array(ExplainedReason) }).nullable(),
  })
  .meta({ id: 'Award' });
export type AwardView = z.infer<typeof AwardView>;

export const MembershipView = z
  .object({
    ...recorded,
    programme: Slug,
    programmeName: z.string(),
    member: Answer,
    bound: Answer,
    startsOn: Day,
    endsOn: Day.nullable(),
    endDayAssumed: z.boolean(),
    exitReason: z.string().nullable(),
    levelDueOn: Day.nullable(),
  })
  .meta({ id: 'Membership' });
/** One step of the way of a proposal: who did what, when, with which comment. The newest last. */
const ProposalStep = z
  .object({
    kind: z.enum(['proposed', 'revised', 'returned', 'accepted', 'refused', 'withdrawn', 'corrected']),
    recordedAt: z.string(),
    /** Null for the system, an erased person, or a reader who sees no names. */
    by: z.string().nullable(),
    role: z.string(),
    comment: z.string().nullable(),
    /** Last day of the plan or waiver from this step on. */
    until: Day,
  })
  .meta({ id: 'ProposalStep' });
export const PlanView = z
  .object({
    ...recorded,
    programme: Slug,
    text: z.string().nullable(),
    proposedOn: Day,
    acceptedOn: Day.nullable(),
    closedOn: Day.nullable(),
    dueOn: Day,
    /** On the asked day. */
    state: z.enum(['proposed', 'returned', 'accepted', 'passed', 'refused', 'withdrawn']),
    milestones: z.array(
      z.object({
        id: Id,
        revision: z.int(),
        text: z.string().nullable(),
        dueOn: Day,
        doneOn: Day.nullable(),
        /** Not done on the asked day, though its day has passed. */
        overdue: z.boolean(),
      }),
    ),
    steps: z.array(ProposalStep),
  })
  .meta({ id: 'ActionPlan' });
export const WaiverView = z
  .object({
    ...recorded,
    programme: Slug,
    text: z.string().nullable(),
    startsOn: Day,
    endsOn: Day,
    approvedOn: Day.nullable(),
    proposedOn: Day,
    /** On the asked day. */
    state: z.enum(['proposed', 'approved', 'passed', 'refused', 'withdrawn']),
    steps: z.array(ProposalStep),
    /** The caller may approve or refuse it: another person proposed it. */
    mayApprove: z.boolean(),
  })
  .meta({ id: 'Waiver' });
export const AuditView = z
  .object({
    ...recorded,
    level: Level,
    firstDayOn: Day,
    lastDayOn: Day,
    mode: z.enum(['on-site', 'video']),
    place: z.string().nullable(),
    state: z.enum(['reported', 'confirmed', 'rejected', 'cancelled', 'held']),
    reportedByCluster: z.boolean(),
    reportedOn: Day,
  })
  .meta({ id: 'AuditBooking' });
export const CorrectionView = z
  .object({
    id: Id,
    revision: z.int(),
    state: z.enum(['open', 'accepted', 'refused']),
    awardId: Id.nullable(),
    proposedLevel: Level.nullable(),
    proposedValidUntil: Day.nullable(),
    text: z.string().nullable(),
    proposedAt: z.string(),
    proposedBy: z.string().nullable(),
    answer: z.string().nullable(),
  })
  .meta({ id: 'Correction' });
export const PersonOnCluster = z
  .object({
    personId: Id,
    name: z.string().nullable(),
    email: z.string().nullable(),
    title: z.string().nullable(),
    phone: z.string().nullable(),
    role: z.enum(['manager', 'chair', 'deputy', 'officer']),
    language: z.enum(['da', 'en']),
    illustrative: z.boolean(),
  })
  .meta({ id: 'PersonOnCluster' });
export const NoteView = z
  .object({ id: Id, text: z.string().nullable(), writtenAt: z.string(), writtenBy: z.string().nullable() })
  .meta({ id: 'ContactNote' });

export const ChainStepView = z.object({
  step: ProcessStep,
  latestOn: Day.nullable(),
  rawOn: Day.nullable(),
  startsOn: Day.nullable(),
  overdue: z.boolean(),
  /** Calendar days from the previous node (today, or the step before) to this one; null where unknown. */
  daysFromPrevious: z.int().nullable(),
  by: z.enum(['cluster', 'officer', 'assessor', 'eucles']),
  ruleId: z.string(),
});
export const ChainView = z
  .object({
    kind: AwardKind,
    level: Level,
    anchor: z.enum(['end', 'plan-due', 'level-due', 'window-end']),
    anchorOn: Day,
    steps: z.array(ChainStepView),
    orderBy: Day.nullable(),
    slackWorkingDays: z.int().nullable(),
    booking: z.object({ auditId: Id, firstDayOn: Day, lastDayOn: Day, projectedDecisionOn: Day, inTime: z.boolean() }).nullable(),
  })
  .meta({ id: 'Chain' });

/** "Hvorfor?": inputs, arithmetic and rules in the order in which one would check them. */
export const Explanation = z
  .object({
    sentence: z.string(),
    facts: z.array(z.object({ label: z.string(), value: z.string(), note: z.string().nullable(), confidence: Confidence.nullable() })),
    arithmetic: z.array(z.object({ label: z.string(), value: z.string(), kind: z.enum(['start', 'step', 'note', 'sum']) })),
    rules: z.array(z.object({ id: Id, label: z.string(), source: z.string(), confidence: Confidence, effectiveFrom: Day })),
    reasons: z.array(ExplainedReason),
  })
  .meta({ id: 'Explanation' });
export type Explanation = z.infer<typeof Explanation>;

export const VerdictView = z.object({
  programme: Slug,
  programmeName: z.string(),
  code: VerdictCode,
  compliant: z.boolean().nullable(),
  requiredLevel: Level,
  reasons: z.array(ExplainedReason),
});

export const ClusterDetail = z
  .object({
    ...askedTime,
    version: z.string(),
    dataRecordedAt: z.string().nullable(),
    row: PortfolioRow,
    revision: z.int(),
    website: z.string().nullable(),
    city: z.string().nullable(),
    cvrNumber: z.string().nullable(),
    journalNumber: z.string().nullable(),
    funder: z.string().nullable(),
    fictional: z.boolean(),
    source: z.string().nullable(),
    confidence: Confidence,
    programmes: z.array(ProgrammeSummary),
    /** Who may be chosen as responsible officer; empty for those who may not edit. */
    officers: z.array(z.object({ id: Id, name: z.string() })),
    recordConfirmed: z.object({ on: Day, by: z.string().nullable(), aged: z.boolean(), revision: z.int() }).nullable(),
    verdicts: z.array(VerdictView),
    chain: ChainView.nullable(),
    explanation: Explanation,
    awards: z.array(AwardView),
    memberships: z.array(MembershipView),
    plans: z.array(PlanView),
    waivers: z.array(WaiverView),
    audits: z.array(AuditView),
    corrections: z.array(CorrectionView),
    people: z.array(PersonOnCluster),
    /** Empty for those who may not read notes. */
    notes: z.array(NoteView),
    reminders: z.array(ReminderRow),
  })
  .meta({ id: 'Cluster' });
export type ClusterDetail = z.infer<typeof ClusterDetail>;

/** Rows of the ledger about this cluster, newest first. */
export const HistoryEntry = z
  .object({
    seq: z.string(),
    recordedAt: z.string(),
    /** Name of who did it; null for the system or an erased person. */
    actor: z.string().nullable(),
    role: z.string(),
    entity: z.string(),
    change: z.enum(['insert', 'update', 'delete']),
    fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    reason: z.string().nullable(),
  })
  .meta({ id: 'HistoryEntry' });
export const ClusterHistory = z.object({ entries: z.array(HistoryEntry) }).meta({ id: 'ClusterHistory' });
export type ClusterHistory = z.infer<typeof ClusterHistory>;
