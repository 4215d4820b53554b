import { z } from 'zod';
import { Day, Id, KnownTime, Language, ReasonText, Slug } from './values.js';

export const ReminderState = z.enum(['planned', 'sending', 'sent', 'uncertain', 'superseded', 'suppressed', 'acknowledged', 'failed']);
export const ReminderEvent = z.enum([
  'booking',
  'end',
  'window-end',
  'plan',
  'waiver',
  'milestone',
  'recommendation',
  'document',
  'self-test-returned',
]);
export const RecipientRole = z.enum(['manager', 'chair', 'officer', 'head']);

export const ReminderUrgency = z.enum(['routine', 'urgent', 'final']);
export const ReminderChannel = z.enum(['mail', 'inbox']);

export const ReminderRow = z
  .object({
    id: Id,
    slug: Slug,
    clusterName: z.string(),
    event: ReminderEvent,
    offsetDays: z.int(),
    deadlineOn: Day,
    dueOn: Day,
    /** "14 dage før sidste sikre bookingdag" in the reader's language. */
    about: z.string(),
    role: RecipientRole,
    /** Null for those who may not see names. */
    recipient: z.string().nullable(),
    /** Told in the place of somebody who is away. */
    isStandIn: z.boolean(),
    /** The role that could not be reached, and because of which the recipient is told. */
    escalatedFrom: RecipientRole.nullable(),
    urgency: ReminderUrgency,
    /** `inbox`: no mail goes out, it shows in the product only. */
    channel: ReminderChannel,
    language: Language,
    state: ReminderState,
    because: z.string().nullable(),
    band: z.enum(['overdue', 'next-30-days', 'later', 'closed']),
    sentAt: z.string().nullable(),
    attempts: z.int(),
    illustrative: z.boolean(),
    fictional: z.boolean(),
  })
  .meta({ id: 'Reminder' });
export type ReminderRow = z.infer<typeof ReminderRow>;

export const ReminderQuery = z.strictObject({
  on: Day.optional(),
  /** Reminders planned later are left out; what was sent or superseded later stands as planned. The health is always today's. */
  known: KnownTime.optional(),
  cluster: Slug.optional(),
  state: ReminderState.optional(),
});
export const ReminderHealth = z
  .object({
    state: z.enum(['running', 'silent', 'failing', 'never-run']),
    lastRunAt: z.string().nullable(),
    nextRunAt: z.string().nullable(),
    lastSent: z.int(),
    /** What the last run that ended did, in reminders. */
    lastRun: z.object({ sent: z.int(), postponed: z.int(), failed: z.int(), uncertain: z.int(), interrupted: z.int() }).nullable(),
    /** What a run that is under way has sent so far, of the reminders that were due when it began; null: none runs, or nothing was due. */
    running: z.object({ sent: z.int(), due: z.int() }).nullable(),
    /** Due, and held back: waiting for another attempt, or for a run that does not come. */
    held: z.int(),
    lastReconciledAt: z.string().nullable(),
    /** The queue only wakes the worker: while it is away nobody is woken, and nothing is lost. */
    isQueueAway: z.boolean(),
    sums: z.object({
      total: z.int(),
      sent: z.int(),
      toCome: z.int(),
      superseded: z.int(),
      suppressed: z.int(),
      acknowledged: z.int(),
      failed: z.int(),
      uncertain: z.int(),
    }),
    addsUp: z.boolean(),
  })
  .meta({ id: 'ReminderHealth' });
/** A weekly overview, or a mail about a quiet week, that did not arrive. It is about no single cluster: the office sees to it. */
const FailedWeeklyMail = z.object({
  id: Id,
  kind: z.enum(['weekly', 'quiet']),
  weekOn: Day,
  /** Null for those who may not see names. */
  recipient: z.string().nullable(),
  because: z.string(),
});
export const ReminderList = z
  .object({
    on: Day,
    today: Day,
    reminders: z.array(ReminderRow),
    health: ReminderHealth,
    /** Open until a later one to the same person is out; none for those who see some clusters only. */
    failedWeeklyMails: z.array(FailedWeeklyMail),
  })
  .meta({ id: 'ReminderList' });
export type ReminderList = z.infer<typeof ReminderList>;

export const ReminderTextQuery = z.strictObject({ on: Day.optional(), language: Language.optional(), known: KnownTime.optional() });
/** The very text: as sent, or as it would be sent now. */
export const ReminderText = z
  .object({
    reminder: ReminderRow,
    asSent: z.boolean(),
    to: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    answer: z.string().nullable(),
  })
  .meta({ id: 'ReminderText' });
export type ReminderText = z.infer<typeof ReminderText>;
export const ReminderWhyCode = z.enum([
  'sent',
  'sent-on-another-day',
  'overtaken',
  'deadline-barely-moved',
  'not-needed',
  'paused',
  'unsubscribed',
  'acknowledged',
  'superseded',
  'superseded-by-new-deadline',
  'superseded-recipient-left',
  'failed-no-address',
  'failed-refused',
  'failed-retries-exhausted',
  'failed-interrupted-again',
  'failed-bounced',
  'uncertain',
  'in-hand',
  'postponed',
  'waits-for-next-run',
  'waits-for-silent-worker',
  'planned-for-the-day',
  'moved-from-closed-day',
  'no-recipient',
  'not-planned',
  'not-bound',
  'exempt',
  'unknown-duty',
  'audit-booked',
  'no-deadline',
  'no-step-that-day',
  'next-step',
  'worker-did-not-run',
  'worker-ran',
]);
export type ReminderWhyCode = z.infer<typeof ReminderWhyCode>;

export const ReminderWhyQuery = z.strictObject({ cluster: Slug, on: Day });
/** Why nothing, or not more, was sent about a cluster on a day: from the plan of that day and from what became of each reminder. */
export const ReminderWhy = z
  .object({
    cluster: Slug,
    clusterName: z.string(),
    on: Day,
    today: Day,
    wasSent: z.boolean(),
    reasons: z.array(z.object({ code: ReminderWhyCode, sentence: z.string(), reminderId: Id.nullable() })),
  })
  .meta({ id: 'ReminderWhy' });
export type ReminderWhy = z.infer<typeof ReminderWhy>;
export const SendNow = z.strictObject({ reason: ReasonText });
