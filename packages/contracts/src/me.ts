import { z } from 'zod';
import { permissions, roles } from './permission.js';
import { Day, Id, Language, Slug } from './values.js';

export const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    language: Language,
    permissions: z.array(z.enum(permissions)),
    clusters: z.array(z.object({ slug: Slug, name: z.string() })),
    today: Day,
    demo: z.boolean(),
    /** Address of the local mailbox page; only in demo mode. */
    mailboxUrl: z.string().nullable(),
    failedReminders: z.int(),
    /** In the inbox of the caller. */
    unread: z.int(),
    version: z.string(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;
export const LanguageChoice = z.strictObject({ language: Language });

/** For the sign-in page, before anyone is known. */
export const SignInOptions = z
  .object({
    demo: z.boolean(),
    today: Day,
    accounts: z.array(z.object({ email: z.string(), role: z.enum(roles), password: z.string() })),
    accessibilityStatementUrl: z.string().nullable(),
    contact: z.string(),
    version: z.string(),
  })
  .meta({ id: 'SignInOptions' });
export type SignInOptions = z.infer<typeof SignInOptions>;
