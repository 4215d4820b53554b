import type { TestDatabase } from '@klyngevagt/db/testing';

/** The clock by which the ledger records, held by a test. Only whoever owns the tables can do this. */
export function recordedClock({ dataSource }: Pick<TestDatabase, 'dataSource'>) {
  return {
    /** Whatever is recorded from now on is recorded at this instant. */
    async setTo(at: string): Promise<void> {
      await dataSource.query(`alter table ledger alter column recorded_at set default '${new Date(at).toISOString()}'::timestamptz`);
    },
    async release(): Promise<void> {
      await dataSource.query('alter table ledger alter column recorded_at set default clock_timestamp()');
    },
    /** Whatever is in the ledger counts as recorded at this instant. */
    async backdate(at: string): Promise<void> {
      await dataSource.query('alter table ledger disable trigger user');
      await dataSource.query('update ledger set recorded_at = $1', [at]);
      await dataSource.query('alter table ledger enable trigger user');
    },
  };
}
