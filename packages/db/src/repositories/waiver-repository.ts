import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, type Changes, type NewFact, type Saved } from '../edit.js';
import { WaiverEntity } from '../entities/waiver.js';
import type { Scope } from '../scope.js';

/** Exemptions from a duty. They count once approved. */
export class WaiverRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, ConstraintError */
  async record(actor: Actor, scope: Scope, clusterSlug: string, waiver: NewFact<WaiverEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) =>
      insertFact(manager, WaiverEntity, { ...waiver, clusterId: await clusterIdOf(manager, scope, clusterSlug) } as Partial<WaiverEntity>),
    );
  }

  /** @throws NotFoundError, ConcurrentEditError, ConstraintError */
  async correct(actor: Actor, scope: Scope, id: string, expectedRevision: number, changes: Changes<WaiverEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) => editFact(manager, WaiverEntity, scope, { id, expectedRevision, changes }));
  }

  async approve(actor: Actor, scope: Scope, id: string, expectedRevision: number, approvedOn: CalendarDate): Promise<Saved> {
    return this.correct(actor, scope, id, expectedRevision, { approvedOn });
  }
}
