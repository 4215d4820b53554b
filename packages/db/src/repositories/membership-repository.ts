import type { DataSource } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, type Changes, type NewFact, type Saved } from '../edit.js';
import { MembershipEntity } from '../entities/membership.js';
import type { Scope } from '../scope.js';

/** A cluster's place in a programme: at most one at a time. */
export class MembershipRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, ConstraintError (`membership_one_at_a_time`) */
  async record(actor: Actor, scope: Scope, clusterSlug: string, membership: NewFact<MembershipEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) =>
      insertFact(manager, MembershipEntity, {
        ...membership,
        clusterId: await clusterIdOf(manager, scope, clusterSlug),
      }),
    );
  }

  /** Also how a cluster leaves: `endsOn`. @throws NotFoundError, ConcurrentEditError, ConstraintError */
  async correct(actor: Actor, scope: Scope, id: string, expectedRevision: number, changes: Changes<MembershipEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) => editFact(manager, MembershipEntity, scope, { id, expectedRevision, changes }));
  }
}
