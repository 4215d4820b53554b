import type { CalendarDate } from '@klyngevagt/scoring';
import type { RuleRows } from './repositories/rules-repository.js';

/** Rows to add and to take out: the same for the preview and for what is saved. */
export interface RuleRowChange {
  add: { table: keyof RuleRows; row: Record<string, unknown> }[];
  /** Only what has decided nothing yet. */
  remove: { table: 'closedDays' | 'reminderSteps'; id: string }[];
  /** Obligations that another one follows: their new last day. */
  end?: { id: string; endsOn: CalendarDate }[];
}

/** The rows as they would be. */
export function changedRows(rows: RuleRows, { add, remove, end = [] }: RuleRowChange): RuleRows {
  const removed = new Set(remove.map(({ id }) => id));
  const changed: RuleRows = {
    ...rows,
    reminderSteps: rows.reminderSteps.filter(({ id }) => !removed.has(id)),
    closedDays: rows.closedDays.filter(({ id }) => !removed.has(id)),
    obligations: end.length === 0 ? rows.obligations : rows.obligations.map((row) => ({ ...row, ...end.find(({ id }) => id === row.id) })),
  };
  for (const { table, row } of add) Object.assign(changed, { [table]: [...changed[table], row] });
  changed.closedDays = [...changed.closedDays].sort((one, other) => one.dayOn.localeCompare(other.dayOn));
  return changed;
}

/** Several changes, each made on top of those before it, as one: a day that was closed and opened again is no change. */
export function mergedChanges(changes: readonly RuleRowChange[]): RuleRowChange {
  const removals = new Map(changes.flatMap(({ remove }) => remove.map((row) => [row.id, row])));
  const added = changes.flatMap(({ add }) => add);
  const addedIds = new Set(added.map(({ row }) => row['id']));
  return {
    add: added.filter(({ row }) => !removals.has(String(row['id']))),
    remove: [...removals.values()].filter(({ id }) => !addedIds.has(id)),
    end: changes.flatMap(({ end = [] }) => end),
  };
}
