import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { insertFact, type Saved } from '../edit.js';
import { ExpertCapacityEntity } from '../entities/expert-capacity.js';
import { ConcurrentEditError } from '../errors.js';
import type { Row } from '../row.js';
import { columnsOf, listOf, Parameters, tableOf, type Known } from '../sql.js';

export type CapacityRow = Row<ExpertCapacityEntity>;

/** What is to hold for a month, or for every month without a row of its own (`monthOn` null). `audits` null: the month loses its row. */
export interface CapacityChange {
  monthOn: CalendarDate | null;
  audits: number | null;
  source: string;
  confidence: CapacityRow['confidence'];
  /** Revision that the caller read; null where there was no row. */
  expectedRevision: number | null;
}

/** How many audits the experts can hold. It is the same for everyone: no scope. */
export class ExpertCapacityRepository {
  constructor(private readonly dataSource: DataSource) {}

  async readCapacity(known: Known = null): Promise<CapacityRow[]> {
    const parameters = new Parameters();
    const table = tableOf(this.dataSource, ExpertCapacityEntity, known, parameters);
    const rows = listOf(
      `select ${columnsOf(this.dataSource, ExpertCapacityEntity, 'capacity')} from ${table} as capacity order by month_on`,
    );
    const [answer] = (await this.dataSource.query(`select ${rows} as rows`, parameters.values)) as [{ rows: CapacityRow[] }];
    return answer.rows;
  }

  /** @throws ConcurrentEditError when somebody else changed it meanwhile. */
  async save(actor: Actor, change: CapacityChange): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) => saveIn(manager, change));
  }
}

async function saveIn(manager: EntityManager, { monthOn, audits, source, confidence, expectedRevision }: CapacityChange): Promise<Saved> {
  // Two who make the first row of a month would both find none.
  await manager.query('select version from rules_version for update');
  const query = manager.createQueryBuilder(ExpertCapacityEntity, 'capacity');
  const isWanted = monthOn === null ? 'capacity.is_standard' : 'capacity.month_on = :monthOn';
  const present = await query.where(isWanted, { monthOn }).getOne();
  if ((present?.revision ?? null) !== expectedRevision) {
    throw new ConcurrentEditError('expert_capacity', present?.id ?? '', expectedRevision ?? 0, present?.revision ?? 0);
  }
  if (present && audits === null) {
    const { id, revision } = present;
    await manager.remove(present);
    return { id, revision };
  }
  const values = { audits: audits ?? 0, source, confidence };
  if (present) {
    const { id, revision } = await manager.save(Object.assign(present, values));
    return { id, revision };
  }
  return insertFact(manager, ExpertCapacityEntity, { isStandard: monthOn === null, monthOn, ...values });
}
