import type { CalendarDate, Milestone } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import type { FailedBecause } from '../entities/reminder.js';
import { NotFoundError } from '../errors.js';
import type { LedgerRow } from '../ledger.js';
import type { Scope } from '../scope.js';
import { inScope, listOf, Parameters } from '../sql.js';
import { settledInstant } from './recorded-time-repository.js';

/** What an account has looked at. Instants are cut to the millisecond. */
export interface Looked {
  /** Null: it never looked. */
  lookedAt: string | null;
  lookedOn: CalendarDate | null;
  accountMadeAt: string;
  /** Everything recorded up to here can be read now: a change that is still being saved was recorded later. */
  until: string;
}

export interface FailedReminder {
  id: string;
  clusterId: string;
  failedAt: string;
  failedBecause: FailedBecause;
}

export interface NewsQuestion {
  scope: Scope;
  since: string;
  until: string;
  /** Planned days from the first one on, before the second. */
  passed: { from: CalendarDate; before: CalendarDate };
  /** Kinds of facts that the reader may not know about. */
  withoutEntities: readonly string[];
}

/** A step of a running case whose planned day went by without it being done. */
export interface PassedMilestone {
  id: string;
  clusterId: string;
  milestone: Milestone;
  plannedOn: CalendarDate;
}

export interface RecordedNews {
  /** The newest ones, in the order in which they were recorded. */
  changes: (LedgerRow & { clusterId: string })[];
  failedReminders: FailedReminder[];
  passedMilestones: PassedMilestone[];
  /** There were more changes than are answered. */
  isCut: boolean;
}

/** More than anybody reads at once. Who was away for longer is told that it is not everything. */
const mostChanges = 2000;

export class NewsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError for an account that does not exist. */
  async readLooked(accountId: string): Promise<Looked> {
    const [row] = (await this.dataSource.query(
      `select looked.looked_at as "lookedAt", looked.looked_on::text as "lookedOn", account.created_at as "accountMadeAt",
         date_trunc('milliseconds', ${settledInstant}) as until
       from account_user as account left join account_looked as looked on looked.account_id = account.id where account.id = $1`,
      [accountId],
    )) as [{ lookedAt: Date | null; lookedOn: CalendarDate | null; accountMadeAt: Date; until: Date }?];
    if (row === undefined) throw new NotFoundError('account');
    const { lookedAt, lookedOn, accountMadeAt, until } = row;
    return {
      lookedAt: lookedAt?.toISOString() ?? null,
      lookedOn,
      accountMadeAt: accountMadeAt.toISOString(),
      until: until.toISOString(),
    };
  }

  /** What was recorded about the clusters in scope, and which reminders have failed since: one statement. */
  async readRecorded({ scope, since, until, passed, withoutEntities }: NewsQuestion): Promise<RecordedNews> {
    const parameters = new Parameters();
    const from = parameters.add(since);
    const to = parameters.add(until);
    const changes = listOf(`
      select * from (
      select ledger.seq, ledger.recorded_at as "recordedAt", ledger.actor, person.name as "actorName", ledger.role,
        ledger.reason_id as "reasonId", null as reason, ledger.request_id as "requestId", ledger.entity, ledger.row_id as "rowId",
        ledger.cluster_id as "clusterId", ledger.before, ledger.after
      from ledger left join person on person.account_id = ledger.actor
      where ledger.recorded_at > ${from}::timestamptz and ledger.recorded_at <= ${to}::timestamptz and ledger.cluster_id is not null
        and ledger.entity <> all(${parameters.add([...withoutEntities])}::text[]) and ${inScope(scope, 'ledger.cluster_id', parameters)}
      order by ledger.seq desc limit ${parameters.add(mostChanges + 1)}::int
      ) as newest order by seq`);
    const failed = listOf(`
      select id, cluster_id as "clusterId", failed_at as "failedAt", failed_because as "failedBecause" from reminder
      where state = 'failed' and failed_at > ${from}::timestamptz and ${inScope(scope, 'cluster_id', parameters)} order by failed_at, id`);
    const milestones = listOf(`
      select step.id, step.cluster_id as "clusterId", step.milestone, step.planned_on as "plannedOn"
      from case_milestone as step join recertification_case as running on running.id = step.case_id and running.state in ('open', 'failed')
      where step.done_on is null and step.planned_on >= ${parameters.add(passed.from)}::date
        and step.planned_on < ${parameters.add(passed.before)}::date and ${inScope(scope, 'step.cluster_id', parameters)}
      order by step.planned_on, step.id`);
    const sql = `select ${changes} as changes, ${failed} as "failedReminders", ${milestones} as "passedMilestones"`;
    const [answer] = (await this.dataSource.query(sql, parameters.values)) as [Omit<RecordedNews, 'isCut'>];
    const isCut = answer.changes.length > mostChanges;
    return { ...answer, changes: isCut ? answer.changes.slice(-mostChanges) : answer.changes, isCut };
  }

  /** What was looked at never becomes less, and never reaches beyond now. */
  async markLooked(accountId: string, until: string, on: CalendarDate): Promise<void> {
    await this.dataSource.query(
      `insert into account_looked as present (account_id, looked_at, looked_on)
       values ($1, least($2::timestamptz, clock_timestamp()), $3)
       on conflict (account_id) do update set looked_at = excluded.looked_at, looked_on = excluded.looked_on
       where present.looked_at <= excluded.looked_at`,
      [accountId, until, on],
    );
  }
}
