import type { TestDatabase } from '@klyngevagt/db/testing';

type Database = Pick<TestDatabase, 'dataSource'>;

/** How much stands where: rows by table, and what rises with every change. */
export type Written = Record<string, string>;

/** Attempts are counted also when they are refused: that is what the limit rests on. */
const countsAttempts = 'account_attempt';

/** The state of the database as far as a write can be seen in it. Two states without a write between them are equal. */
export async function readWritten({ dataSource }: Database): Promise<Written> {
  const tables = (await dataSource.query(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> $1 order by 1`,
    [countsAttempts],
  )) as { name: string }[];
  const counts = tables.map(({ name }) => `(select count(*) from "${name}")::text as "${name}"`);
  const [row] = (await dataSource.query(
    `select ${counts.join(', ')},
       (select coalesce(max(seq), 0) from ledger)::text as "head of the ledger",
       (select coalesce(sum(version), 0) from cluster_version)::text as "versions of clusters",
       (select version from rules_version)::text as "version of rules",
       (select version from reminder_version)::text as "version of reminders"`,
  )) as [Written];
  return row;
}

/** Requests by whose ids something was recorded since. */
export async function recordedSince({ dataSource }: Database, before: Written): Promise<Set<string>> {
  const rows = (await dataSource.query('select distinct request_id as id from ledger where seq > $1', [before['head of the ledger']])) as {
    id: string;
  }[];
  return new Set(rows.map(({ id }) => id));
}
