import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, type Changes, type NewFact, type Saved } from '../edit.js';
import { WaiverEntity } from '../entities/waiver.js';
import { ConstraintError } from '../errors.js';
import type { Scope } from '../scope.js';

export interface WaiverDecision {
  decision: 'approve' | 'refuse' | 'withdraw';
  on: CalendarDate;
  /** Person who decides; null: the system. */
  personId: string | null;
}

export interface WaiverCorrection {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  text: string;
  /** Person who corrects; null: the system. */
  personId: string | null;
}

/** Exemptions from a duty: proposed by one person, decided by another, counting from the approval. */
export class WaiverRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, ConstraintError */
  async record(actor: Actor, scope: Scope, clusterSlug: string, waiver: NewFact<WaiverEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) =>
      insertFact(manager, WaiverEntity, { ...waiver, clusterId: await clusterIdOf(manager, scope, clusterSlug) }),
    );
  }

  /**
   * Whoever proposed it may withdraw it; approving and refusing take another person, which the database demands too.
   * @throws NotFoundError, ConcurrentEditError, ConstraintError
   */
  async decide(
    actor: Actor,
    scope: Scope,
    id: string,
    expectedRevision: number,
    { decision, on, personId }: WaiverDecision,
  ): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) =>
      editFact(manager, WaiverEntity, scope, {
        id,
        expectedRevision,
        changes: (present): Changes<WaiverEntity> => {
          checkWaiting(present);
          if (decision === 'withdraw') return { closedOn: on, closedAs: 'withdrawn' };
          if (present.proposedById !== null && present.proposedById === personId)
            throw new ConstraintError('waiver_two_persons', 'decision');
          if (decision === 'refuse') return { closedOn: on, closedAs: 'refused', decidedById: personId };
          if (present.endsOn < on) throw new ConstraintError('waiver_end_passed', 'decision');
          return { approvedOn: on, decidedById: personId };
        },
      }),
    );
  }

  /**
   * A mistake in what was recorded. One that waits is from now on proposed by whoever corrected it, so that the two persons stay two; one
   * that was approved can only be made shorter.
   * @throws NotFoundError, ConcurrentEditError, ConstraintError
   */
  async correct(
    actor: Actor,
    scope: Scope,
    id: string,
    expectedRevision: number,
    { startsOn, endsOn, text, personId }: WaiverCorrection,
  ): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) =>
      editFact(manager, WaiverEntity, scope, {
        id,
        expectedRevision,
        changes: (present): Changes<WaiverEntity> => {
          if (present.closedOn !== null) throw new ConstraintError('waiver_waiting', 'decision');
          if (present.approvedOn === null) return { startsOn, endsOn, text, proposedById: personId };
          if (startsOn !== present.startsOn) throw new ConstraintError('waiver_extended', 'startsOn');
          if (endsOn > present.endsOn) throw new ConstraintError('waiver_extended', 'endsOn');
          return { endsOn, text };
        },
      }),
    );
  }
}

function checkWaiting({ approvedOn, closedOn }: WaiverEntity): void {
  if (approvedOn !== null || closedOn !== null) throw new ConstraintError('waiver_waiting', 'decision');
}
