import { z } from 'zod';
import { RecipientRole, ReminderEvent } from './reminder.js';
import { Day, Language, ProcessStep, Text } from './values.js';

const Instant = z.iso.datetime();

/** What stands at the end of a link in a mail: signed, and all that whoever follows it needs. */
export const LinkParams = z.object({ token: z.string() });

/**
 * `open`: may be acknowledged. `acknowledged`: was. `final`: nothing of the mail can be held back. `expired`: the link acknowledges no
 * longer, and tells nothing of what it was about.
 */
export const AcknowledgementState = z.enum(['open', 'acknowledged', 'final', 'expired']);

export const AcknowledgeableDeadline = z.object({
  clusterName: z.string(),
  event: ReminderEvent,
  step: ProcessStep.nullable(),
  deadlineOn: Day,
  /** The mail was the final reminder of this deadline: nothing is held back. */
  isFinal: z.boolean(),
  /** When the next final reminder goes out, acknowledged or not; null: none is to come. */
  finalOn: Day.nullable(),
  /** Last day of the pause; null as long as nobody acknowledged. */
  pausedUntil: Day.nullable(),
});

/** What a link in a mail acknowledges. Looking changes nothing: mail programs follow links by themselves. */
export const Acknowledgement = z
  .object({
    state: AcknowledgementState,
    expiredBecause: z.enum(['too-old', 'deadline-gone', 'mandate-ended']).nullable(),
    /** Of whoever got the mail. */
    language: Language,
    today: Day,
    /** Role in which the mail was sent; null where nothing is told any more. */
    sentToRole: RecipientRole.nullable(),
    deadlines: z.array(AcknowledgeableDeadline),
    /** Something that is told is invented. */
    illustrative: z.boolean(),
    linkExpiresOn: Day,
    /** Last day of the pause without a planned day. */
    pauseWithoutPlanUntil: Day,
    latestPlanOn: Day,
    acknowledgedAt: Instant.nullable(),
    planOn: Day.nullable(),
  })
  .meta({ id: 'Acknowledgement' });
export type Acknowledgement = z.infer<typeof Acknowledgement>;

/** `planOn`: by which day it will be done. Without one, reminders pause for a few days only. */
export const AcknowledgementBody = z.strictObject({ planOn: Day.nullable(), comment: Text(500).nullable() });
