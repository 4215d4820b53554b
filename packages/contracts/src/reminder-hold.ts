import { z } from 'zod';
import { RecipientRole, ReminderEvent } from './reminder.js';
import { Day, Id, KnownTime, ReasonText, Slug } from './values.js';

/**
 * `pause`: what falls into it is not sent. `snooze`: what falls into it goes out on the working day after. Without a reminder for the whole
 * cluster, else for the deadline of that reminder. Final steps go out all the same.
 */
export const ReminderHoldBody = z.strictObject({
  kind: z.enum(['pause', 'snooze']),
  reminderId: Id.nullable(),
  /** Last day; at most a year ahead. */
  untilOn: Day,
  reason: ReasonText,
});
export const ReminderHoldEnd = z.strictObject({ reason: ReasonText });
export const ReminderHoldQuery = z.strictObject({
  /** What began later is left out, and what was ended later still runs. */
  on: Day.optional(),
  known: KnownTime.optional(),
  cluster: Slug.optional(),
});

export const ReminderHoldView = z
  .object({
    id: Id,
    slug: Slug,
    clusterName: z.string(),
    kind: z.enum(['pause', 'snooze', 'acknowledgement']),
    /** Null: everything about the cluster. */
    event: ReminderEvent.nullable(),
    deadlineOn: Day.nullable(),
    fromOn: Day,
    untilOn: Day,
    planOn: Day.nullable(),
    /** Null for those who may not see names. */
    by: z.string().nullable(),
    byRole: z.union([RecipientRole, z.enum(['administrator', 'system'])]),
    /** Words of whoever holds; null for those who may not read them, or where there are none. */
    note: z.string().nullable(),
    endedOn: Day.nullable(),
    /** On the day asked about. */
    isRunning: z.boolean(),
  })
  .meta({ id: 'ReminderHold' });
export type ReminderHoldView = z.infer<typeof ReminderHoldView>;
export const ReminderHoldList = z.object({ on: Day, today: Day, holds: z.array(ReminderHoldView) }).meta({ id: 'ReminderHoldList' });

/** The mail came back after the mail server had taken it. */
export const ReminderBounce = z.strictObject({ reason: ReasonText });
