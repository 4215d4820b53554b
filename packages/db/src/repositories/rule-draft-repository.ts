import type { DataSource, EntityManager } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import type { Saved } from '../edit.js';
import { RuleDraftEntity } from '../entities/rule-draft.js';
import { ConcurrentEditError, ConstraintError, NotFoundError, translatingErrors } from '../errors.js';
import { type RuleSaving, saveRules } from './rule-edit-repository.js';

export interface RuleDraft extends Saved {
  name: string;
  changes: unknown[];
  /** ISO instant. */
  changedAt: string;
  /** Null: the system, or somebody who was erased. */
  changedByName: string | null;
}

export interface DraftValues {
  name: string;
  changes: readonly unknown[];
}

/** Which draft, as the caller read it, and who changes it. */
export interface DraftEdit {
  id: string;
  expectedRevision: number;
  personId: string | null;
}

/** Open drafts. They are the administrators' own: no scope. */
export class RuleDraftRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest changed first. */
  async list(): Promise<RuleDraft[]> {
    return (await this.dataSource.query(`${selectDrafts} order by draft.changed_at desc, draft.id`)) as RuleDraft[];
  }

  /** @throws NotFoundError for a draft that does not exist or is not open */
  async read(id: string): Promise<RuleDraft> {
    const [draft] = (await this.dataSource.query(`${selectDrafts} and draft.id = $1`, [id])) as [RuleDraft?];
    if (!draft) throw new NotFoundError('rule_draft');
    return draft;
  }

  /** @throws ConstraintError */
  async create({ name, changes }: DraftValues, personId: string | null): Promise<Saved> {
    return translatingErrors(async () => {
      const draft = Object.assign(new RuleDraftEntity(), { name, changes: [...changes], changedById: personId });
      const { id, revision } = await this.dataSource.manager.save(draft);
      return { id, revision };
    });
  }

  /** @throws NotFoundError, ConcurrentEditError when somebody else changed the draft meanwhile */
  async save(edit: DraftEdit, { name, changes }: DraftValues): Promise<Saved> {
    return translatingErrors(() => this.dataSource.transaction((manager) => change(manager, edit, { name, changes: [...changes] })));
  }

  /** @throws NotFoundError, ConcurrentEditError */
  async discard(edit: DraftEdit): Promise<Saved> {
    return translatingErrors(() => this.dataSource.transaction((manager) => change(manager, edit, { state: 'discarded' })));
  }

  /**
   * Saves the rules of the draft and closes it, both or neither.
   * @throws NotFoundError, ConcurrentEditError when the draft or any rule changed since they were read; ConstraintError
   */
  async activate(actor: Actor, edit: DraftEdit, saving: RuleSaving): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const closed = await change(manager, edit, { state: 'activated' });
      await saveRules(manager, saving);
      return closed;
    });
  }
}

async function change(manager: EntityManager, edit: DraftEdit, values: Partial<RuleDraftEntity>): Promise<Saved> {
  const { id, expectedRevision, personId } = edit;
  const draft = await manager.findOne(RuleDraftEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!draft) throw new NotFoundError('rule_draft');
  if (draft.state !== 'open') throw new ConstraintError('rule_draft_waiting', 'decision');
  if (draft.revision !== expectedRevision) throw new ConcurrentEditError('rule_draft', id, expectedRevision, draft.revision);
  const { revision } = await manager.save(Object.assign(draft, values, { changedById: personId }));
  return { id, revision };
}

const selectDrafts = `
  select draft.id, draft.name, draft.changes, draft.revision, to_json(draft.changed_at) #>> '{}' as "changedAt", person.name as "changedByName"
  from rule_draft as draft left join person on person.id = draft.changed_by_id
  where draft.state = 'open'`;
