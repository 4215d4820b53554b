import type { DataSource } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { editFact, type Saved } from '../edit.js';
import { ProgrammeEntity } from '../entities/programme.js';
import { everyCluster } from '../scope.js';

/** Programmes are public; who heads one is for those who see people. */
export class ProgrammeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, ConcurrentEditError, ConstraintError for a person that does not exist */
  async appointHead(actor: Actor, programme: { id: string; expectedRevision: number; headId: string | null }): Promise<Saved> {
    const { id, expectedRevision, headId } = programme;
    return recordAs(this.dataSource, actor, (manager) =>
      editFact(manager, ProgrammeEntity, everyCluster, { id, expectedRevision, changes: { headId } }),
    );
  }
}
