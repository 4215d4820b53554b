import { z } from 'zod';
import { askedTime, Confidence, Day, Id, KnownTime, LabelStatus, Level, NextStep, ShortReason, Slug, VerdictCode } from './values.js';

/** `programme`: only that programme's rows and duty. Without it: the national portfolio, every cluster ever designated national. */
export const PortfolioQuery = z.strictObject({ on: Day.optional(), known: KnownTime.optional(), programme: Slug.optional() });

export const BarSpan = z.object({
  from: Day,
  to: Day,
  kind: z.enum(['in-force', 'expiring', 'past', 'window', 'window-open', 'unknown', 'lower-level']),
});

export const PortfolioRow = z
  .object({
    id: Id,
    slug: Slug,
    name: z.string(),
    /** Name in tables; the name itself where it is short enough. */
    shortName: z.string(),
    domain: z.string(),
    level: Level.nullable(),
    status: LabelStatus,
    requiredLevel: Level.nullable(),
    requiredStatus: LabelStatus,
    verdict: VerdictCode,
    /** The programme whose verdict is shown, if several apply. */
    verdictProgramme: Slug.nullable(),
    compliant: z.boolean().nullable(),
    bound: z.boolean(),
    /** Left the programme on this last day; null while a member. */
    exitedOn: Day.nullable(),
    validUntil: Day.nullable(),
    /** How sure `validUntil` is; null where there is none. */
    validUntilConfidence: Confidence.nullable(),
    /** A coarser end than a day, as recorded: "2024", "2021-11". */
    validUntilPartial: z.string().nullable(),
    daysLeft: z.int().nullable(),
    windowEndsOn: Day.nullable(),
    orderBy: Day.nullable(),
    booking: z.object({ firstDayOn: Day, lastDayOn: Day, inTime: z.boolean(), reportedByCluster: z.boolean() }).nullable(),
    nextStep: NextStep,
    needsAction: z.boolean(),
    failedReminders: z.int(),
    /** Responsible officer: null where none; name null for those who may not see names. */
    officer: z.object({ id: Id, name: z.string().nullable(), isMe: z.boolean() }).nullable(),
    /** Any fact of the row is invented for the demonstration. */
    illustrative: z.boolean(),
    /** Why status and verdict are what they are; how the chain was counted stands on the cluster's page. */
    reasons: z.array(ShortReason),
    /** Bars of the mini timeline, oldest first. */
    spans: z.array(BarSpan),
  })
  .meta({ id: 'PortfolioRow' });
export type PortfolioRow = z.infer<typeof PortfolioRow>;

export const PortfolioTotals = z
  .object({
    rows: z.int(),
    /** Bound on the day: the denominator. */
    bound: z.int(),
    needsAction: z.int(),
    /** Bound clusters by what their duty's label is; the four groups sum to `bound`. */
    notInForce: z.object({ count: z.int(), renewable: z.int(), byPlan: z.int(), ended: z.int(), exempt: z.int() }),
    expiring: z.object({ count: z.int(), withoutBooking: z.int() }),
    unknown: z.object({ count: z.int() }),
    inForce: z.object({ count: z.int() }),
  })
  .meta({ id: 'PortfolioTotals' });

export const ProgrammeSummary = z
  .object({ id: Id, slug: Slug, name: z.string(), startsOn: Day, endsOn: Day, fictional: z.boolean() })
  .meta({ id: 'ProgrammeSummary' });
/** The programme whose clusters are shown (null: the national portfolio), and those to choose from. Spread into the shape of the answer. */
export const programmeChoice = { programme: ProgrammeSummary.nullable(), programmes: z.array(ProgrammeSummary) };

export const Portfolio = z
  .object({
    ...askedTime,
    /** Version of what the caller may see; part of the ETag. */
    version: z.string(),
    /** When the newest fact that the caller may see was recorded (instant). */
    dataRecordedAt: z.string().nullable(),
    /** `programme` of the request, or null for the national portfolio. */
    ...programmeChoice,
    horizonDays: z.int(),
    totals: PortfolioTotals,
    /** The deadline that has been overdue for longest, else the nearest to come. */
    nextDeadline: z.object({ slug: Slug, name: z.string(), step: NextStep }).nullable(),
    /** Sorted as semantics decides: most pressing first. */
    rows: z.array(PortfolioRow),
  })
  .meta({ id: 'Portfolio' });
export type Portfolio = z.infer<typeof Portfolio>;
export type PortfolioTotals = z.infer<typeof PortfolioTotals>;
export type ProgrammeSummary = z.infer<typeof ProgrammeSummary>;
