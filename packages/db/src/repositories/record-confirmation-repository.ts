import type { DataSource } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, insertFact, type NewFact, type Saved } from '../edit.js';
import { RecordConfirmationEntity } from '../entities/record-confirmation.js';
import type { Scope } from '../scope.js';

/** "Checked on ... by ...": makes an absence of awards a fact. The latest one counts. */
export class RecordConfirmationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, ConstraintError */
  async confirm(actor: Actor, scope: Scope, clusterSlug: string, confirmation: NewFact<RecordConfirmationEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) =>
      insertFact(manager, RecordConfirmationEntity, {
        ...confirmation,
        clusterId: await clusterIdOf(manager, scope, clusterSlug),
      }),
    );
  }
}
