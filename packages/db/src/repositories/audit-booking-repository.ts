import type { AuditState } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, lockFact, type Changes, type NewFact, type Saved } from '../edit.js';
import { AuditBookingEntity } from '../entities/audit-booking.js';
import { AuditExpertEntity } from '../entities/audit-expert.js';
import { ConcurrentEditError } from '../errors.js';
import type { Scope } from '../scope.js';

/** An expert as a caller gives one. */
export type BookedExpert = Pick<AuditExpertEntity, 'name' | 'country' | 'hasConflict'>;

/** Booked audits. One reported by the cluster counts at once, until an officer rejects it. */
export class AuditBookingRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, ConstraintError */
  async report(
    actor: Actor,
    scope: Scope,
    clusterSlug: string,
    booking: NewFact<AuditBookingEntity>,
    experts: readonly BookedExpert[] = [],
  ): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const clusterId = await clusterIdOf(manager, scope, clusterSlug);
      const saved = await insertFact(manager, AuditBookingEntity, { ...booking, clusterId });
      const { source, confidence } = booking;
      for (const expert of experts)
        await insertFact(manager, AuditExpertEntity, { ...expert, clusterId, bookingId: saved.id, source, confidence });
      return saved;
    });
  }

  /**
   * Other experts, or another conflict of interest: those of before are taken out.
   * @throws NotFoundError, ConcurrentEditError, ConstraintError
   */
  async changeExperts(actor: Actor, scope: Scope, id: string, expectedRevision: number, experts: readonly BookedExpert[]): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const { clusterId, revision, source, confidence } = await lockFact(manager, AuditBookingEntity, scope, id);
      if (revision !== expectedRevision) throw new ConcurrentEditError('audit_booking', id, expectedRevision, revision);
      await manager.delete(AuditExpertEntity, { bookingId: id });
      for (const expert of experts)
        await insertFact(manager, AuditExpertEntity, { ...expert, clusterId, bookingId: id, source, confidence });
      return { id, revision };
    });
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
