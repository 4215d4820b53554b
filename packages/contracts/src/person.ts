import { z } from 'zod';
import { roles } from './permission.js';
import { Day, Id, Language, Line, ReasonText, Revision, Slug, Text } from './values.js';

export const ClusterRole = z.enum(['manager', 'chair', 'deputy']);
export const PersonView = z
  .object({
    id: Id,
    revision: z.int(),
    name: z.string(),
    email: z.string(),
    title: z.string().nullable(),
    phone: z.string().nullable(),
    language: Language,
    /** Null: a recipient without an account. */
    role: z.enum(roles).nullable(),
    clusters: z.array(z.object({ slug: Slug, name: z.string(), role: ClusterRole })),
    /** Clusters whose responsible officer this is. */
    responsibleFor: z.array(z.object({ slug: Slug, name: z.string() })),
    account: z.enum(['none', 'invited', 'active']),
    illustrative: z.boolean(),
    isMe: z.boolean(),
  })
  .meta({ id: 'Person' });
export const PeopleList = z.object({ people: z.array(PersonView) }).meta({ id: 'PeopleList' });
export type PeopleList = z.infer<typeof PeopleList>;

export const InvitationBody = z.strictObject({
  name: Line(120).min(2),
  email: z.email().max(200),
  title: Line(120).nullable(),
  phone: Line(40).nullable(),
  language: Language,
  role: z.enum(roles).nullable(),
  clusters: z.array(z.strictObject({ slug: Slug, role: ClusterRole })).max(50),
  /** Send a mail with a link to choose a password; false: a recipient only. */
  invite: z.boolean(),
  reason: ReasonText,
});
export const PersonEdit = InvitationBody.omit({ invite: true, email: true }).extend({ revision: Revision });
export const InvitationResend = z.strictObject({ reason: ReasonText });

/** Roles in clusters, and the clusters answered for as officer, go to another person from today on. */
export const HandOverBody = z.strictObject({ toPersonId: Id, reason: ReasonText });
/** `on`: first day without a role, today or earlier. Sign-in ends at once. */
export const LeavingBody = z.strictObject({ on: Day, revision: Revision, reason: ReasonText });
/** Cannot be undone. `name` repeats the person's name, so that nobody is erased by a slip. */
export const ErasureBody = z.strictObject({ name: Text(120).min(1), revision: Revision, reason: ReasonText });
