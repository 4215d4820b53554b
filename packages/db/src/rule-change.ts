import { randomUUID } from 'node:crypto';
import {
  addDays,
  type CalendarDate,
  type Confidence,
  type Level,
  type ProcessStepRule,
  type RenewalWindowRule,
  weekday,
} from '@klyngevagt/scoring';
import { NotFoundError } from './errors.js';
import { type LadderChange, ladderRowChange } from './ladder-change.js';
import type { RuleRows } from './repositories/rules-repository.js';
import type { RuleRowChange } from './rule-row-change.js';

/** What of a rule can be changed; its key (level, step …) stays. */
export type RuleValue =
  | { group: 'validity'; months: number }
  | { group: 'renewal-window'; months: number; event: RenewalWindowRule['event'] }
  | { group: 'figure'; value: number }
  | { group: 'process-step'; offset: number; unit: ProcessStepRule['unit']; lasts: number }
  | { group: 'obligation'; requiredLevel: Level; acceptsRenewalWindow: boolean };

interface Stated {
  source: string;
  confidence: Confidence;
}

export type RuleChange =
  /** A new row of the same key: days before `effectiveFrom` stay under the old one. */
  | ({ kind: 'rule'; ruleId: string; value: RuleValue; effectiveFrom: CalendarDate } & Stated)
  | ({ kind: 'ladder' } & LadderChange)
  /** Inclusive; `programmeId` null: for everybody. */
  | ({ kind: 'close-days'; from: CalendarDate; to: CalendarDate; nameDa: string; nameEn: string; programmeId: string | null } & Stated)
  | { kind: 'open-days'; from: CalendarDate; to: CalendarDate; programmeId: string | null };

export const ruleTables = {
  validity: 'validity',
  'renewal-window': 'renewalWindows',
  figure: 'figures',
  'process-step': 'processSteps',
  obligation: 'obligations',
} as const satisfies Record<RuleValue['group'], keyof RuleRows>;

/**
 * What a change means in rows.
 * @throws NotFoundError for a rule that does not exist or is of another group
 */
export function rowChangeOf(rows: RuleRows, change: RuleChange): RuleRowChange {
  switch (change.kind) {
    case 'rule': {
      const { value, effectiveFrom, source, confidence } = change;
      if (value.group === 'obligation') return obligationChange(rows, { ...change, value });
      const { group, ...fields } = value;
      const table = ruleTables[group];
      const present = (rows[table] as { id: string }[]).find(({ id }) => id === change.ruleId);
      if (!present) throw new NotFoundError('rule');
      const row = { ...present, ...fields, effectiveFrom, source, confidence, id: randomUUID() };
      return { add: [{ table, row }], remove: [] };
    }
    case 'ladder':
      return ladderRowChange(rows, change);
    case 'close-days': {
      const { nameDa, nameEn, programmeId, source, confidence } = change;
      const present = new Set(rows.closedDays.filter((day) => day.programmeId === programmeId).map(({ dayOn }) => dayOn));
      const days = workingWeekDays(change.from, change.to).filter((day) => !present.has(day));
      const add = days.map((dayOn) => ({
        table: 'closedDays' as const,
        row: { id: randomUUID(), dayOn, nameDa, nameEn, programmeId, source, confidence },
      }));
      return { add, remove: [] };
    }
    case 'open-days': {
      const { from, to, programmeId } = change;
      const found = rows.closedDays.filter((day) => day.programmeId === programmeId && day.dayOn >= from && day.dayOn <= to);
      return { add: [], remove: found.map(({ id }) => ({ table: 'closedDays', id })) };
    }
  }
}

/** A programme asks for something else from a day on: one obligation ends the day before, the next runs on to the old end. */
function obligationChange(
  { obligations }: RuleRows,
  { ruleId, value, effectiveFrom, source, confidence }: Extract<RuleChange, { kind: 'rule' }> & { value: { group: 'obligation' } },
): RuleRowChange {
  const present = obligations.find(({ id }) => id === ruleId);
  if (!present) throw new NotFoundError('rule');
  const { group: _, ...fields } = value;
  const row = { ...present, ...fields, startsOn: effectiveFrom, source, confidence, note: null, id: randomUUID() };
  return { add: [{ table: 'obligations', row }], remove: [], end: [{ id: ruleId, endsOn: addDays(effectiveFrom, -1) }] };
}

/** Monday to Friday: weekends are closed by themselves. */
function workingWeekDays(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekday(day) <= 5) days.push(day);
  return days;
}
