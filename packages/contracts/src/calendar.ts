import { z } from 'zod';
import { Id, Language, ReasonText, Slug } from './values.js';

const Instant = z.iso.datetime();

/** A secret address at which calendars read deadlines, as its owner sees it. The secret is shown only when it is made. */
export const CalendarFeed = z
  .object({
    id: Id,
    /** Null: everything that its owner may see. */
    cluster: z.object({ slug: Slug, name: z.string() }).nullable(),
    language: Language,
    createdAt: Instant,
    renewedAt: Instant.nullable(),
    /** To the hour; of the present secret. */
    lastUsedAt: Instant.nullable(),
  })
  .meta({ id: 'CalendarFeed' });
export type CalendarFeed = z.infer<typeof CalendarFeed>;

/** The caller's own, and the clusters that one can be made for. */
export const CalendarFeedList = z.object({
  feeds: z.array(CalendarFeed),
  clusters: z.array(z.object({ slug: Slug, name: z.string() })),
});
export type CalendarFeedList = z.infer<typeof CalendarFeedList>;

export const NewCalendarFeed = z.strictObject({
  /** Null: everything that the caller may see, on whichever day a calendar asks. */
  cluster: Slug.nullable(),
  language: Language,
});

/** Somebody's, as whoever manages accounts sees it. */
export const IssuedCalendarFeed = CalendarFeed.extend({ person: z.object({ id: Id, name: z.string(), email: z.string() }) }).meta({
  id: 'IssuedCalendarFeed',
});
export type IssuedCalendarFeed = z.infer<typeof IssuedCalendarFeed>;
/** Those that answer, of everybody but the caller. */
export const IssuedCalendarFeedList = z.object({ feeds: z.array(IssuedCalendarFeed) });
export const CalendarRevocation = z.strictObject({ reason: ReasonText });

/** Renewing and revoking take no values. */
export const CalendarFeedChange = z.strictObject({});

/** The address, this once: only a digest of the secret in it is kept. */
export const CalendarFeedAddress = z.object({ id: Id, address: z.url() });
export type CalendarFeedAddress = z.infer<typeof CalendarFeedAddress>;
