import type { BodyOf, RuleChange as AskedChange, RulePreview } from '@klyngevagt/contracts';
import {
  changedRules,
  everyCluster,
  ReminderRepository,
  type RuleChange,
  RuleEditRepository,
  type RuleRowChange,
  type RulesAnswer,
  rowChangeOf,
} from '@klyngevagt/db';
import { type CalendarDate, daysBetween, type PlanChange, planReminders, type Rules, type StoredReminder } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { Refusal } from '../http/refusal.js';
import { DecisionReader, type Reading } from '../portfolio/decision-reader.js';
import { changesOf } from './rule-consequences.js';

/** As many working days as a quarter has, with its weekends. */
const longestSpanDays = 92;

/** Rules are edited by new rows, after a look at what the change means. */
@Injectable()
export class RuleEditService {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly reminders: ReminderRepository,
    private readonly edits: RuleEditRepository,
  ) {}

  async preview({ language }: Caller, { change: asked }: BodyOf<'rules.preview'>): Promise<RulePreview> {
    const reading = await this.decisions.readEverything(everyCluster);
    const { today, rules } = reading;
    const change = rowsOf(asked, reading);
    const on = 'effectiveFrom' in asked && asked.effectiveFrom > today ? asked.effectiveFrom : today;
    const after = changedRules(rules.rows, change);
    return {
      version: rules.version,
      on,
      compared: reading.clusters.length,
      clusters: changesOf(reading.clusters, { before: rules.rules, after, on }, language),
      reminders: await this.countReminders(reading, { before: rules.rules, after, on }),
      days: asked.kind === 'close-days' ? change.add.length : change.removeClosedDays.length,
    };
  }

  async save(caller: Caller, { change: asked, version, reason }: BodyOf<'rules.save'>): Promise<{ id: string }> {
    const change = rowsOf(asked, await this.decisions.readEverything({ kind: 'clusters', clusterIds: [] }));
    return { id: await this.edits.save(actorOf(caller, reason), { change, expectedVersion: version }) };
  }

  /** What would stand planned under the new rules and not under the present ones, and the other way round. Nothing is planned here. */
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
        const now = plannedAfter(planReminders(cluster.facts, before, input.recipients, input.stored, on), input.stored);
        const then = plannedAfter(planReminders(cluster.facts, after, input.recipients, input.stored, on), input.stored);
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
  const gone = new Set([...change.supersede, ...change.suppress.map(({ id }) => id)]);
  const reopened = new Set(change.reopen);
  const kept = stored.filter(({ id, state }) => (state === 'planned' && !gone.has(id)) || reopened.has(id));
  const inserted = change.insert.filter(({ state }) => state === 'planned');
  return new Set([...kept, ...inserted].map(keyOf));
}

const keyOf = ({
  cycle,
  event,
  offsetDays,
  deadlineOn,
  personId,
}: Pick<StoredReminder, 'cycle' | 'event' | 'offsetDays' | 'deadlineOn' | 'personId'>) =>
  [cycle, event, offsetDays, deadlineOn, personId].join(' ');

/** The rows of a change that may be made; refuses what would change the past or leave the calendar. */
function rowsOf(asked: AskedChange, { rules, today, programmes }: Pick<Reading, 'rules' | 'today' | 'programmes'>): RuleRowChange {
  const change = withProgrammeId(asked, programmes);
  if (change.kind === 'close-days' || change.kind === 'open-days') checkSpan(change, rules, today);
  if (change.kind === 'rule') checkBegin(change, rules);
  const rows = rowChangeOf(rules.rows, change);
  const isNothing = rows.add.length + rows.removeClosedDays.length === 0;
  if (isNothing) throw refused('to', change.kind === 'close-days' ? 'already-closed' : 'nothing-closed');
  return rows;
}

function withProgrammeId(asked: AskedChange, programmes: Reading['programmes']): RuleChange {
  if (asked.kind !== 'close-days' && asked.kind !== 'open-days') return asked;
  const { programme: slug, ...change } = asked;
  if (slug === null) return { ...change, programmeId: null };
  const found = programmes.find((programme) => programme.slug === slug);
  if (!found) throw refused('programme', 'no-such-programme');
  return { ...change, programmeId: found.id };
}

function checkSpan({ from, to }: { from: CalendarDate; to: CalendarDate }, { rules }: RulesAnswer, today: CalendarDate): void {
  if (to < from) throw refused('to', 'before-start');
  if (from < today) throw refused('from', 'in-the-past');
  if (to > rules.closedDays.to) throw refused('to', 'outside-calendar');
  if (daysBetween(from, to) >= longestSpanDays) throw refused('to', 'span-too-long');
}

/** A row that began before the one it follows would be hidden by it. */
function checkBegin({ ruleId, effectiveFrom }: { ruleId: string; effectiveFrom: CalendarDate }, { rows }: RulesAnswer): void {
  const all: { id: string; effectiveFrom?: CalendarDate }[] = Object.values(rows).flat();
  const present = all.find(({ id }) => id === ruleId);
  if (present?.effectiveFrom !== undefined && effectiveFrom <= present.effectiveFrom) throw refused('effectiveFrom', 'not-later');
}

const refused = (field: string, code: string) => new Refusal('invalid-input', [{ field: `change.${field}`, code }]);
