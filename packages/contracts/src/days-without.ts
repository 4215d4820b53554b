import { z } from 'zod';
import { programmeChoice } from './portfolio.js';
import { Day, Id, KnownTime, LabelStatus, Level, Slug, VerdictCode } from './values.js';

/** Both days are included. `known` bounds the second answer too: what was recorded later counts in neither. */
export const DaysWithoutQuery = z.strictObject({
  from: Day,
  to: Day,
  level: Level.default('gold'),
  programme: Slug.optional(),
  known: KnownTime.optional(),
});

/** Days of one kind in a row. */
export const SpanWithoutView = z.object({
  from: Day,
  to: Day,
  days: z.int(),
  status: LabelStatus,
  verdict: VerdictCode,
  /** Counted among the days without; false for days of which nobody knows. */
  counts: z.boolean(),
});

export const DaysCount = z
  .object({
    /** Bound and known not to hold the level. */
    days: z.int(),
    /** Bound, and nobody knows whether the level was held. */
    unknownDays: z.int(),
    boundDays: z.int(),
    /** "28 + 61 = 89 dage" in the reader's language. */
    arithmetic: z.string(),
    spans: z.array(SpanWithoutView),
  })
  .meta({ id: 'DaysCount' });
export type DaysCount = z.infer<typeof DaysCount>;

export const DaysWithoutRow = z
  .object({
    id: Id,
    slug: Slug,
    name: z.string(),
    shortName: z.string(),
    /** Any fact of the row is invented for the demonstration. */
    illustrative: z.boolean(),
    /** As known now, or at the recorded time asked about. */
    now: DaysCount,
    /** As known at the end of the period; null where that is not earlier than what `now` rests on, or the cluster was not recorded then. */
    atEnd: DaysCount.nullable(),
    /** The two answers differ in a day, a status or a verdict. */
    differs: z.boolean(),
  })
  .meta({ id: 'DaysWithoutRow' });
export type DaysWithoutRow = z.infer<typeof DaysWithoutRow>;

export const DaysTotal = z.object({ days: z.int(), unknownDays: z.int(), boundDays: z.int(), clusters: z.int() });

export const DaysWithout = z
  .object({
    level: Level,
    from: Day,
    to: Day,
    /** Days after today are not counted: the last day that is. */
    countedTo: Day,
    today: Day,
    /** Recorded time of `now` (instant); null: this moment. */
    known: z.string().nullable(),
    /** Recorded time of `atEnd`: the end of the period's last day; null where there is no second answer. */
    knownThen: z.string().nullable(),
    ...programmeChoice,
    /** Sums of the rows; `clusters` counts those with at least one day without. */
    totals: z.object({ now: DaysTotal, atEnd: DaysTotal.nullable() }),
    /** Most days first, then by name in Danish order. */
    rows: z.array(DaysWithoutRow),
  })
  .meta({ id: 'DaysWithout' });
export type DaysWithout = z.infer<typeof DaysWithout>;
