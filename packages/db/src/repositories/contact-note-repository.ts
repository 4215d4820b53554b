import type { DataSource } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, lockFact, type NewFact, type Saved } from '../edit.js';
import { ContactNoteEntity } from '../entities/contact-note.js';
import type { Scope } from '../scope.js';

/** What was talked about with a cluster. */
export class ContactNoteRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, ConstraintError */
  async add(actor: Actor, scope: Scope, clusterSlug: string, note: NewFact<ContactNoteEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) =>
      insertFact(manager, ContactNoteEntity, {
        ...note,
        clusterId: await clusterIdOf(manager, scope, clusterSlug),
      }),
    );
  }

  /** @throws NotFoundError, ConcurrentEditError */
  async correct(actor: Actor, scope: Scope, id: string, expectedRevision: number, body: string): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) =>
      editFact(manager, ContactNoteEntity, scope, { id, expectedRevision, changes: { body } }),
    );
  }

  /** Removes text and salt for good; the ledger keeps a digest that nobody can match any more. @throws NotFoundError */
  async erase(actor: Actor, scope: Scope, id: string): Promise<void> {
    await recordAs(this.dataSource, actor, async (manager) => {
      await lockFact(manager, ContactNoteEntity, scope, id);
      await manager.query('update contact_note set body = null, salt = null, revision = revision + 1 where id = $1', [id]);
    });
  }
}
