import type { RecordedNews } from '@klyngevagt/db';

type Change = RecordedNews['changes'][number];

/** A field of one fact from what it was before the first change to what it is after the last one. */
export interface ChangedFact {
  clusterId: string;
  entity: string;
  rowId: string;
  /** Column of the ledger. */
  column: string;
  /** The fact itself was recorded in between. */
  isNew: boolean;
  before: string | null;
  after: string | null;
  /** The last one who changed it. */
  actor: string | null;
  actorName: string | null;
  recordedAt: string;
  /** The whole fact after the last change. */
  fact: Readonly<Record<string, unknown>>;
}

/** Dates and states that people act on. Of a fact that is new only the first that is given counts. */
const watched: Readonly<Record<string, readonly string[]>> = {
  award: ['valid_until', 'valid_from', 'approved_on', 'revoked_on'],
  membership: ['level_due_on', 'ends_on'],
  action_plan: ['due_on', 'accepted_on', 'closed_on'],
  waiver: ['ends_on', 'starts_on', 'approved_on'],
  audit_booking: ['first_day_on', 'state'],
  recertification_case: ['state', 'cure_ends_on'],
  case_milestone: ['done_on', 'planned_on'],
};

/** What changed of what people act on, and how many changes were about something else. A change that was taken back is none. */
export function changedFacts(changes: readonly Change[]): { facts: ChangedFact[]; others: number } {
  const facts = new Map<string, ChangedFact>();
  const newRows = new Set<string>();
  let others = 0;
  for (const change of changes) {
    if (change.before === null) newRows.add(change.rowId);
    const columns = changedColumns(change, newRows.has(change.rowId));
    // The steps of a case come with it.
    if (columns.length === 0 && change.entity !== 'case_milestone') others += 1;
    for (const column of columns) {
      const key = `${change.rowId} ${column}`;
      facts.set(key, continued(facts.get(key), change, column, newRows.has(change.rowId)));
    }
  }
  return { facts: [...facts.values()].filter(({ before, after }) => before !== after), others };
}

function changedColumns({ entity, before, after }: Change, isNew: boolean): string[] {
  const columns = (watched[entity] ?? []).filter((column) => textOf(before, column) !== textOf(after, column));
  if (before !== null) return columns;
  if (entity === 'case_milestone') return [];
  return isNew ? columns.slice(0, 1) : [];
}

function continued(known: ChangedFact | undefined, change: Change, column: string, isNew: boolean): ChangedFact {
  const { clusterId, entity, rowId, before, after, actor, actorName, recordedAt } = change;
  return {
    clusterId,
    entity,
    rowId,
    column,
    isNew,
    before: known ? known.before : textOf(before, column),
    after: textOf(after, column),
    actor,
    actorName,
    recordedAt,
    fact: after ?? before ?? {},
  };
}

function textOf(fact: Record<string, unknown> | null, column: string): string | null {
  const value = fact?.[column] ?? null;
  return value === null ? null : String(value);
}
