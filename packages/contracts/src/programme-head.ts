import { z } from 'zod';
import { Id, ReasonText, Revision, Slug } from './values.js';

/** Who heads each programme: told at the last when nothing else helped, or nobody else could be reached. */
export const ProgrammeHeadList = z
  .object({
    programmes: z.array(
      z.object({ id: Id, revision: z.int(), slug: Slug, name: z.string(), head: z.object({ id: Id, name: z.string() }).nullable() }),
    ),
  })
  .meta({ id: 'ProgrammeHeadList' });
export type ProgrammeHeadList = z.infer<typeof ProgrammeHeadList>;

/** `personId` null: the programme has no head any more. */
export const HeadAppointment = z.strictObject({ personId: Id.nullable(), revision: Revision, reason: ReasonText });
