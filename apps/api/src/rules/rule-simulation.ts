import type { RulePreview } from '@klyngevagt/contracts';
import { ReminderRepository, type RuleRowChange, type RuleRows, toRules } from '@klyngevagt/db';
import {
  type CalendarDate,
  type PlanChange,
  type PlanInput,
  planReminders,
  type ReminderKey,
  type ReminderStepRule,
  type Rules,
  type StoredReminder,
} from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import type { Reading } from '../portfolio/decision-reader.js';
import { changesOf } from './rule-consequences.js';
import { tryStep } from './step-trial.js';

/** What would be different under other rules. Facts are read once and decided twice; nothing is saved and nothing is planned. */
@Injectable()
export class RuleSimulation {
  constructor(private readonly reminders: ReminderRepository) {}

  /** `reading`: everything, on the day to compare, under the present rules. */
  async compare({ language }: Caller, reading: Reading, rows: RuleRows): Promise<Omit<RulePreview, 'days' | 'step'>> {
    const { rules, clusters, on } = reading;
    const compared = { before: rules.rules, after: toRules(rows), on };
    return {
      version: rules.version,
      on,
      compared: clusters.length,
      clusters: changesOf(reading, compared.after, language),
      reminders: await this.countReminders(reading, compared),
    };
  }

  /** A changed reminder step, as if it had applied all along; null for every other change. */
  async tryStep(reading: Reading, { add: [added] }: RuleRowChange): Promise<RulePreview['step']> {
    if (added?.table !== 'reminderSteps') return null;
    let inputs: ReadonlyMap<string, PlanInput> = new Map();
    const ids = reading.clusters.map(({ cluster }) => cluster.id);
    await this.reminders.plan(ids, reading.today, async (found) => {
      inputs = found;
      return new Map();
    });
    return tryStep(reading, added.row as unknown as ReminderStepRule, inputs);
  }

  /** What would stand planned under the new rules and not under the present ones, and the other way round. */
  private async countReminders(
    { clusters }: Reading,
    { before, after, on }: { before: Rules; after: Rules; on: CalendarDate },
  ): Promise<RulePreview['reminders']> {
    let added = 0;
    let withdrawn = 0;
    const ids = clusters.map(({ cluster }) => cluster.id);
    await this.reminders.plan(ids, on, async (inputs) => {
      for (const { cluster } of clusters) {
        const input = inputs.get(cluster.id);
        if (!input) continue;
        const now = plannedAfter(planReminders(cluster.facts, before, input, on), input.stored);
        const then = plannedAfter(planReminders(cluster.facts, after, input, on), input.stored);
        added += [...then].filter((key) => !now.has(key)).length;
        withdrawn += [...now].filter((key) => !then.has(key)).length;
      }
      return new Map();
    });
    return { added, withdrawn };
  }
}

/** Keys of what stands planned once the plan is brought up to date. */
function plannedAfter(change: PlanChange, stored: readonly StoredReminder[]): Set<string> {
  const gone = new Set([...change.supersede, ...change.acknowledge, ...change.suppress.map(({ id }) => id)]);
  const reopened = new Set(change.reopen);
  const kept = stored.filter(({ id, state }) => (state === 'planned' && !gone.has(id)) || reopened.has(id));
  const inserted = change.insert.filter(({ state }) => state === 'planned');
  return new Set([...kept, ...inserted].map(keyOf));
}

const keyOf = ({ cycle, event, subject, offsetDays, deadlineOn, personId }: ReminderKey) =>
  [cycle, event, subject, offsetDays, deadlineOn, personId].join(' ');
