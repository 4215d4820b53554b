import { z } from 'zod';
import { Day, Id, ReasonText, Revision } from './values.js';

/** Days on which somebody else is told in the place of a person; both belong to it. */
export const Absence = z
  .object({
    id: Id,
    revision: z.int(),
    startsOn: Day,
    endsOn: Day,
    isNow: z.boolean(),
    /** Null: the deputies of the cluster. */
    deputy: z.object({ id: Id, name: z.string() }).nullable(),
  })
  .meta({ id: 'Absence' });

/** Present and coming ones, and who may be named: those who may know what the person is told. */
export const AbsenceList = z
  .object({
    absences: z.array(Absence),
    deputies: z.array(z.object({ id: Id, name: z.string(), role: z.enum(['administrator', 'officer', 'manager', 'chair', 'deputy']) })),
    /** Told where nobody is named: deputies of the person's clusters. */
    standIns: z.array(z.string()),
  })
  .meta({ id: 'AbsenceList' });
export type AbsenceList = z.infer<typeof AbsenceList>;

export const OwnAbsenceBody = z.strictObject({ startsOn: Day, endsOn: Day, deputyId: Id.nullable() });
export const AbsenceBody = OwnAbsenceBody.extend({ reason: ReasonText });
export const OwnAbsenceEnd = z.strictObject({ revision: Revision });
export const AbsenceEnd = OwnAbsenceEnd.extend({ reason: ReasonText });
export const AbsenceParams = z.object({ id: Id, absence: Id });
