/** The database cannot be reached as its address says. The message is a sentence for whoever starts a program, without the password. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}

/** What a first connection failed with, put into a sentence where that is known; every other error as it is. */
export function asUnreachable(error: unknown, url: string): unknown {
  const { hostname, port, pathname, username } = new URL(url);
  const place = `${hostname}:${port || '5432'}`;
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return new DatabaseUnreachableError(`No database answers at ${place}, which DATABASE_URL names.`);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new DatabaseUnreachableError(`Nobody knows the host ${hostname}, which DATABASE_URL names.`);
    case '28P01':
    case '28000':
      return new DatabaseUnreachableError(
        `The database at ${place} does not let in "${decodeURIComponent(username)}" with the password in DATABASE_URL.`,
      );
    case '3D000':
      return new DatabaseUnreachableError(
        `The server at ${place} has no database "${decodeURIComponent(pathname.slice(1))}", which DATABASE_URL names.`,
      );
    default:
      return error;
  }
}

/** A host with several addresses fails with one error for each of them, and with no words of its own. */
function codeOf(error: unknown): unknown {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && 'code' in first ? first.code : undefined;
}
