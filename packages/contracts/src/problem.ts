import { z } from 'zod';

/** Stable codes of refusals. The sentence comes in the caller's language; programs read the code. */
export const problemCodes = [
  'invalid-input',
  'not-signed-in',
  'wrong-credentials',
  'link-expired',
  'wrong-origin',
  'not-allowed',
  'not-found',
  'changed-meanwhile',
  'conflict',
  'date-order',
  'membership-overlaps',
  'already-exists',
  'looking-back',
  'known-in-future',
  'not-settled',
  'too-many-requests',
  'file-too-large',
  'file-refused',
  'grid-has-errors',
  'same-person-approves',
  'not-available',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const FieldProblem = z.object({ field: z.string(), code: z.string(), message: z.string() });

/** RFC 9457 problem+json. `errors` names each field; `requestId` is what support asks for. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(FieldProblem).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
