import { QueryFailedError } from 'typeorm';
import { constraintFields } from './constraint-fields.js';

/** No such row, or one outside the caller's scope: the two are never told apart. */
export class NotFoundError extends Error {
  readonly code = 'not-found';
  constructor(readonly entity: string) {
    super(`No such ${entity}`);
  }
}

/** Somebody else changed the row after the caller read it. */
export class ConcurrentEditError extends Error {
  readonly code = 'concurrent-edit';
  constructor(
    readonly entity: string,
    readonly rowId: string,
    readonly expectedRevision: number,
    readonly presentRevision: number,
  ) {
    super(`${entity} is at revision ${presentRevision}, not ${expectedRevision}`);
  }
}

/** A value that the database refuses. `field` is the property to correct, null where no single one is at fault. */
export class ConstraintError extends Error {
  readonly code = 'constraint';
  constructor(
    readonly constraint: string,
    readonly field: string | null,
  ) {
    super(`Refused by ${constraint}`);
  }
}

export type NamedError = NotFoundError | ConcurrentEditError | ConstraintError;

/** Runs work against the database and turns what it refuses into errors with a name. */
export async function translatingErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw namedError(error) ?? error;
  }
}

/** The error as one of the three that callers handle; undefined for every other failure. */
export function namedError(error: unknown): NamedError | undefined {
  if (error instanceof NotFoundError || error instanceof ConcurrentEditError || error instanceof ConstraintError) return error;
  return refusedByDatabase(error);
}

/** The server ended this transaction because two waited for each other. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as Error & { code?: string }).code === '40P01';
}

const constraintViolations = new Set(['23505', '23514', '23P01', '23503']);
const notNull = '23502';
/** No such day, no number, out of range, a character that cannot be stored: by itself, in JSON. */
const valueErrors = new Set(['22007', '22008', '22P02', '22003', '22021', '22P05']);

function refusedByDatabase(error: unknown): ConstraintError | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code, constraint, column } = error.driverError as Error & { code?: string; constraint?: string; column?: string };
  if (code === undefined) return undefined;
  if (constraintViolations.has(code) && constraint !== undefined)
    return new ConstraintError(constraint, constraintFields[constraint] ?? null);
  if (code === notNull && column !== undefined) return new ConstraintError('value_required', toProperty(column));
  if (valueErrors.has(code)) return new ConstraintError('value_form', null);
  return undefined;
}

function toProperty(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
