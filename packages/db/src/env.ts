/** The one reader of the environment in this package: the operator's commands and the tests. */
export function databaseUrl(variable: 'DATABASE_URL' | 'TEST_DATABASE_URL'): string {
  const url = process.env[variable];
  if (url === undefined || !/^postgres(ql)?:\/\//.test(url)) {
    throw new Error(`${variable} is missing or no address of a PostgreSQL: postgres://user:password@host:port/database`);
  }
  return url;
}
