import { z } from 'zod';
import {
  Answer,
  AwardKind,
  Confidence,
  Day,
  Id,
  KnownTime,
  Level,
  Line,
  PartialDay,
  ReasonText,
  Revision,
  Slug,
  Source,
  Text,
} from './values.js';

/** Bodies of the requests that record, correct or decide facts. Every change carries its reason. */

export const AwardBody = z.strictObject({
  level: Level,
  kind: AwardKind,
  assessedOn: PartialDay.nullable(),
  approvedOn: PartialDay.nullable(),
  validFrom: PartialDay.nullable(),
  validUntil: PartialDay.nullable(),
  validUntilBasis: z.enum(['certificate', 'accepted-proposal', 'register', 'not-known']),
  score: Line(40).nullable(),
  source: Source.nullable(),
  confidence: Confidence,
  note: Text(1000).nullable(),
  reason: ReasonText,
});
export const AwardCorrection = AwardBody.extend({ revision: Revision });
export const Revocation = z.strictObject({ revokedOn: Day, revision: Revision, reason: ReasonText });
/** What the rule would propose for an award that is being typed; nothing is saved. */
export const ProposalQuery = z.strictObject({
  level: Level,
  assessedOn: PartialDay.optional(),
  approvedOn: PartialDay.optional(),
  known: KnownTime.optional(),
});
export const ValidityProposal = z
  .object({ kind: AwardKind, validFrom: Day.nullable(), validUntil: Day.nullable(), sentence: z.string() })
  .meta({ id: 'ValidityProposal' });

export const MembershipBody = z.strictObject({
  programme: Slug,
  member: Answer,
  bound: Answer,
  startsOn: Day,
  endsOn: Day.nullable(),
  endDayAssumed: z.boolean().default(false),
  exitReason: Text(500).nullable(),
  levelDueOn: Day.nullable(),
  source: Source.nullable(),
  confidence: Confidence,
  reason: ReasonText,
});
export const MembershipCorrection = MembershipBody.omit({ programme: true }).extend({ revision: Revision });

/** A step of a plan as it is proposed; `id` null: a new one. */
const MilestoneBody = z.strictObject({ id: Id.nullable().default(null), text: Line(300).min(1), dueOn: Day });
const Milestones = z.array(MilestoneBody).max(30).default([]);
export const PlanBody = z.strictObject({ programme: Slug, dueOn: Day, text: Text(4000), milestones: Milestones, reason: ReasonText });
/** Proposed again. All steps are named: one that is missing is taken out. */
export const PlanRevision = PlanBody.omit({ programme: true }).extend({ revision: Revision });
/** The reason is what the cluster reads: why a plan was returned or refused. */
export const PlanDecision = z.strictObject({ decision: z.enum(['accept', 'return', 'refuse']), revision: Revision, reason: ReasonText });
export const PlanWithdrawal = z.strictObject({ revision: Revision, reason: ReasonText });
/** A mistake in what was recorded. `acceptedOn` null: not accepted, which a correction cannot change. */
export const PlanCorrection = z.strictObject({
  dueOn: Day,
  acceptedOn: Day.nullable(),
  text: Text(4000),
  revision: Revision,
  reason: ReasonText,
});
/** `doneOn` null: not done after all. */
export const MilestoneCompletion = z.strictObject({ doneOn: Day.nullable(), revision: Revision, reason: ReasonText });

export const WaiverBody = z.strictObject({ programme: Slug, startsOn: Day, endsOn: Day, text: Text(4000).min(1), reason: ReasonText });
/** Approving and refusing take another person than the one who proposed it. */
export const WaiverDecision = z.strictObject({
  decision: z.enum(['approve', 'refuse', 'withdraw']),
  revision: Revision,
  reason: ReasonText,
});
/** One that was approved can only be made shorter. */
export const WaiverCorrection = WaiverBody.omit({ programme: true }).extend({ revision: Revision });

/** Two letters, ISO 3166. */
export const Country = z.string().regex(/^[A-Z]{2}$/);
/** An expert of an audit; `conflict`: too close to the cluster. */
export const ExpertBody = z.strictObject({ name: Line(120).min(2), country: Country, conflict: z.boolean() });

export const AuditBody = z.strictObject({
  level: Level,
  firstDayOn: Day,
  lastDayOn: Day,
  mode: z.enum(['on-site', 'video']),
  place: Line(200).nullable(),
  experts: z.array(ExpertBody).max(2).default([]),
  reason: ReasonText,
});
export const AuditDecision = z.strictObject({
  state: z.enum(['confirmed', 'rejected', 'cancelled', 'held']),
  revision: Revision,
  reason: ReasonText,
});

export const ConfirmationBody = z.strictObject({ source: Source.nullable(), reason: ReasonText });
export const NoteBody = z.strictObject({ text: Text(4000).min(1) });

export const CorrectionBody = z.strictObject({
  awardId: Id.nullable(),
  proposedLevel: Level.nullable(),
  proposedValidUntil: Day.nullable(),
  text: Text(2000).min(3),
});
export const CorrectionDecision = z.strictObject({
  decision: z.enum(['accept', 'refuse']),
  revision: Revision,
  answer: Text(1000).nullable(),
  reason: ReasonText,
});

export const ClusterEdit = z.strictObject({
  cvrNumber: z
    .string()
    .regex(/^\d{8}$/)
    .nullable(),
  journalNumber: Line(60).nullable(),
  funder: Line(200).nullable(),
  website: Line(200).nullable(),
  city: Line(100).nullable(),
  responsibleOfficerId: Id.nullable(),
  revision: Revision,
  reason: ReasonText,
});

/** Grid entry: raw cells as typed or pasted; the preview answers for each cell. */
export const GridRow = z.strictObject({
  slug: z.string().max(200),
  validUntil: z.string().max(40),
  level: z.string().max(20).default('gold'),
});
export const GridBody = z.strictObject({ rows: z.array(GridRow).min(1).max(100) });
export const GridSave = GridBody.extend({ reason: ReasonText, source: Source.nullable(), versions: z.record(z.string(), z.string()) });
export const GridPreview = z
  .object({
    rows: z.array(
      z.object({
        index: z.int(),
        slug: z.string(),
        name: z.string().nullable(),
        before: z.string().nullable(),
        after: Day.nullable(),
        change: z.enum(['none', 'new-end', 'new-award', 'error']),
        statusBefore: z.string().nullable(),
        statusAfter: z.string().nullable(),
        errors: z.array(z.object({ column: z.enum(['slug', 'validUntil', 'level']), message: z.string() })),
      }),
    ),
    errors: z.int(),
    changes: z.int(),
    /** Version per cluster as previewed: given back on saving, so that a change in between is noticed. */
    versions: z.record(z.string(), z.string()),
  })
  .meta({ id: 'GridPreview' });
export type GridPreview = z.infer<typeof GridPreview>;
