import { type LadderTrial, ReminderEvent, type RulePreview } from '@klyngevagt/contracts';
import { ReminderRepository, type RuleRows, type StoredFacts, toRules } from '@klyngevagt/db';
import {
  type CalendarDate,
  type ClusterFacts,
  effectiveReminderSteps,
  type PlanChange,
  type PlanInput,
  planReminders,
  type ReminderKey,
  type Rules,
  type StoredReminder,
} from '@klyngevagt/scoring';
import type { Language } from '@klyngevagt/messages';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import type { Reading } from '../portfolio/decision-reader.js';
import { changesOf } from './rule-consequences.js';
import { type LadderQuestion, type TrialRun, tryLadders } from './ladder-trial.js';

/** What would be different under other rules. Facts are read once and decided twice; nothing is saved and nothing is planned. */
@Injectable()
export class RuleSimulation {
  /** Trials that run, by who waits; that of the present steps is everybody's. */
  private readonly running = new Map<string, TrialRun>();

  constructor(private readonly reminders: ReminderRepository) {}

  /** How far the trial is that a person waits for; null: none runs in this process. */
  percentOf({ personId }: Caller): number | null {
    return (this.running.get(personId) ?? this.running.get(everybody))?.percent ?? null;
  }

  /** `reading`: everything, on the day to compare, under the present rules. `gone`: whoever asked does not wait any more. */
  async compare({ language, personId }: Caller, reading: Reading, rows: RuleRows, gone: AbortSignal): Promise<Omit<RulePreview, 'days'>> {
    const { rules, clusters, on } = reading;
    const factsAfter = rows.obligations === rules.rows.obligations ? unchanged : (facts: StoredFacts) => under(rows.obligations, facts);
    const compared = { before: rules.rules, after: toRules(rows), factsAfter, on };
    return {
      version: rules.version,
      on,
      compared: clusters.length,
      clusters: changesOf(reading, compared.after, factsAfter, language),
      reminders: await this.countReminders(reading, compared),
      trial: await this.tryChangedLadders(reading, rows, language, { of: personId, gone }),
    };
  }

  /** The steps of the day of the reading, as if they had applied for a year. */
  async tryPresentLadders({ language }: Caller, reading: Reading): Promise<LadderTrial> {
    const before = effectiveReminderSteps(reading.rules.rows.reminderSteps, reading.on);
    const events = reminderEvents.filter((event) => before.some((step) => step.event === event));
    return this.try(reading, { before, after: null, events }, language, { of: everybody });
  }

  /** The ladders that are changed, before and after; null where none is. */
  private async tryChangedLadders(reading: Reading, rows: RuleRows, language: Language, waiting: Waiting): Promise<LadderTrial | null> {
    const { on, rules } = reading;
    const before = effectiveReminderSteps(rules.rows.reminderSteps, on);
    const after = effectiveReminderSteps(rows.reminderSteps, on);
    const changed = [...before.filter((row) => !after.includes(row)), ...after.filter((row) => !before.includes(row))];
    if (changed.length === 0) return null;
    const events = reminderEvents.filter((event) => changed.some((step) => step.event === event));
    return this.try(reading, { before, after, events }, language, waiting);
  }

  private async try(reading: Reading, question: LadderQuestion, language: Language, { of, gone }: Waiting): Promise<LadderTrial> {
    const run: TrialRun = { percent: 0, gone };
    this.running.set(of, run);
    try {
      return await tryLadders(reading, question, await this.readInputs(reading), language, run);
    } finally {
      // Whoever asked again meanwhile waits for the newer one.
      if (this.running.get(of) === run) this.running.delete(of);
    }
  }

  private async readInputs({ clusters, today }: Reading): Promise<ReadonlyMap<string, PlanInput>> {
    let inputs: ReadonlyMap<string, PlanInput> = new Map();
    const ids = clusters.map(({ cluster }) => cluster.id);
    await this.reminders.plan(ids, today, async (found) => {
      inputs = await found;
      return new Map();
    });
    return inputs;
  }

  /** What would stand planned under the new rules and not under the present ones, and the other way round. */
  private async countReminders(
    { clusters }: Reading,
    { before, after, factsAfter, on }: { before: Rules; after: Rules; factsAfter(facts: StoredFacts): ClusterFacts; on: CalendarDate },
  ): Promise<RulePreview['reminders']> {
    const counts = { added: 0, withdrawn: 0, moved: 0 };
    const ids = clusters.map(({ cluster }) => cluster.id);
    await this.reminders.plan(ids, on, async (reading) => {
      const inputs = await reading;
      for (const { cluster } of clusters) {
        const input = inputs.get(cluster.id);
        if (!input) continue;
        const now = plannedAfter(planReminders(cluster.facts, before, input, on), input.stored);
        const then = plannedAfter(planReminders(factsAfter(cluster.facts), after, input, on), input.stored);
        for (const [key, dueOn] of then) {
          if (!now.has(key)) counts.added += 1;
          else if (now.get(key) !== dueOn) counts.moved += 1;
        }
        counts.withdrawn += [...now.keys()].filter((key) => !then.has(key)).length;
      }
      return new Map();
    });
    return counts;
  }
}

const unchanged = (facts: StoredFacts): ClusterFacts => facts;

/** The facts of a cluster with what its programmes would ask for. */
function under(obligations: RuleRows['obligations'], facts: StoredFacts): ClusterFacts {
  const own = new Set(facts.programmes.map(({ id }) => id));
  return { ...facts, obligations: obligations.filter(({ programmeId }) => own.has(programmeId)) };
}

interface Waiting {
  /** Id of a person, or everybody. */
  of: string;
  gone?: AbortSignal;
}

const everybody = 'everybody';

/** What stands planned once the plan is brought up to date, with its day. */
function plannedAfter(change: PlanChange, stored: readonly StoredReminder[]): Map<string, CalendarDate> {
  const gone = new Set([...change.supersede, ...change.acknowledge, ...change.suppress.map(({ id }) => id)]);
  const reopened = new Set(change.reopen);
  const moved = new Map(change.adjust.map(({ id, dueOn }) => [id, dueOn]));
  const kept = stored.filter(({ id, state }) => (state === 'planned' && !gone.has(id)) || reopened.has(id));
  const inserted = change.insert.filter(({ state }) => state === 'planned');
  return new Map([
    ...kept.map((row) => [keyOf(row), moved.get(row.id) ?? row.dueOn] as const),
    ...inserted.map((row) => [keyOf(row), row.dueOn] as const),
  ]);
}

const keyOf = ({ cycle, event, subject, offsetDays, deadlineOn, personId }: ReminderKey) =>
  [cycle, event, subject, offsetDays, deadlineOn, personId].join(' ');

const reminderEvents = ReminderEvent.options;
