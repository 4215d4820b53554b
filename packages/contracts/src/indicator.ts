import { z } from 'zod';
import { AssessmentKindName } from './assessment.js';
import { IndicatorCode } from './framework.js';
import { programmeChoice } from './portfolio.js';
import { askedTime, Day, Id, KnownTime, Level, Slug } from './values.js';

/** Without a kind, the assessment that speaks for each cluster: its newest closed round, the audit's result before the self-test. */
export const IndicatorQuery = z.strictObject({
  on: Day.optional(),
  known: KnownTime.optional(),
  programme: Slug.optional(),
  level: Level.default('gold'),
  kind: AssessmentKindName.optional(),
});
export const IndicatorParams = z.strictObject({ code: IndicatorCode });
export const IndicatorFileQuery = IndicatorQuery.extend({ format: z.enum(['xlsx', 'csv']) });

const CellStateName = z.enum(['scored', 'below-minimum', 'unanswered', 'not-asked']);

/** Where a row of scores comes from. */
const ShownAssessment = z.object({
  id: Id,
  kind: AssessmentKindName,
  round: z.int(),
  closedOn: Day,
  frameworkId: Id,
  frameworkVersion: z.string(),
  illustrative: z.boolean(),
});

const IndicatorSummary = z.object({
  code: z.string(),
  name: z.string(),
  measures: z.string(),
  dimension: z.string(),
  maximum: z.number(),
  /** Null: none was published, and none binds. */
  minimum: z.number().nullable(),
  /** Scale, minimum or weight is an assumption. */
  assumed: z.boolean(),
});

const HeatMapFrame = z.object({
  ...askedTime,
  level: Level,
  kind: AssessmentKindName.nullable(),
  ...programmeChoice,
  /** The version in use; null: there is none for this level. */
  framework: z
    .object({
      id: Id,
      version: z.string(),
      /** Indicators whose minimum binds. */
      minimums: z.int(),
      /** Indicators whose scale, minimum or weight is an assumption. */
      assumed: z.int(),
    })
    .nullable(),
});

export const HeatMapView = HeatMapFrame.extend({
  dimensions: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Those of the version in use, then those that only earlier versions had. */
  columns: z.array(
    IndicatorSummary.extend({
      belowMinimum: z.int(),
      scored: z.int(),
      unanswered: z.int(),
      /** Mean in percent of the highest score; null where nobody gave one. */
      meanShare: z.number().nullable(),
      /** Place among the columns, the weakest first, from 1. */
      place: z.int(),
    }),
  ),
  /** By name. */
  rows: z.array(
    z.object({
      id: Id,
      slug: Slug,
      name: z.string(),
      shortName: z.string(),
      /** Null: nothing was closed by that day. */
      assessment: ShownAssessment.nullable(),
      belowMinimum: z.int(),
      unanswered: z.int(),
      share: z.number().nullable(),
      outcome: z.enum(['reached', 'not-reached', 'undecided']).nullable(),
      place: z.int(),
      /** One for each column; empty without an assessment. */
      cells: z.array(z.object({ state: CellStateName, score: z.number().nullable(), share: z.number().nullable() })),
    }),
  ),
}).meta({ id: 'HeatMap' });
export type HeatMapView = z.infer<typeof HeatMapView>;

/** One indicator in every cluster, the highest first. */
export const IndicatorRanking = HeatMapFrame.extend({
  indicator: IndicatorSummary.extend({
    dimensionName: z.string(),
    weight: z.number(),
    source: z.string(),
    scale: z.array(z.object({ value: z.number(), name: z.string() })),
  }),
  rows: z.array(
    z.object({
      id: Id,
      slug: Slug,
      name: z.string(),
      shortName: z.string(),
      /** Equals share one; null without a score. */
      rank: z.int().nullable(),
      /** The one that speaks for the cluster, else null. */
      state: CellStateName.nullable(),
      score: z.number().nullable(),
      assessment: ShownAssessment.nullable(),
      /** Every closed assessment, the newest first. */
      history: z.array(ShownAssessment.extend({ state: CellStateName, score: z.number().nullable(), maximum: z.number().nullable() })),
    }),
  ),
}).meta({ id: 'IndicatorRanking' });
export type IndicatorRanking = z.infer<typeof IndicatorRanking>;
