import type { ProblemCode } from '@klyngevagt/contracts';

/** A field that a refusal names: the sentence is found by `code` when the language of the caller is known. */
export interface FieldRefusal {
  field: string;
  /** Key below `problems.field`. */
  code: string;
  params?: Record<string, string | number>;
  /** The sentence itself, where it was made with the answer; then `code` has no sentence of its own. */
  message?: string;
}

/** What a service throws when it will not do what was asked. The filter turns it into problem+json. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly fields: readonly FieldRefusal[] = [],
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
  }
}

/** The same answer for what does not exist and for what the caller may not know about. */
export const notFound = () => new Refusal('not-found');

export const statusOf: Record<ProblemCode, number> = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'link-expired': 400,
  'wrong-origin': 403,
  'not-allowed': 403,
  'not-found': 404,
  'changed-meanwhile': 409,
  conflict: 409,
  'date-order': 400,
  'membership-overlaps': 409,
  'already-exists': 409,
  'looking-back': 409,
  'known-in-future': 400,
  'not-settled': 503,
  'too-many-requests': 429,
  'file-too-large': 413,
  'file-refused': 415,
  'grid-has-errors': 422,
  'same-person-approves': 403,
  'not-available': 503,
  internal: 500,
};
