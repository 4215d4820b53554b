import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { Fact } from './entities/fact.js';
import { ConcurrentEditError, NotFoundError } from './errors.js';
import type { Scope } from './scope.js';

type SetBySystem = 'id' | 'revision' | 'createdAt' | 'salt' | 'clusterId';
type Editable<Entity> = Exclude<keyof Entity, SetBySystem>;
type Nullable<Entity> = { [Property in Editable<Entity>]: null extends Entity[Property] ? Property : never }[Editable<Entity>];

/** What a caller gives for a new fact: nothing that the system sets; what may be empty may be left out. */
export type NewFact<Entity> = Omit<Entity, SetBySystem | Nullable<Entity>> & {
  [Property in Nullable<Entity>]?: Entity[Property] | undefined;
};

/** A new row, whole: a column that is forgotten does not compile. */
type NewRow<Entity> = NewFact<Entity> & (Entity extends { clusterId: infer Id } ? { clusterId: Id } : unknown);

/** What an edit changes; a field left out stays. */
export type Changes<Entity> = { [Property in Editable<Entity>]?: Entity[Property] | undefined };

/** Answer to a write: the row, and the revision that the next edit must name. */
export interface Saved {
  id: string;
  revision: number;
}

type EntityClass<Entity> = new () => Entity;

/** @throws NotFoundError for a cluster that does not exist or is out of scope. */
export async function clusterIdOf(manager: EntityManager, scope: Scope, slug: string): Promise<string> {
  const [row] = (await manager.query('select id from cluster where slug = $1', [slug])) as [{ id: string }?];
  if (row === undefined || !reaches(scope, row.id)) throw new NotFoundError('cluster');
  return row.id;
}

export async function insertFact<Entity extends Fact>(
  manager: EntityManager,
  entity: EntityClass<Entity>,
  values: NewRow<Entity>,
): Promise<Saved> {
  const { id, revision } = await manager.save(Object.assign(new entity(), withoutUndefined(values)));
  return { id, revision };
}

export interface Edit<Entity> {
  id: string;
  /** Revision that the caller read. */
  expectedRevision: number;
  changes: Changes<Entity> | ((present: Entity) => Changes<Entity>);
}

/**
 * Changes one fact, if it is in scope and nobody changed it since the caller read it.
 * @throws NotFoundError, ConcurrentEditError
 */
export async function editFact<Entity extends Fact>(
  manager: EntityManager,
  entity: EntityClass<Entity>,
  scope: Scope,
  { id, expectedRevision, changes }: Edit<Entity>,
): Promise<Saved> {
  const name = manager.connection.getMetadata(entity).tableName;
  const present = await lockFact(manager, entity, scope, id);
  if (present.revision !== expectedRevision) throw new ConcurrentEditError(name, id, expectedRevision, present.revision);
  const changed = typeof changes === 'function' ? changes(present) : changes;
  const saved = await manager.save(Object.assign(present, withoutUndefined(changed)));
  return { id, revision: saved.revision };
}

/**
 * The present row, held against other writers until the transaction ends.
 * @throws NotFoundError
 */
export async function lockFact<Entity extends Fact>(
  manager: EntityManager,
  entity: EntityClass<Entity>,
  scope: Scope,
  id: string,
): Promise<Entity> {
  const name = manager.connection.getMetadata(entity).tableName;
  const query = manager.createQueryBuilder(entity as EntityClass<ObjectLiteral>, 'fact').setLock('pessimistic_write');
  const present = (await query.where('fact.id = :id', { id }).getOne()) as Entity | null;
  if (present === null || !reaches(scope, clusterOf(present))) throw new NotFoundError(name);
  return present;
}

function clusterOf(fact: Fact & { clusterId?: string; slug?: string }): string {
  return fact.clusterId ?? fact.id;
}

function reaches(scope: Scope, clusterId: string): boolean {
  return scope.kind === 'all' || scope.clusterIds.includes(clusterId);
}

function withoutUndefined<Values extends object>(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}
