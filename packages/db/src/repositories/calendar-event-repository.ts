import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import type { CalendarEventEntity } from '../entities/calendar-event.js';
import type { Row } from '../row.js';

/** An event that holds now, as the facts give it. */
export interface PresentEvent extends Pick<CalendarEventEntity, 'clusterId' | 'key' | 'kind' | 'startsOn' | 'endsOn' | 'digest'> {}

/** Everything that holds for some clusters, and the state of the facts that it was read in. */
export interface PresentEvents {
  clusters: readonly { clusterId: string; version: number }[];
  rules: string;
  today: CalendarDate;
  events: readonly PresentEvent[];
}

export type RememberedEvent = Row<CalendarEventEntity>;

/** What calendars are told, remembered: ids that stay, sequences that rise, and what no longer holds. */
export class CalendarEventRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Brings the memory up to date and answers all of it. Null where a fact or a rule changed since they were read: read again. Calendars
   * come one after the other, so that none writes down an older state after a newer one; whoever records facts never waits for them.
   */
  async remember({ clusters, rules, today, events }: PresentEvents): Promise<RememberedEvent[] | null> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('calendar_event'))`);
      const [read] = (await manager.query(readStatement, [JSON.stringify(clusters), rules])) as [{ isPresent: boolean }];
      if (!read.isPresent) return null;
      const clusterIds = clusters.map(({ clusterId }) => clusterId);
      await manager.query(rememberStatement, [clusterIds, JSON.stringify(events), today]);
      const rows = (await manager.query(listStatement, [clusterIds])) as (Omit<RememberedEvent, 'createdAt' | 'changedAt'> &
        Record<'createdAt' | 'changedAt', Date>)[];
      return rows.map(({ createdAt, changedAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        changedAt: changedAt.toISOString(),
      }));
    });
  }
}

const readStatement = `
  select (select version::text from rules_version) = $2 and not exists (
    select 1 from jsonb_to_recordset($1::jsonb) as read("clusterId" uuid, version bigint)
    left join cluster_version as present on present.cluster_id = read."clusterId"
    where coalesce(present.version, 0) <> read.version
  ) as "isPresent"`;

/** Each row is touched by one of the three: what holds, what ceased to hold, and what ceased so long ago that calendars need not know. */
const rememberStatement = `
  with present as materialized (
    select * from jsonb_to_recordset($2::jsonb)
      as event("clusterId" uuid, key text, kind text, "startsOn" date, "endsOn" date, digest text)
  ), held as (
    insert into calendar_event as event (cluster_id, key, kind, starts_on, ends_on, digest)
    select "clusterId", key, kind, "startsOn", "endsOn", digest from present
    on conflict (cluster_id, key) do update
    set kind = excluded.kind, starts_on = excluded.starts_on, ends_on = excluded.ends_on, digest = excluded.digest,
      sequence = event.sequence + 1, changed_at = now(), ended_on = null, ended_as = null
    where event.ended_on is not null
      or (event.starts_on, event.ends_on, event.digest) is distinct from (excluded.starts_on, excluded.ends_on, excluded.digest)
  ), gone as (
    select id, ended_on, ends_on from calendar_event as event where cluster_id = any($1::uuid[])
      and not exists (select 1 from present where "clusterId" = event.cluster_id and present.key = event.key)
  ), ended as (
    update calendar_event as event
    set ended_on = $3::date, ended_as = case when gone.ends_on < $3::date then 'passed' else 'cancelled' end,
      sequence = sequence + 1, changed_at = now()
    from gone where gone.id = event.id and gone.ended_on is null
  )
  delete from calendar_event as event using gone where gone.id = event.id and gone.ended_on < $3::date - interval '12 months'`;

const listStatement = `
  select id, cluster_id as "clusterId", key, kind, starts_on::text as "startsOn", ends_on::text as "endsOn", digest, sequence,
    created_at as "createdAt", changed_at as "changedAt", ended_on::text as "endedOn", ended_as as "endedAs"
  from calendar_event where cluster_id = any($1::uuid[]) order by starts_on, id`;
