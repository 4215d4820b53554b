import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import type { Saved } from '../edit.js';
import { WebhookEndpointEntity, type WebhookEvent } from '../entities/webhook-endpoint.js';
import { ConcurrentEditError, NotFoundError } from '../errors.js';
import type { WebhookSecrets } from '../webhook-secret.js';

/** Of which clusters an endpoint hears. */
export type WebhookScope = { kind: 'all' } | { kind: 'programme'; programme: string } | { kind: 'clusters'; clusters: readonly string[] };

export interface WebhookValues {
  name: string;
  url: string;
  events: readonly WebhookEvent[];
  /** Programme and clusters by slug. */
  scope: WebhookScope;
}

export interface WebhookEndpointRow extends Saved {
  name: string;
  url: string;
  events: WebhookEvent[];
  programme: { slug: string; nameDa: string; nameEn: string } | null;
  clusters: { slug: string; name: string }[] | null;
  isActive: boolean;
  switchedOffBecause: WebhookEndpointEntity['switchedOffBecause'];
  createdAt: string;
  createdByName: string | null;
  secretChangedAt: string;
  /** Until then deliveries carry the signature of the secret before as well; null: they don't. */
  secretBeforeUntil: string | null;
  waiting: number;
  failed: number;
  abandoned: number;
  lastDeliveredAt: string | null;
  /** Something was given up, and nothing has been delivered since. */
  isFailing: boolean;
}

/** Which endpoint, as the caller read it. */
export interface WebhookEdit {
  id: string;
  expectedRevision: number;
}

/** So long both signatures stand on a delivery after the secret was changed. */
const secretsOverlap = `interval '24 hours'`;

/** Endpoints are the administrators' own: no scope. Every change stands in the ledger, secrets never do. */
export class WebhookEndpointRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The oldest first. */
  async list(): Promise<WebhookEndpointRow[]> {
    return (await this.dataSource.query(selectEndpoints)) as WebhookEndpointRow[];
  }

  /** The answer holds the secret, which is not to be had again. @throws NotFoundError for an unknown programme or cluster */
  async create(
    actor: Actor,
    { name, url, events, scope }: WebhookValues,
    { secrets, personId }: { secrets: WebhookSecrets; personId: string | null },
  ): Promise<Saved & { secret: string }> {
    const secret = secrets.make();
    const id = randomUUID();
    return recordAs(this.dataSource, actor, async (manager) => {
      const since = (await now(manager)).toISOString();
      const made = Object.assign(new WebhookEndpointEntity(), {
        id,
        name,
        url,
        events: Object.fromEntries(events.map((event) => [event, since])),
        createdById: personId,
        ...(await idsOf(manager, scope)),
      });
      const { revision } = await manager.save(made);
      await manager.query('insert into webhook_secret (endpoint_id, sealed) values ($1, $2)', [id, secrets.seal(secret, id)]);
      await beginWithPresent(manager, id);
      return { id, revision, secret };
    });
  }

  /**
   * An event that is new to the endpoint is heard from now on; what it heard before it goes on hearing.
   * @throws NotFoundError, ConcurrentEditError
   */
  async edit(actor: Actor, edit: WebhookEdit, { name, url, events, scope }: WebhookValues): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const present = await lock(manager, edit);
      const since = (await now(manager)).toISOString();
      const heard = present.events;
      const ids = await idsOf(manager, scope);
      const kept = Object.fromEntries(events.map((event) => [event, heard[event] ?? since]));
      const { id, revision } = await manager.save(Object.assign(present, { name, url, events: kept, ...ids }));
      if (heard['cluster.changed'] === undefined) await beginWithPresent(manager, id);
      return { id, revision };
    });
  }

  /** Switched on, it hears from then on, and what was still to be delivered goes out. @throws NotFoundError, ConcurrentEditError */
  async switch(actor: Actor, edit: WebhookEdit, isActive: boolean): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const present = await lock(manager, edit);
      if (present.isActive === isActive) return { id: present.id, revision: present.revision };
      const since = (await now(manager)).toISOString();
      const events = isActive ? Object.fromEntries(Object.keys(present.events).map((event) => [event, since])) : present.events;
      const { id, revision } = await manager.save(
        Object.assign(present, { isActive, switchedOffBecause: isActive ? null : 'person', events }),
      );
      if (isActive) await beginWithPresent(manager, id);
      return { id, revision };
    });
  }

  /** The address said that it is gone for good. */
  async switchOffGone(actor: Actor, id: string): Promise<void> {
    await recordAs(this.dataSource, actor, (manager) =>
      manager.query(
        `update webhook_endpoint set is_active = false, switched_off_because = 'gone', revision = revision + 1 where id = $1 and is_active`,
        [id],
      ),
    );
  }

  /**
   * The one before signs for another day, or, where it may be in wrong hands, no more.
   * @throws NotFoundError, ConcurrentEditError
   */
  async changeSecret(
    actor: Actor,
    edit: WebhookEdit,
    { secrets, endsBeforeNow }: { secrets: WebhookSecrets; endsBeforeNow: boolean },
  ): Promise<Saved & { secret: string }> {
    const secret = secrets.make();
    return recordAs(this.dataSource, actor, async (manager) => {
      const present = await lock(manager, edit);
      const { id, revision } = await manager.save(Object.assign(present, { secretChangedAt: await now(manager) }));
      await manager.query(
        endsBeforeNow
          ? 'delete from webhook_secret where endpoint_id = $1'
          : `update webhook_secret set valid_until = now() + ${secretsOverlap} where endpoint_id = $1 and valid_until is null`,
        [id],
      );
      await manager.query('delete from webhook_secret where endpoint_id = $1 and valid_until < now()', [id]);
      await manager.query('insert into webhook_secret (endpoint_id, sealed) values ($1, $2)', [id, secrets.seal(secret, id)]);
      return { id, revision, secret };
    });
  }
}

async function now(manager: EntityManager): Promise<Date> {
  const [row] = (await manager.query('select now() as now')) as [{ now: Date }];
  return row.now;
}

async function lock(manager: EntityManager, { id, expectedRevision }: WebhookEdit): Promise<WebhookEndpointEntity> {
  const present = await manager.findOne(WebhookEndpointEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!present) throw new NotFoundError('webhook_endpoint');
  if (present.revision !== expectedRevision) throw new ConcurrentEditError('webhook_endpoint', id, expectedRevision, present.revision);
  return present;
}

async function idsOf(manager: EntityManager, scope: WebhookScope): Promise<Pick<WebhookEndpointEntity, 'programmeId' | 'clusterIds'>> {
  const idOf = async (table: 'programme' | 'cluster', slug: string) => {
    const [row] = (await manager.query(`select id from ${table} where slug = $1`, [slug])) as [{ id: string }?];
    if (!row) throw new NotFoundError(table);
    return row.id;
  };
  if (scope.kind === 'programme') return { programmeId: await idOf('programme', scope.programme), clusterIds: null };
  if (scope.kind === 'all') return { programmeId: null, clusterIds: null };
  const clusterIds: string[] = [];
  for (const slug of new Set(scope.clusters)) clusterIds.push(await idOf('cluster', slug));
  return { programmeId: null, clusterIds };
}

/**
 * Every cluster counts as told up to its present version. A change whose transaction is still running is not seen here, and so is told
 * once it is committed.
 */
async function beginWithPresent(manager: EntityManager, endpointId: string): Promise<void> {
  await manager.query(
    `insert into webhook_told_version (endpoint_id, cluster_id, version)
     select $1, cluster_id, version from cluster_version
     on conflict (endpoint_id, cluster_id) do update set version = excluded.version`,
    [endpointId],
  );
}

const selectEndpoints = `
  select endpoint.id, endpoint.revision, endpoint.name, endpoint.url,
    array(select jsonb_object_keys(endpoint.events) order by 1) as events,
    (select json_build_object('slug', slug, 'nameDa', name_da, 'nameEn', name_en) from programme where id = endpoint.programme_id) as programme,
    case when endpoint.cluster_ids is not null then (
      select coalesce(json_agg(json_build_object('slug', slug, 'name', name) order by name collate "da-DK-x-icu"), '[]')
      from cluster where id = any(endpoint.cluster_ids)
    ) end as clusters,
    endpoint.is_active as "isActive", endpoint.switched_off_because as "switchedOffBecause",
    to_json(endpoint.created_at) #>> '{}' as "createdAt", person.name as "createdByName",
    to_json(endpoint.secret_changed_at) #>> '{}' as "secretChangedAt",
    (select to_json(max(valid_until)) #>> '{}' from webhook_secret where endpoint_id = endpoint.id and valid_until > now()) as "secretBeforeUntil",
    told.waiting, told.failed, told.abandoned, to_json(told.delivered_at) #>> '{}' as "lastDeliveredAt",
    coalesce(told.abandoned_at > coalesce(told.delivered_at, '-infinity'), false) as "isFailing"
  from webhook_endpoint as endpoint
  left join person on person.id = endpoint.created_by_id
  cross join lateral (
    select count(*) filter (where state = 'pending')::int as waiting, count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state = 'abandoned')::int as abandoned, max(delivered_at) as delivered_at,
      max(last_attempt_at) filter (where state = 'abandoned') as abandoned_at
    from webhook_delivery where endpoint_id = endpoint.id
  ) as told
  order by endpoint.created_at, endpoint.id`;
