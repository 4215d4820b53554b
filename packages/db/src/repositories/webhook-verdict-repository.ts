import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { everyCluster, type Scope } from '../scope.js';
import { settledInstant } from './recorded-time-repository.js';
import { instantText, isHeardOf, links } from './webhook-delivery-repository.js';

/** Verdicts follow from what had been recorded by an instant, on a day. */
export interface VerdictMark {
  known: string;
  on: CalendarDate;
}

/** Of which clusters does the verdict differ between the two? Only those in scope can. */
export interface VerdictQuestion {
  from: VerdictMark;
  to: VerdictMark;
  scope: Scope;
}

export interface VerdictsTelling {
  publicUrl: string;
  today: CalendarDate;
  /** The day that it was at an instant. */
  dayOf(instant: string): Promise<CalendarDate>;
  /** Ids of the clusters whose verdict differs. */
  changed(question: VerdictQuestion): Promise<readonly string[]>;
}

/**
 * Changed verdicts, by facts or by time alone, for those who hear of them. No verdict is kept: up to where an endpoint was told is, and the
 * answer for that recorded time and day is final, so it can be computed again.
 */
export class WebhookVerdictRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Queues each change once and notes up to where was told, in one transaction. An endpoint that another worker has in hand is passed over.
   * @returns how many were queued
   */
  async tell(telling: VerdictsTelling): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const listeners = (await manager.query(
        `select id from webhook_endpoint where is_active and events ? 'verdict.changed' order by id for no key update skip locked`,
      )) as { id: string }[];
      if (listeners.length === 0) return 0;
      const settled = await readSettled(manager);
      const groups = await toldTogether(
        manager,
        listeners.map(({ id }) => id),
        telling.dayOf,
      );
      let queued = 0;
      for (const { from, endpointIds } of groups) queued += await tellFrom(manager, telling, { from, endpointIds, settled });
      return queued;
    });
  }
}

async function readSettled(manager: EntityManager): Promise<string> {
  const [{ at }] = (await manager.query(`select date_trunc('milliseconds', ${settledInstant}) as at`)) as [{ at: Date }];
  return at.toISOString();
}

interface ToldTogether {
  from: VerdictMark;
  endpointIds: string[];
}

/**
 * Endpoints by where they were told up to. Who was never told, or not since it was switched on, begins where it began to listen, which is kept
 * to the millisecond: what was recorded within it counts as before.
 */
async function toldTogether(manager: EntityManager, ids: readonly string[], dayOf: VerdictsTelling['dayOf']): Promise<ToldTogether[]> {
  const rows = (await manager.query(
    `select endpoint.id, (endpoint.events ->> 'verdict.changed')::timestamptz + interval '1 millisecond' as since, told.known_at as known, told.day_on::text as on
     from webhook_endpoint as endpoint
     left join webhook_told_verdicts as told
       on told.endpoint_id = endpoint.id and told.known_at >= (endpoint.events ->> 'verdict.changed')::timestamptz
     where endpoint.id = any($1::uuid[]) order by endpoint.id`,
    [ids],
  )) as { id: string; since: Date; known: Date | null; on: CalendarDate | null }[];
  const groups = new Map<string, ToldTogether>();
  for (const { id, since, known, on } of rows) {
    const at = (known ?? since).toISOString();
    const from = { known: at, on: on ?? (await dayOf(at)) };
    const key = `${from.known} ${from.on}`;
    groups.set(key, { from, endpointIds: [...(groups.get(key)?.endpointIds ?? []), id] });
  }
  return [...groups.values()];
}

async function tellFrom(
  manager: EntityManager,
  { publicUrl, today, changed }: VerdictsTelling,
  { from, endpointIds, settled }: ToldTogether & { settled: string },
): Promise<number> {
  const to = { known: settled > from.known ? settled : from.known, on: today };
  const scope = await reachOf(manager, from, to);
  if (scope === null) return 0;
  const clusterIds = await changed({ from, to, scope });
  const rows = (await manager.query(queueVerdicts, [publicUrl, endpointIds, clusterIds, to.known, to.on])) as unknown[];
  await manager.query(
    `insert into webhook_told_verdicts (endpoint_id, known_at, day_on) select unnest($1::uuid[]), $2, $3
     on conflict (endpoint_id) do update set known_at = excluded.known_at, day_on = excluded.day_on`,
    [endpointIds, to.known, to.on],
  );
  return rows.length;
}

/** Clusters whose verdict may differ; null: none, because nothing was recorded and it is the same day. */
async function reachOf(manager: EntityManager, from: VerdictMark, to: VerdictMark): Promise<Scope | null> {
  if (from.on !== to.on) return everyCluster;
  const rows = (await manager.query(
    `select distinct cluster_id as "clusterId" from ledger where recorded_at > $1::timestamptz and recorded_at <= $2::timestamptz`,
    [from.known, to.known],
  )) as { clusterId: string | null }[];
  if (rows.length === 0) return null;
  const clusterIds = rows.flatMap(({ clusterId }) => clusterId ?? []);
  // Rules, programmes and closed days are of no cluster: they may change any.
  return clusterIds.length < rows.length ? everyCluster : { kind: 'clusters', clusterIds };
}

const queueVerdicts = `
  insert into webhook_delivery (endpoint_id, event_key, type, cluster_id, payload)
  select endpoint.id, 'verdict.changed:' || cluster.id || ':' || $4::text || ':' || $5::text, 'verdict.changed', cluster.id,
    jsonb_build_object('type', 'verdict.changed', 'timestamp', ${instantText('now()')},
      'data', jsonb_build_object('cluster', cluster.slug, 'on', $5::text, ${links('/clusters/')}))
  from webhook_endpoint as endpoint cross join cluster
  where endpoint.id = any($2::uuid[]) and cluster.id = any($3::uuid[]) and ${isHeardOf('cluster.id')}
  order by cluster.slug, endpoint.id
  on conflict on constraint webhook_delivery_once do nothing
  returning id`;
