import { z } from 'zod';
import { askedTime, Day, Id, KnownTime, Slug } from './values.js';

export const WaitingQuery = z.strictObject({ on: Day.optional(), known: KnownTime.optional() });

/** What waits for an officer, the oldest first. */
export const ProposalList = z
  .object({
    ...askedTime,
    proposals: z.array(
      z.object({
        kind: z.enum(['plan', 'waiver', 'audit', 'correction']),
        id: Id,
        cluster: z.object({ slug: Slug, name: z.string() }),
        since: Day,
        /** Calendar days it has waited on the asked day. */
        waitingDays: z.int(),
        /** Due day of a plan; first and last day of a waiver or audit. */
        from: Day.nullable(),
        to: Day.nullable(),
        /** Of a correction: what it is about. */
        subject: z.enum(['award', 'cluster']).nullable(),
        /** A waiver that the caller proposed waits for somebody else. */
        mayDecide: z.boolean(),
        illustrative: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ProposalList' });
export type ProposalList = z.infer<typeof ProposalList>;
