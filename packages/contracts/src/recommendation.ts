import { recommendationOwners, recommendationStates, recommendationSteps } from '@klyngevagt/scoring';
import { z } from 'zod';
import { IndicatorCode } from './framework.js';
import { askedTime, Day, Id, KnownTime, ReasonText, Revision, Text } from './values.js';

export const RecommendationQuery = z.strictObject({ on: Day.optional(), known: KnownTime.optional() });

const RecommendationView = z.object({
  id: Id,
  revision: z.int(),
  givenOn: Day,
  /** Null where it was erased, and for readers. */
  text: z.string().nullable(),
  indicators: z.array(z.object({ code: z.string(), name: z.string() })),
  owner: z.enum(recommendationOwners),
  dueOn: Day.nullable(),
  state: z.enum(recommendationStates),
  /** Open, and its due day has passed. */
  overdue: z.boolean(),
  /** From a case before the one that is open now. */
  carriedOver: z.boolean(),
  reportedOn: Day.nullable(),
  closedOn: Day.nullable(),
  illustrative: z.boolean(),
  /** The oldest first. */
  notes: z.array(z.object({ id: Id, on: Day, by: z.enum(['administrator', 'officer', 'manager']), text: z.string().nullable() })),
  /** What the caller may do next with it. */
  may: z.object({ edit: z.boolean(), note: z.boolean(), steps: z.array(z.enum(recommendationSteps)) }),
});
export type RecommendationView = z.infer<typeof RecommendationView>;

export const RecommendationList = z
  .object({
    ...askedTime,
    /** Those that a recommendation may be about. */
    indicators: z.array(z.object({ code: z.string(), name: z.string() })),
    /** Open ones first, those due soonest before others; then the closed ones. */
    recommendations: z.array(RecommendationView),
    mayWrite: z.boolean(),
  })
  .meta({ id: 'RecommendationList' });
export type RecommendationList = z.infer<typeof RecommendationList>;

const written = {
  text: Text(2000).min(3),
  indicators: z.array(IndicatorCode).max(40),
  owner: z.enum(recommendationOwners),
  dueOn: Day.nullable(),
};
export const RecommendationBody = z.strictObject({ ...written, givenOn: Day, reason: ReasonText });
export const RecommendationEdit = z.strictObject({ ...written, revision: Revision, reason: ReasonText });
export const RecommendationStepBody = z.strictObject({ step: z.enum(recommendationSteps), revision: Revision, reason: ReasonText });
export const RecommendationNoteBody = z.strictObject({ text: Text(2000).min(3) });
