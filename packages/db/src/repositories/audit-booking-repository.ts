import type { AuditState } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, type Changes, type NewFact, type Saved } from '../edit.js';
import { AuditBookingEntity } from '../entities/audit-booking.js';
import type { Scope } from '../scope.js';

/** Booked audits. One reported by the cluster counts at once, until an officer rejects it. */
export class AuditBookingRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, ConstraintError */
  async report(actor: Actor, scope: Scope, clusterSlug: string, booking: NewFact<AuditBookingEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) =>
      insertFact(manager, AuditBookingEntity, {
        ...booking,
        clusterId: await clusterIdOf(manager, scope, clusterSlug),
      } as Partial<AuditBookingEntity>),
    );
  }

  /** @throws NotFoundError, ConcurrentEditError, ConstraintError */
  async correct(actor: Actor, scope: Scope, id: string, expectedRevision: number, changes: Changes<AuditBookingEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) => editFact(manager, AuditBookingEntity, scope, { id, expectedRevision, changes }));
  }

  /** Confirmed, rejected, cancelled or held. */
  async changeState(actor: Actor, scope: Scope, id: string, expectedRevision: number, state: AuditState): Promise<Saved> {
    return this.correct(actor, scope, id, expectedRevision, { state });
  }
}
