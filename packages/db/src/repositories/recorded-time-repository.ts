import type { DataSource } from 'typeorm';

/**
 * What can be said about a recorded time: `future`, it has not come; `open`, a change recorded up to it may still commit; `settled`, what
 * was known then is final.
 */
export type RecordedTimeState = 'future' | 'open' | 'settled';

/** Everything recorded up to this instant can be read now: a change that is still being saved was, or will be, recorded later. */
export const settledInstant = `least(clock_timestamp(), (
  select min(xact_start) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null
    and backend_type is distinct from 'autovacuum worker'
))`;

export class RecordedTimeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * A row of the ledger carries the instant at which it was written, and is seen once its transaction commits: until then an answer for that
   * instant could still change. A transaction that has written nothing yet will write after now, so only open ones that wrote and were begun
   * by then are waited for; the server's own housekeeping (autovacuum) writes, but no facts. The server's clock decides. Holds for every
   * writer that signs in as this database's own user.
   */
  async stateOf(at: string): Promise<RecordedTimeState> {
    const [row] = (await this.dataSource.query(
      `select case
         when $1::timestamptz >= clock_timestamp() then 'future'
         when exists (
           select from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null and xact_start <= $1::timestamptz
             and backend_type is distinct from 'autovacuum worker'
         ) then 'open'
         else 'settled'
       end as state`,
      [at],
    )) as [{ state: RecordedTimeState }];
    return row.state;
  }
}
