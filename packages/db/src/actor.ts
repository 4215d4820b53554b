import type { DataSource, EntityManager } from 'typeorm';
import { isDeadlock, translatingErrors } from './errors.js';

/** In whose name a fact is written. */
export interface Actor {
  /** Account of the person; null: the system. */
  accountId: string | null;
  role: string;
  requestId: string;
  /** Why, in the person's own words. Stored apart and erasable; the ledger holds a digest. */
  reason: string | null;
}

/** The system itself: seeds and jobs. */
export function systemActor(requestId: string, reason: string | null = null): Actor {
  return { accountId: null, role: 'system', requestId, reason };
}

/**
 * The one transaction in which facts may be written: the ledger's trigger refuses every other one. Two writers who wait for each other
 * are parted by the server; the one that lost starts over, so `work` does nothing but read and write.
 * @throws ConstraintError, ConcurrentEditError, NotFoundError
 */
export async function recordAs<T>(dataSource: DataSource, actor: Actor, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  const attempt = () =>
    dataSource.transaction(async (manager) => {
      await manager.query(nameActor, [actor.accountId, actor.role, actor.requestId, actor.reason]);
      return work(manager);
    });
  return translatingErrors(() => startingOver(attempt));
}

/** Of many who write at once, one may lose more than once. */
const mostAttempts = 5;

async function startingOver<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isDeadlock(error) || count === mostAttempts) throw error;
    }
  }
}

const nameActor = `
  with reason as (
    insert into free_text (value) select $4::text where $4::text <> '' returning id, salted_digest(salt::text, value) as digest
  )
  select
    set_config('klyngevagt.actor', coalesce($1::text, ''), true),
    set_config('klyngevagt.role', $2, true),
    set_config('klyngevagt.request_id', $3, true),
    set_config('klyngevagt.reason_id', coalesce((select id::text from reason), ''), true),
    set_config('klyngevagt.reason_digest', coalesce((select digest from reason), ''), true)`;
