import { z } from 'zod';
import { programmeChoice } from './portfolio.js';
import { askedTime, AwardKind, Day, Id, KnownTime, LabelStatus, Slug, VerdictCode } from './values.js';

export const ForecastQuery = z.strictObject({ on: Day.optional(), known: KnownTime.optional(), programme: Slug.optional() });
export const ClusterForecastQuery = z.strictObject({ on: Day.optional(), known: KnownTime.optional() });

/** One value for each of the forecast's days. */
export const CourseView = z
  .object({
    verdicts: z.array(VerdictCode),
    /** State of the required level or higher. */
    statuses: z.array(LabelStatus),
    /** Whether the required level or higher is in force. */
    holds: z.array(z.boolean()),
    /** Awards that the course expects, by the rules. */
    awards: z.array(
      z.object({
        approvedOn: Day,
        kind: AwardKind,
        validFrom: Day.nullable(),
        validUntil: Day,
        because: z.enum(['booking', 'usual-pace', 'earliest-possible']),
      }),
    ),
    /** Why no award is expected; null where one is, or none is needed. */
    withheld: z.enum(['not-booked', 'decision-overdue', 'no-validity', 'nothing-to-renew']).nullable(),
  })
  .meta({ id: 'ForecastCourse' });
export type CourseView = z.infer<typeof CourseView>;

export const ForecastRow = z
  .object({
    id: Id,
    slug: Slug,
    name: z.string(),
    shortName: z.string(),
    illustrative: z.boolean(),
    nothing: CourseView,
    asBooked: CourseView,
    /** Null where it is not offered: fewer than two renewals. */
    usualPace: CourseView.nullable(),
    pace: z.object({
      /** Median of the days from decision to the old end; null for fewer than two renewals. */
      medianDays: z.int().nullable(),
      renewals: z.array(z.object({ approvedOn: Day, endedOn: Day, daysBeforeEnd: z.int() })),
    }),
  })
  .meta({ id: 'ForecastRow' });
export type ForecastRow = z.infer<typeof ForecastRow>;

const Named = z.array(z.object({ slug: Slug, name: z.string() }));
export const HolderCountView = z
  .object({
    counts: z.array(z.int()),
    /** The first of the days with fewest holders; null where none has fewer than the first. */
    lowest: z.object({ on: Day, count: z.int(), lost: Named, gained: Named }).nullable(),
  })
  .meta({ id: 'HolderCount' });
export type HolderCountView = z.infer<typeof HolderCountView>;

export const Forecast = z
  .object({
    ...askedTime,
    ...programmeChoice,
    /** The day asked about and the last days of the 24 months that follow. */
    days: z.array(Day),
    nothing: HolderCountView,
    asBooked: HolderCountView,
    /** Clusters without a pace follow their booking. Null where no cluster has a pace. */
    usualPace: HolderCountView.extend({ offeredTo: z.int() }).nullable(),
    rows: z.array(ForecastRow),
  })
  .meta({ id: 'Forecast' });
export type Forecast = z.infer<typeof Forecast>;

export const ClusterForecast = z.object({ ...askedTime, days: z.array(Day), row: ForecastRow }).meta({ id: 'ClusterForecast' });
export type ClusterForecast = z.infer<typeof ClusterForecast>;
