import { assessmentKinds, assessmentStates, scoreReasonCodes } from '@klyngevagt/scoring';
import { z } from 'zod';
import { FrameworkView, IndicatorCode } from './framework.js';
import { Day, Id, KnownTime, Level, ReasonText, Revision, Slug, Text } from './values.js';

export const AssessmentKindName = z.enum(assessmentKinds);
export const AssessmentStateName = z.enum(assessmentStates);

/** A reason of a score with its sentence in the reader's language. */
const ScoreReasonView = z.object({
  code: z.enum(scoreReasonCodes),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  text: z.string(),
});

/** A score as the rules gave it. Shares are percent; null while an answer is missing. */
export const ScoreView = z
  .object({
    outcome: z.enum(['reached', 'not-reached', 'undecided']),
    level: Level.nullable(),
    points: z.number(),
    maximum: z.number(),
    share: z.number().nullable(),
    lowestShare: z.number(),
    highestShare: z.number(),
    dimensions: z.array(
      z.object({ dimension: z.string(), points: z.number(), maximum: z.number(), share: z.number().nullable(), unanswered: z.int() }),
    ),
    unanswered: z.array(z.string()),
    reasons: z.array(ScoreReasonView),
  })
  .meta({ id: 'Score' });
export type ScoreView = z.infer<typeof ScoreView>;

export const AnswerView = z
  .object({
    indicator: z.string(),
    score: z.number().nullable(),
    /** Carried over and not confirmed: it does not count yet. */
    toConfirm: z.boolean(),
    /** Null where there is none, where it was erased, and for readers. */
    comment: z.string().nullable(),
    revision: z.int(),
  })
  .meta({ id: 'AssessmentAnswer' });
export type AnswerView = z.infer<typeof AnswerView>;

export const AssessmentView = z
  .object({
    id: Id,
    revision: z.int(),
    cluster: z.object({ slug: Slug, name: z.string() }),
    frameworkId: Id,
    /** The case of recertification that it belongs to. */
    caseId: Id.nullable(),
    kind: AssessmentKindName,
    round: z.int(),
    state: AssessmentStateName,
    startedOn: Day,
    submittedOn: Day.nullable(),
    closedOn: Day.nullable(),
    illustrative: z.boolean(),
    /** Answers by indicator; an indicator that is not listed has none. */
    answers: z.array(AnswerView),
    /** Rises with every answer that changes: names what an import was previewed against. */
    answersRevision: z.int(),
    remarks: z.array(z.object({ id: Id, indicator: z.string(), on: Day, open: z.boolean(), text: z.string().nullable() })),
    score: ScoreView,
    /** What the caller may do next with it. */
    may: z.object({ edit: z.boolean(), submit: z.boolean(), return: z.boolean(), close: z.boolean(), reopen: z.boolean() }),
  })
  .meta({ id: 'Assessment' });
export type AssessmentView = z.infer<typeof AssessmentView>;

/** Medians of the other clusters, without names; an indicator to which fewer than five others contribute is not listed. */
const Medians = z.object({
  kind: AssessmentKindName,
  frameworkId: Id,
  values: z.array(z.object({ indicator: z.string(), median: z.number() })),
});

export const AssessmentQuery = z.strictObject({ on: Day.optional(), known: KnownTime.optional() });
export const ClusterAssessments = z
  .object({
    cluster: z.object({ slug: Slug, name: z.string(), fictional: z.boolean() }),
    /** Those under which something was assessed, and the active ones. */
    frameworks: z.array(FrameworkView),
    /** The newest round first. */
    assessments: z.array(AssessmentView),
    medians: z.array(Medians),
    /** Kinds that the caller may start a round of now. */
    mayStart: z.array(AssessmentKindName),
  })
  .meta({ id: 'ClusterAssessments' });
export type ClusterAssessments = z.infer<typeof ClusterAssessments>;

/** One assessment with all that filling it in needs: its framework and the answers of the round before. */
export const AssessmentSheet = z
  .object({
    assessment: AssessmentView,
    framework: FrameworkView,
    previous: z.object({ round: z.int(), closedOn: Day.nullable(), answers: z.array(AnswerView) }).nullable(),
  })
  .meta({ id: 'AssessmentSheet' });
export type AssessmentSheet = z.infer<typeof AssessmentSheet>;

export const AssessmentStart = z.strictObject({ kind: AssessmentKindName, level: Level.default('gold') });
export const AnswerParams = z.strictObject({ id: Id, indicator: IndicatorCode });
/** `revision`: of this answer as the editor saw it; 0: there was none. Other indicators may be edited meanwhile. */
export const AnswerEdit = z.strictObject({
  score: z.number().min(0).max(10_000).nullable(),
  comment: Text(2000).nullable(),
  /** The score stays carried over: only the comment was written. Ignored where the score is another one or was confirmed. */
  toConfirm: z.boolean().default(false),
  revision: z.int().min(0),
});
export const AnswerSaved = z.object({ id: Id, revision: z.int() });

export const AssessmentSubmission = z.strictObject({ revision: Revision });
export const AssessmentReturn = z.strictObject({
  revision: Revision,
  remarks: z
    .array(z.strictObject({ indicator: IndicatorCode, text: Text(2000).min(3) }))
    .min(1)
    .max(200),
});
export const AssessmentStepBody = z.strictObject({ revision: Revision, reason: ReasonText });

export const RoundFileQuery = z.strictObject({ format: z.enum(['xlsx', 'csv']) });
/** A file as text, so that it passes through the same client as everything else. */
export const RoundFile = z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }).meta({ id: 'RoundFile' });
export type RoundFile = z.infer<typeof RoundFile>;

const FileName = z
  .string()
  .max(200)
  .regex(/\.(xlsx|csv)$/i)
  .meta({ examples: ['selvtest.csv', 'selvtest.xlsx'] });
const Base64 = z
  .string()
  .max(200_000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .meta({ examples: ['a29kZTtzY29yZQ=='] });
export const RoundFileBody = z.strictObject({ name: FileName, base64: Base64 });
export const RoundImport = RoundFileBody.extend({ answersRevision: z.int().min(0) });

/** What a file would change. With errors nothing can be imported; each names the cell as the spreadsheet does. */
export const RoundPreview = z
  .object({
    answersRevision: z.int(),
    changes: z.array(
      z.object({
        indicator: z.string(),
        name: z.string(),
        before: z.number().nullable(),
        after: z.number().nullable(),
        commentChanged: z.boolean(),
      }),
    ),
    errors: z.array(z.object({ row: z.int(), column: z.string(), message: z.string() })),
  })
  .meta({ id: 'RoundPreview' });
export type RoundPreview = z.infer<typeof RoundPreview>;
