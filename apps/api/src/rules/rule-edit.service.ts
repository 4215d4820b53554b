import type { BodyOf, RulePreview } from '@klyngevagt/contracts';
import { changedRows, everyCluster, RuleEditRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { DecisionReader, type Reading } from '../portfolio/decision-reader.js';
import { rowsOfChange, type RuleGround } from './asked-change.js';
import { RuleSimulation } from './rule-simulation.js';

/** Rules are edited by new rows, after a look at what the change means. */
@Injectable()
export class RuleEditService {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly simulation: RuleSimulation,
    private readonly edits: RuleEditRepository,
  ) {}

  async preview(caller: Caller, { change: asked }: BodyOf<'rules.preview'>, gone: AbortSignal): Promise<RulePreview> {
    const today = await this.decisions.today();
    const on = 'effectiveFrom' in asked && asked.effectiveFrom > today ? asked.effectiveFrom : today;
    const reading = await this.decisions.readEverything(everyCluster, on);
    const change = rowsOfChange(asked, groundOf(reading));
    const compared = await this.simulation.compare(caller, reading, changedRows(reading.rules.rows, change), gone);
    return { ...compared, days: asked.kind === 'close-days' ? change.add.length : asked.kind === 'open-days' ? change.remove.length : 0 };
  }

  async save(caller: Caller, { change: asked, version, reason }: BodyOf<'rules.save'>): Promise<{ id: string }> {
    const reading = await this.decisions.readEverything(everyCluster);
    const change = rowsOfChange(asked, groundOf(reading));
    return { id: await this.edits.save(actorOf(caller, reason), { change, expectedVersion: version }) };
  }
}

/** `reading`: of every cluster, for a ladder of one names it. */
export function groundOf({ rules, today, programmes, clusters }: Reading): RuleGround {
  return { rows: rules.rows, today, programmes, clusters: clusters.map(({ cluster: { id, slug, name } }) => ({ id, slug, name })) };
}
