import { z } from 'zod';
import { Day, KnownTime, Slug } from './values.js';

export const CalibrationQuery = z.strictObject({ on: Day.optional(), known: KnownTime.optional() });

const Compared = z.object({
  round: z.int(),
  selfTest: z.number(),
  agreed: z.number(),
  /** Self-test minus agreed. Positive: the cluster thought better of itself. */
  difference: z.number(),
});

/** A cluster's self-tests against what the audits agreed on. It tells of the past and foretells nothing. */
export const CalibrationView = z
  .object({
    cluster: z.object({ slug: Slug, name: z.string() }),
    on: Day,
    /** Rounds in which both are closed, the oldest first. */
    rounds: z.array(
      z.object({
        round: z.int(),
        closedOn: Day,
        frameworkVersion: z.string(),
        illustrative: z.boolean(),
        /** Shares in percent; null where one side left an answer open. */
        shares: Compared.nullable(),
      }),
    ),
    /** The newest comparison of shares; null: there is none. */
    lastTime: Compared.nullable(),
    indicators: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        tendency: z.enum(['optimist', 'pessimist', 'even', 'mixed', 'not-compared']),
        /** The oldest first. */
        rounds: z.array(Compared),
      }),
    ),
  })
  .meta({ id: 'Calibration' });
export type CalibrationView = z.infer<typeof CalibrationView>;
