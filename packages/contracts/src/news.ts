import { z } from 'zod';
import { Day, Slug } from './values.js';

export const newsKinds = ['verdict', 'status', 'level', 'reminder', 'date', 'booking', 'milestone', 'cluster'] as const;
export const NewsKind = z.enum(newsKinds);
export type NewsKind = z.infer<typeof NewsKind>;

export const NewsItem = z
  .object({
    /** The same as long as it is the same news. */
    key: z.string(),
    kind: NewsKind,
    cluster: z.object({ slug: Slug, name: z.string(), illustrative: z.boolean() }),
    /** What it is about, before and after, in the reader's language. */
    what: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    /** Nobody recorded anything that decides it: the days went by. */
    byTimeAlone: z.boolean(),
    /** When it was recorded (instant); null where no recording stands behind it. */
    at: z.string().nullable(),
    /** Who recorded it; null for the system, an erased person, or a name that the reader may not see. */
    by: z.object({ name: z.string().nullable(), isSystem: z.boolean() }).nullable(),
  })
  .meta({ id: 'NewsItem' });
export type NewsItem = z.infer<typeof NewsItem>;

export const News = z
  .object({
    /** What the person has looked at: recorded time (instant), and the day it was then. */
    since: z.string(),
    sinceOn: Day,
    /** The person never looked: since the account was made. */
    isFirstLook: z.boolean(),
    today: Day,
    /** Recorded time that the answer reaches to: what `news.looked` sends back. */
    until: z.string(),
    /** Most pressing kind first. */
    items: z.array(NewsItem),
    /** Kinds that have news, with the sentence that counts them. */
    counts: z.array(z.object({ kind: NewsKind, count: z.int(), text: z.string() })),
    /** Further recorded changes, such as a source or an address. */
    otherChanges: z.int(),
    /** So many changes were looked at, the newest; there were more. Null: all of them. */
    changesShown: z.int().nullable(),
  })
  .meta({ id: 'News' });
export type News = z.infer<typeof News>;

/** `until` and `today` of the answer that was looked at, so that nothing that came in between is passed over. */
export const LookedBody = z.strictObject({ until: z.iso.datetime(), today: Day });
