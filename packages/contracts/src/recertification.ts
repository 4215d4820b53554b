import { milestones } from '@klyngevagt/scoring';
import { z } from 'zod';
import { ClusterQuery } from './cluster.js';
import { Country, ExpertBody } from './facts.js';
import { askedTime, AwardKind, Confidence, Day, Id, Level, Line, PartialDay, ReasonText, Revision, Slug, Source, Text } from './values.js';

/** Steps of a recertification, in the order in which they are worked through. */
export const MilestoneName = z.enum(milestones);
/** Who does a step: "who has the ball". */
export const StepOwner = z.enum(['cluster', 'officer', 'assessor', 'eucles']);

export const CaseQuery = ClusterQuery;

export const MilestoneView = z
  .object({
    id: Id,
    revision: z.int(),
    milestone: MilestoneName,
    owner: StepOwner,
    after: z.array(MilestoneName),
    /** Last safe day, whatever is planned; null where nothing is counted or the calendar ends. Of an audit the first day, as everywhere here. */
    latestOn: Day.nullable(),
    /** The day before it was moved from a closed day. */
    rawOn: Day.nullable(),
    /** Last day for what is booked or planned. */
    dueOn: Day.nullable(),
    plannedOn: Day.nullable(),
    doneOn: Day.nullable(),
    doneByBooking: z.boolean(),
    expectedOn: Day.nullable(),
    expectedEndsOn: Day.nullable(),
    /** Somebody can do it now. */
    ready: z.boolean(),
    overdue: z.boolean(),
    behindPlan: z.boolean(),
    tooLate: z.boolean(),
    squeezed: z.boolean(),
    slackWorkingDays: z.int().nullable(),
    note: z.string().nullable(),
    /** What its last safe day rests on. */
    rule: z.object({ source: z.string(), confidence: Confidence }).nullable(),
    /** The caller may tick it off. */
    mayComplete: z.boolean(),
  })
  .meta({ id: 'CaseMilestone' });
export type MilestoneView = z.infer<typeof MilestoneView>;

export const CaseBooking = z
  .object({
    auditId: Id,
    revision: z.int(),
    firstDayOn: Day,
    lastDayOn: Day,
    mode: z.enum(['on-site', 'video']),
    place: z.string().nullable(),
    state: z.enum(['reported', 'confirmed', 'rejected', 'cancelled', 'held']),
    reportedByCluster: z.boolean(),
    reportedOn: Day,
    projectedDecisionOn: Day,
    inTime: z.boolean(),
    experts: z.array(z.object({ name: z.string().nullable(), country: Country, conflict: z.boolean() })),
  })
  .meta({ id: 'CaseBooking' });

export const CaseState = z.enum(['open', 'awarded', 'failed', 'withdrawn', 'expired']);

export const CaseView = z
  .object({
    id: Id,
    revision: z.int(),
    level: Level,
    kind: AwardKind,
    state: CaseState,
    openedOn: Day,
    /** Klyngevagt opened it when the horizon was reached. */
    openedByItself: z.boolean(),
    illustrative: z.boolean(),
    /** What the cluster works towards on the day: only then are there last safe days. */
    present: z.boolean(),
    anchor: z.enum(['end', 'plan-due', 'level-due', 'window-end']).nullable(),
    anchorOn: Day.nullable(),
    decidedOn: Day.nullable(),
    cure: z.object({ endsOn: Day, running: z.boolean() }).nullable(),
    /** The award that came of it; `differs`: its stated end is another than the rule computes. */
    award: z
      .object({
        id: Id,
        validFrom: PartialDay.nullable(),
        validUntil: PartialDay.nullable(),
        basis: z.enum(['certificate', 'accepted-proposal', 'register', 'not-known']),
        proposedUntil: Day.nullable(),
        differs: z.boolean(),
        explanation: z.string(),
      })
      .nullable(),
    note: z.string().nullable(),
    milestones: z.array(MilestoneView),
    /** The most pressing step that somebody can do now. */
    ball: z.object({ milestone: MilestoneName, owner: StepOwner, dueOn: Day.nullable() }).nullable(),
    decisionOn: Day.nullable(),
    inTime: z.boolean().nullable(),
    booking: CaseBooking.nullable(),
  })
  .meta({ id: 'RecertificationCase' });
export type CaseView = z.infer<typeof CaseView>;

export const CaseBoard = z
  .object({
    ...askedTime,
    cluster: z.object({ slug: Slug, name: z.string(), illustrative: z.boolean(), fictional: z.boolean(), bound: z.boolean() }),
    /** What the cluster works towards and has no case for yet. */
    next: z.object({ level: Level, kind: AwardKind, anchorOn: Day, opensByItselfOn: Day.nullable() }).nullable(),
    /** The case that is worked on: of the present cycle, else the newest that is open. */
    current: CaseView.nullable(),
    /** The other ones, the latest first. */
    earlier: z.array(CaseView),
    /** Months that the rule gives after a failed decision. */
    cureMonths: z.int().nullable(),
  })
  .meta({ id: 'CaseBoard' });
export type CaseBoard = z.infer<typeof CaseBoard>;

export const CaseOpenBody = z.strictObject({ reason: ReasonText });

/** Null takes the plan back; `owner` null: whoever the template names, absent: as it was. */
export const MilestonePlanBody = z.strictObject({
  plannedOn: Day.nullable(),
  owner: StepOwner.nullable().optional(),
  revision: Revision,
  reason: ReasonText,
});
/** A day tried for a milestone and not saved; absent: not planned. */
export const MilestoneTrialQuery = z.strictObject({ plannedOn: Day.optional() });
export const CaseTrial = z
  .object({
    /** Why the day cannot be planned, in the reader's words. */
    refusal: z.string().nullable(),
    decisionOn: Day.nullable(),
    inTime: z.boolean().nullable(),
    moves: z.array(
      z.object({
        milestone: MilestoneName,
        beforeOn: Day.nullable(),
        afterOn: Day.nullable(),
        tooLate: z.boolean(),
        wasTooLate: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CaseTrial' });
export type CaseTrial = z.infer<typeof CaseTrial>;

/** Null takes it back. `outOfOrder`: although what it depends on is open; officers only. */
export const MilestoneDoneBody = z.strictObject({
  doneOn: Day.nullable(),
  outOfOrder: z.boolean().default(false),
  revision: Revision,
  reason: ReasonText,
});
export const MilestoneNoteBody = z.strictObject({ note: Text(2000).nullable(), revision: Revision });

/** How a case ended. Recorded again it corrects the decision; `open` takes it back. */
export const CaseDecisionBody = z.strictObject({
  state: CaseState,
  decidedOn: Day.nullable(),
  /** Of an award: what the certificate states. An end that was computed names its basis. */
  award: z
    .strictObject({
      assessedOn: PartialDay.nullable(),
      validFrom: PartialDay.nullable(),
      validUntil: Day.nullable(),
      validUntilBasis: z.enum(['certificate', 'accepted-proposal', 'register', 'not-known']),
      score: Line(40).nullable(),
      source: Source.nullable(),
    })
    .nullable(),
  /** After a failed decision; null: no time for improvement was given. */
  cureEndsOn: Day.nullable(),
  note: Text(2000).nullable(),
  revision: Revision,
  reason: ReasonText,
});

export const ExpertsBody = z.strictObject({ experts: z.array(ExpertBody).max(2), revision: Revision, reason: ReasonText });
