import { z } from 'zod';
import { askedTime, Confidence, Day, Id, KnownTime, ReasonText, Revision, Slug, Source } from './values.js';

export const AuditClashQuery = z.strictObject({ on: Day.optional(), known: KnownTime.optional(), programme: Slug.optional() });

const Audits = z.int().min(0).max(99);
/** First day of a month. */
const Month = Day.refine((day) => day.endsWith('-01'));

const Named = { slug: Slug, name: z.string() };
/** A stored row: the default, or one month's own. */
const Capacity = z.object({ id: Id, revision: Revision, audits: Audits, source: z.string(), confidence: Confidence });

export const AuditClash = z
  .object({
    ...askedTime,
    /** Applies to every month without a row of its own; null: nobody has said, and no month can clash. */
    standard: Capacity.nullable(),
    months: z.array(
      z.object({
        month: Month,
        capacity: Audits.nullable(),
        /** The month's own row; null where the default applies. */
        own: Capacity.nullable(),
        audits: z.array(
          z.object({
            ...Named,
            firstDayOn: Day,
            lastDayOn: Day,
            booked: z.boolean(),
            /** The last safe booking day has passed. */
            late: z.boolean(),
          }),
        ),
        over: z.int(),
        earlier: z.array(
          z.object({
            ...Named,
            toMonth: Month,
            firstDayOn: Day,
            lastDayOn: Day,
            daysEarlier: z.int(),
            /** Days of validity that it costs: 0 for a renewal, which counts from the old end. */
            daysLost: z.int().nullable(),
            suggested: z.boolean(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'AuditClash' });
export type AuditClash = z.infer<typeof AuditClash>;

/** `month` null: the default. `audits` null: the month goes back to the default. `revision` null: there is no row yet. */
export const CapacityBody = z
  .strictObject({
    month: Month.nullable(),
    audits: Audits.nullable(),
    source: Source.nullable(),
    confidence: Confidence.exclude(['illustrative']),
    revision: Revision.nullable(),
    reason: ReasonText,
  })
  .refine(({ month, audits }) => month !== null || audits !== null, { path: ['audits'] });
