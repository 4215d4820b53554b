import type { DataSource } from 'typeorm';
import type { WebhookDeliveryEntity, WebhookDeliveryState, WebhookError } from '../entities/webhook-delivery.js';
import { NotFoundError } from '../errors.js';
import type { Scope } from '../scope.js';
import { inScope, Parameters } from '../sql.js';

export interface WebhookDeliveryRow {
  id: string;
  endpoint: { id: string; name: string };
  type: WebhookDeliveryEntity['type'];
  cluster: { slug: string; name: string } | null;
  state: WebhookDeliveryState;
  attempts: number;
  createdAt: string;
  lastAttemptAt: string | null;
  /** Null: there will be no further try. */
  nextAttemptAt: string | null;
  lastStatus: number | null;
  lastError: WebhookError | null;
  lastDurationMs: number | null;
  body: string;
}

export interface DeliveryQuestion {
  scope: Scope;
  endpointId?: string | undefined;
  state?: WebhookDeliveryState | undefined;
  /** The id of the last row of the page before. */
  before?: string | undefined;
  limit: number;
}

/** One delivery in a worker's hands. */
export interface ClaimedDelivery {
  id: string;
  endpointId: string;
  url: string;
  /** The very bytes of the body, the same at each try. */
  body: string;
  /** As stored, the newest first: each signs. */
  sealedSecrets: string[];
  attempts: number;
  /** Since it was queued, or since somebody asked for it anew. */
  attemptsInARow: number;
}

export type DeliveryOutcome = { status: number | null; error: WebhookError | null; durationMs: number } & (
  { kind: 'delivered' } | { kind: 'failed'; afterMs: number } | { kind: 'abandoned' }
);

/** How long a delivery that arrived is kept. Longer than what is queued looks back, or it would be told twice. */
const deliveredKept = `interval '90 days'`;
const remindersLookBack = `interval '60 days'`;

/** What is told to other systems: queued from what is stored, taken in hand, and recorded. Sending lies between, outside of any transaction. */
export class WebhookDeliveryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Queues what happened and is not queued yet. Repeating it, or doing it twice at once, adds nothing. */
  async queue(publicUrl: string): Promise<number> {
    let queued = 0;
    for (const statement of [queueChanges, ...queueReminders]) {
      const rows = (await this.dataSource.query(statement, [publicUrl])) as unknown[];
      queued += rows.length;
    }
    return queued;
  }

  /** Deliveries that did not arrive: those that are tried again, and those that were given up. */
  async countUndelivered(): Promise<{ failed: number; abandoned: number }> {
    const [counts] = (await this.dataSource.query(
      `select count(*) filter (where state = 'failed')::int as failed, count(*) filter (where state = 'abandoned')::int as abandoned
       from webhook_delivery where state in ('failed', 'abandoned')`,
    )) as [{ failed: number; abandoned: number }];
    return counts;
  }

  async removeOld(): Promise<void> {
    await this.dataSource.query(`delete from webhook_delivery where state = 'delivered' and created_at < now() - ${deliveredKept}`);
  }

  /** Something to try out an endpoint with. @throws NotFoundError */
  async queueTest(endpointId: string): Promise<string> {
    const [row] = (await this.dataSource.query(
      `insert into webhook_delivery (endpoint_id, event_key, type, payload)
       select id, 'webhook.test:' || gen_random_uuid(), 'webhook.test',
         jsonb_build_object('type', 'webhook.test', 'timestamp', ${instantText('now()')}, 'data', jsonb_build_object())
       from webhook_endpoint where id = $1 returning id`,
      [endpointId],
    )) as [{ id: string }?];
    if (!row) throw new NotFoundError('webhook_endpoint');
    return row.id;
  }

  /** Endpoints to which something may be delivered now. */
  async dueEndpoints(leaseMs: number): Promise<string[]> {
    const rows = (await this.dataSource.query(
      `select id from webhook_endpoint as endpoint
       where is_active and exists (select from webhook_delivery as delivery where endpoint_id = endpoint.id and ${isDue('$1')}) order by id`,
      [leaseMs],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** When the next postponed delivery may be tried; null when none waits. */
  async nextAttemptAt(): Promise<Date | null> {
    const [row] = (await this.dataSource.query(
      `select min(delivery.next_attempt_at) as at from webhook_delivery as delivery
       join webhook_endpoint as endpoint on endpoint.id = delivery.endpoint_id and endpoint.is_active
       where delivery.state in ('pending', 'failed') and delivery.claimed_at is null`,
    )) as [{ at: Date | null }];
    return row.at;
  }

  /**
   * Takes the next delivery to an endpoint in hand; null when none is due. Two workers never take the same. One that was in hand for longer
   * than any try lasts is taken again: the receiver knows a repeat by its id.
   */
  async claimNext(endpointId: string, leaseMs: number): Promise<ClaimedDelivery | null> {
    const [rows] = (await this.dataSource.query(
      `update webhook_delivery as delivery set claimed_at = now(), attempts = attempts + 1, last_attempt_at = now()
       from webhook_endpoint as endpoint
       where endpoint.id = delivery.endpoint_id and endpoint.is_active and delivery.id = (
         select delivery.id from webhook_delivery as delivery
         where delivery.endpoint_id = $2 and ${isDue('$1')}
         order by delivery.next_attempt_at, delivery.id limit 1 for update skip locked
       )
       returning delivery.id, delivery.endpoint_id as "endpointId", endpoint.url, delivery.payload::text as body,
         array(select sealed from webhook_secret where endpoint_id = endpoint.id and (valid_until is null or valid_until > now())
           order by created_at desc) as "sealedSecrets",
         delivery.attempts, delivery.attempts - delivery.attempts_before as "attemptsInARow"`,
      [leaseMs, endpointId],
    )) as [ClaimedDelivery[], number];
    return rows[0] ?? null;
  }

  /** A try that somebody else has taken over since is not recorded. */
  async record({ id, attempts }: ClaimedDelivery, outcome: DeliveryOutcome): Promise<void> {
    const { kind, status, error, durationMs } = outcome;
    await this.dataSource.query(
      `update webhook_delivery set state = $3, claimed_at = null, last_status = $4, last_error = $5, last_duration_ms = $6,
         delivered_at = case when $3 = 'delivered' then now() end,
         next_attempt_at = now() + $7::float8 * interval '1 millisecond'
       where id = $1 and attempts = $2 and claimed_at is not null`,
      [id, attempts, kind, status, error, durationMs, kind === 'failed' ? outcome.afterMs : 0],
    );
  }

  /** The latest first. */
  async list({ scope, endpointId, state, before, limit }: DeliveryQuestion): Promise<WebhookDeliveryRow[]> {
    const parameters = new Parameters();
    const conditions = [inScope(scope, 'delivery.cluster_id', parameters)];
    if (endpointId !== undefined) conditions.push(`delivery.endpoint_id = ${parameters.add(endpointId)}::uuid`);
    if (state !== undefined) conditions.push(`delivery.state = ${parameters.add(state)}`);
    if (before !== undefined) {
      conditions.push(
        `(delivery.created_at, delivery.id) < (select created_at, id from webhook_delivery where id = ${parameters.add(before)}::uuid)`,
      );
    }
    return (await this.dataSource.query(
      `select delivery.id, json_build_object('id', endpoint.id, 'name', endpoint.name) as endpoint, delivery.type,
         case when cluster.id is not null then json_build_object('slug', cluster.slug, 'name', cluster.name) end as cluster,
         delivery.state, delivery.attempts, ${isoText('delivery.created_at')} as "createdAt", ${isoText('delivery.last_attempt_at')} as "lastAttemptAt",
         case when delivery.state in ('pending', 'failed') then ${isoText('delivery.next_attempt_at')} end as "nextAttemptAt",
         delivery.last_status as "lastStatus", delivery.last_error as "lastError", delivery.last_duration_ms as "lastDurationMs",
         delivery.payload::text as body
       from webhook_delivery as delivery
       join webhook_endpoint as endpoint on endpoint.id = delivery.endpoint_id
       left join cluster on cluster.id = delivery.cluster_id
       where ${conditions.join(' and ')}
       order by delivery.created_at desc, delivery.id desc limit ${parameters.add(limit)}::int`,
      parameters.values,
    )) as WebhookDeliveryRow[];
  }

  /** Sends it once more under its id, whatever became of it. @throws NotFoundError */
  async replay(scope: Scope, id: string): Promise<void> {
    const parameters = new Parameters();
    const [, count] = (await this.dataSource.query(
      `${replayed} where id = ${parameters.add(id)} and ${inScope(scope, 'cluster_id', parameters)}`,
      parameters.values,
    )) as [unknown, number];
    if (count === 0) throw new NotFoundError('webhook_delivery');
  }

  /** Everything since an instant that did not arrive. @returns how many */
  async replayFailed(endpointId: string, since: string): Promise<number> {
    const [, count] = (await this.dataSource.query(
      `${replayed} where endpoint_id = $1 and state in ('failed', 'abandoned') and created_at >= $2::timestamptz`,
      [endpointId, since],
    )) as [unknown, number];
    return count;
  }
}

const replayed = `update webhook_delivery set state = 'pending', delivered_at = null, attempts_before = attempts, next_attempt_at = now()`;

/** Due means due and not in hand. `lease`: milliseconds after which what is in hand is taken for interrupted. */
function isDue(lease: string): string {
  return `delivery.state in ('pending', 'failed') and delivery.next_attempt_at <= now()
    and (delivery.claimed_at is null or delivery.claimed_at < now() - ${lease} * interval '1 millisecond')`;
}

export const instantText = (instant: string) => `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const isoText = (column: string) => `to_json(${column}) #>> '{}'`;

/** The cluster is one that the endpoint hears of. A programme reaches whoever is or was recorded as its member, so that its leaving is heard. */
export const isHeardOf = (clusterId: string) => `(endpoint.cluster_ids is null or ${clusterId} = any(endpoint.cluster_ids))
  and (endpoint.programme_id is null or exists (
    select from membership where membership.cluster_id = ${clusterId} and membership.programme_id = endpoint.programme_id
      and membership.member <> 'no'))`;

/** Ids and links only: whoever wants to know more asks, and is then asked who they are. */
export const links = (path: string) =>
  `'links', jsonb_build_object('api', $1 || '/api/v1${path}' || cluster.slug, 'page', $1 || '/clusters/' || cluster.slug)`;

/** Compared are versions, per endpoint and cluster: numbers of the ledger are given in another order than changes are committed. */
const queueChanges = `
  with changed as (
    select endpoint.id as endpoint_id, present.cluster_id, present.version, cluster.slug
    from webhook_endpoint as endpoint
    cross join cluster_version as present
    join cluster on cluster.id = present.cluster_id
    left join webhook_told_version as told on told.endpoint_id = endpoint.id and told.cluster_id = present.cluster_id
    where endpoint.is_active and endpoint.events ? 'cluster.changed' and present.version > coalesce(told.version, 0)
      and ${isHeardOf('present.cluster_id')}
  ), noted as (
    insert into webhook_told_version as told (endpoint_id, cluster_id, version)
    select endpoint_id, cluster_id, version from changed order by 1, 2
    on conflict (endpoint_id, cluster_id) do update set version = greatest(told.version, excluded.version)
  )
  insert into webhook_delivery (endpoint_id, event_key, type, cluster_id, payload)
  select endpoint_id, 'cluster.changed:' || cluster.cluster_id || ':' || version, 'cluster.changed', cluster_id,
    jsonb_build_object('type', 'cluster.changed', 'timestamp', ${instantText('now()')},
      'data', jsonb_build_object('cluster', slug, 'version', version, ${links('/clusters/')}))
  from changed as cluster order by 1, 2
  on conflict on constraint webhook_delivery_once do nothing
  returning id`;

/** Each with the instant at which it happened, which is empty until then. */
const reminderEvents = [
  ['reminder.sent', 'reminder.sent_at'],
  ['reminder.failed', 'reminder.failed_at'],
] as const;

/** A reminder that fails, is sent anew and fails again is told twice: the key holds the instant. */
const queueReminders = reminderEvents.map(([event, instant]) => {
  const key = `'${event}:' || reminder.id || ':' || extract(epoch from ${instant})`;
  return `
    insert into webhook_delivery (endpoint_id, event_key, type, cluster_id, payload)
    select endpoint.id, ${key}, '${event}', cluster.id,
      jsonb_build_object('type', '${event}', 'timestamp', ${instantText(instant)},
        'data', jsonb_build_object('reminder', reminder.id, 'cluster', cluster.slug, ${links('/reminders?cluster=')}))
    from webhook_endpoint as endpoint
    join reminder on ${instant} >= (endpoint.events ->> '${event}')::timestamptz and ${instant} > now() - ${remindersLookBack}
    join cluster on cluster.id = reminder.cluster_id
    where endpoint.is_active and ${isHeardOf('reminder.cluster_id')}
      and not exists (select from webhook_delivery as told where told.endpoint_id = endpoint.id and told.event_key = ${key})
    order by ${instant}, reminder.id
    on conflict on constraint webhook_delivery_once do nothing
    returning id`;
});
