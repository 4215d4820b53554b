import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, type Changes, type NewFact, type Saved } from '../edit.js';
import { ActionPlanEntity } from '../entities/action-plan.js';
import type { Scope } from '../scope.js';

/** Plans to become holder of the required level: proposed by a cluster or an officer, counting from their acceptance. */
export class ActionPlanRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, ConstraintError */
  async propose(actor: Actor, scope: Scope, clusterSlug: string, plan: NewFact<ActionPlanEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) =>
      insertFact(manager, ActionPlanEntity, {
        ...plan,
        clusterId: await clusterIdOf(manager, scope, clusterSlug),
      } as Partial<ActionPlanEntity>),
    );
  }

  /** @throws NotFoundError, ConcurrentEditError, ConstraintError */
  async correct(actor: Actor, scope: Scope, id: string, expectedRevision: number, changes: Changes<ActionPlanEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) => editFact(manager, ActionPlanEntity, scope, { id, expectedRevision, changes }));
  }

  async accept(actor: Actor, scope: Scope, id: string, expectedRevision: number, acceptedOn: CalendarDate): Promise<Saved> {
    return this.correct(actor, scope, id, expectedRevision, { acceptedOn });
  }

  /** Refused or withdrawn: it stands no longer from this day on. */
  async close(actor: Actor, scope: Scope, id: string, expectedRevision: number, closedOn: CalendarDate): Promise<Saved> {
    return this.correct(actor, scope, id, expectedRevision, { closedOn });
  }
}
