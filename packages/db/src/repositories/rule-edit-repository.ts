import type { DataSource, EntityManager } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { ClosedDayEntity } from '../entities/closed-day.js';
import { FigureRuleEntity } from '../entities/figure-rule.js';
import { ObligationEntity } from '../entities/obligation.js';
import { ProcessStepRuleEntity } from '../entities/process-step-rule.js';
import { ReminderStepRuleEntity } from '../entities/reminder-step-rule.js';
import { RenewalWindowRuleEntity } from '../entities/renewal-window-rule.js';
import { ValidityRuleEntity } from '../entities/validity-rule.js';
import { ConcurrentEditError } from '../errors.js';
import type { RuleRowChange } from '../rule-row-change.js';
import type { RuleRows } from './rules-repository.js';

const entities = {
  validity: ValidityRuleEntity,
  renewalWindows: RenewalWindowRuleEntity,
  figures: FigureRuleEntity,
  processSteps: ProcessStepRuleEntity,
  reminderSteps: ReminderStepRuleEntity,
  closedDays: ClosedDayEntity,
  obligations: ObligationEntity,
} as const satisfies Record<keyof RuleRows, unknown>;

export interface RuleSaving {
  change: RuleRowChange;
  /** Version of the rules that the change was previewed against. */
  expectedVersion: number;
}

/**
 * Rules are changed by new rows; only what has decided nothing yet is taken out: closed days and steps of reminders that have not come. An
 * obligation ends where the next one begins.
 */
export class RuleEditRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws ConcurrentEditError when any rule changed since the preview; ConstraintError for a second row of the same day. */
  async save(actor: Actor, saving: RuleSaving): Promise<string> {
    return recordAs(this.dataSource, actor, (manager) => saveRules(manager, saving));
  }
}

/** @throws ConcurrentEditError, ConstraintError as `RuleEditRepository.save` does */
export async function saveRules(manager: EntityManager, { change, expectedVersion }: RuleSaving): Promise<string> {
  const [present] = (await manager.query('select version::int from rules_version for update')) as [{ version: number }];
  if (present.version !== expectedVersion) throw new ConcurrentEditError('rules', 'rules', expectedVersion, present.version);
  const { add, remove, end = [] } = change;
  let saved = remove[0]?.id ?? '';
  // First what gives way: a step that begins on the same day takes its place.
  for (const table of ['closedDays', 'reminderSteps'] as const) {
    const ids = remove.filter((row) => row.table === table).map(({ id }) => id);
    if (ids.length > 0) await manager.delete(entities[table], ids);
  }
  for (const { id, endsOn } of end) await manager.save(Object.assign(await manager.findOneByOrFail(ObligationEntity, { id }), { endsOn }));
  for (const { table, row } of add) {
    const { id: _id, revision: _revision, createdAt: _createdAt, ...values } = row;
    const entity = Object.assign(new entities[table](), values);
    saved = (await manager.save(entity)).id;
  }
  return saved;
}
