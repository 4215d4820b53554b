import { z } from 'zod';
import { Language } from './values.js';

/** Mails that a person may do without, or ask for. */
export const MailKind = z.enum(['milestone', 'recommendation', 'document', 'self-test-returned', 'weekly', 'quiet']);

/** Reminders that are sent whatever somebody chose: they tell of a duty, or of what would be lost without them. */
export const mailDuties = ['booking', 'end', 'window-end', 'plan', 'waiver'] as const;
export const MailDuty = z.enum(mailDuties);
export type MailDuty = z.infer<typeof MailDuty>;

/** The caller's own choice. Which kinds there are depends on the role. */
export const MailPreferences = z
  .object({
    kinds: z.array(z.object({ kind: MailKind, wanted: z.boolean() })),
    /** Empty for those who get no reminders. */
    duties: z.array(MailDuty),
  })
  .meta({ id: 'MailPreferences' });
export type MailPreferences = z.infer<typeof MailPreferences>;

export const MailPreferenceChoice = z.strictObject({ kind: MailKind, wanted: z.boolean() });

/** What a link in a mail switches off, without a session. Looking changes nothing. */
export const Unsubscription = z
  .object({ kind: MailKind, wanted: z.boolean(), language: Language, duties: z.array(MailDuty) })
  .meta({ id: 'Unsubscription' });
export type Unsubscription = z.infer<typeof Unsubscription>;

export const UnsubscriptionChoice = z.strictObject({ wanted: z.boolean() });
