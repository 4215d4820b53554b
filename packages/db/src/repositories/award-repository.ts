import type { CalendarDate } from '@klyngevagt/scoring';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, type Changes, type NewFact, type Saved } from '../edit.js';
import { AwardEntity } from '../entities/award.js';
import { ConstraintError, namedError, type NamedError } from '../errors.js';
import type { Scope } from '../scope.js';

/** One cell of the grid: the validity of a present award, or a new award for a cluster. */
export type GridCell =
  { awardId: string; expectedRevision: number; changes: Changes<AwardEntity> } | { clusterSlug: string; award: NewFact<AwardEntity> };

/** What was refused, by the position of the cell. Nothing was saved. */
export class GridRefusedError extends Error {
  readonly code = 'grid-refused';
  constructor(readonly cells: readonly { index: number; error: NamedError }[]) {
    super(`${cells.length} cells were refused`);
  }
}

/** Awards of a label, as recorded by officers. */
export class AwardRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, ConstraintError */
  async record(actor: Actor, scope: Scope, clusterSlug: string, award: NewFact<AwardEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) => recordAward(manager, scope, clusterSlug, award));
  }

  /** @throws NotFoundError, ConcurrentEditError, ConstraintError */
  async correct(actor: Actor, scope: Scope, id: string, expectedRevision: number, changes: Changes<AwardEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) => editFact(manager, AwardEntity, scope, { id, expectedRevision, changes }));
  }

  /**
   * The label does not hold from this day on.
   * @throws NotFoundError, ConcurrentEditError
   */
  async revoke(actor: Actor, scope: Scope, id: string, expectedRevision: number, revokedOn: CalendarDate): Promise<Saved> {
    return this.correct(actor, scope, id, expectedRevision, { revokedOn });
  }

  /**
   * Saves all cells or none. Every cell is tried, so that all mistakes are told at once.
   * @throws GridRefusedError
   */
  async saveGrid(actor: Actor, scope: Scope, cells: readonly GridCell[]): Promise<Saved[]> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const saved: Saved[] = [];
      const refused: { index: number; error: NamedError }[] = [];
      for (const [index, cell] of cells.entries()) {
        const outcome = await tryCell(manager, scope, cell);
        if (outcome instanceof Error) refused.push({ index, error: outcome });
        else saved.push(outcome);
      }
      if (refused.length > 0) throw new GridRefusedError(refused);
      return saved;
    });
  }
}

async function recordAward(manager: EntityManager, scope: Scope, clusterSlug: string, award: NewFact<AwardEntity>): Promise<Saved> {
  return insertAward(manager, { ...award, clusterId: await clusterIdOf(manager, scope, clusterSlug) });
}

/** What tells one award of a cluster from another. */
const identity = ['level', 'kind', 'assessedOn', 'approvedOn', 'validFrom', 'validUntil'] as const;

/**
 * A certificate is recorded once, also where a form is sent twice or two officers have it in hand at the same moment.
 * @throws ConstraintError (`award_once`)
 */
export async function insertAward(manager: EntityManager, award: NewFact<AwardEntity> & { clusterId: string }): Promise<Saved> {
  await manager.query('select pg_advisory_xact_lock(hashtext($1))', [award.clusterId]);
  const present = await manager.findBy(AwardEntity, { clusterId: award.clusterId, revokedOn: IsNull() });
  if (present.some((one) => identity.every((field) => one[field] === (award[field] ?? null))))
    throw new ConstraintError('award_once', 'validUntil');
  return insertFact(manager, AwardEntity, award);
}

/** A refused statement would end the transaction: each cell has a savepoint to go back to. */
async function tryCell(manager: EntityManager, scope: Scope, cell: GridCell): Promise<Saved | NamedError> {
  try {
    return await manager.transaction((inner) =>
      'awardId' in cell
        ? editFact(inner, AwardEntity, scope, { id: cell.awardId, expectedRevision: cell.expectedRevision, changes: cell.changes })
        : recordAward(inner, scope, cell.clusterSlug, cell.award),
    );
  } catch (error) {
    const named = namedError(error);
    if (named === undefined) throw error;
    return named;
  }
}
