import { z } from 'zod';
import { RecipientRole, ReminderChannel, ReminderEvent, ReminderState, ReminderUrgency } from './reminder.js';
import { Day, Id, Slug } from './values.js';

/** What was told to the caller, by mail or in the product only. The newest first, a hundred at a time. */
export const InboxItem = z
  .object({
    id: Id,
    slug: Slug,
    clusterName: z.string(),
    event: ReminderEvent,
    /** "14 dage før sidste sikre bookingdag" in the reader's language. */
    about: z.string(),
    deadlineOn: Day,
    role: RecipientRole,
    urgency: ReminderUrgency,
    channel: ReminderChannel,
    state: ReminderState,
    /** When it went out, or was found not to go out as a mail. */
    arrivedAt: z.string(),
    readAt: z.string().nullable(),
    acknowledgedAt: z.string().nullable(),
    illustrative: z.boolean(),
    fictional: z.boolean(),
  })
  .meta({ id: 'InboxItem' });
export type InboxItem = z.infer<typeof InboxItem>;

/** A place in the inbox: instant of arrival in microseconds, and the reminder, since several arrive in the same instant. */
const InboxPlace = z
  .string()
  .regex(/^\d{1,16}-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
  .meta({ examples: ['1764057600000000-0b6f3c1e-8f0a-4d55-9b1e-3f2a7c9d1e05'] });

export const InboxQuery = z.strictObject({ before: InboxPlace.optional() });
export const Inbox = z
  .object({
    today: Day,
    unread: z.int(),
    items: z.array(InboxItem),
    /** `before` of the next page; null: this is the last. */
    nextBefore: InboxPlace.nullable(),
  })
  .meta({ id: 'Inbox' });
export type Inbox = z.infer<typeof Inbox>;

/** `ids` null: everything that has arrived. */
export const InboxRead = z.strictObject({ ids: z.array(Id).min(1).max(200).nullable(), isRead: z.boolean().default(true) });
export const InboxCount = z.object({ unread: z.int() });
