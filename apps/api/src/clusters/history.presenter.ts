import type { ClusterHistory } from '@klyngevagt/contracts';
import type { LedgerRow } from '@klyngevagt/db';
import type { Programme } from '../portfolio/decision-reader.js';
import { presentProgramme } from '../portfolio/programme.presenter.js';
import type { Viewer } from '../portfolio/viewer.js';

type Entry = ClusterHistory['entries'][number];

/** What the database keeps for itself. */
const own = new Set([
  'id',
  'cluster_id',
  'person_id',
  'revision',
  'created_at',
  'salt',
  'author_id',
  'confirmed_by_id',
  'proposed_by_id',
  'decided_by_id',
  'case_id',
  'booking_id',
  'award_id',
  'cycle',
  'document_id',
  'subject_id',
  'stored_key',
  'uploaded_by_id',
  'plan_id',
  'via_key',
  'deputy_id',
]);
/** Stands for a text that the ledger does not hold. */
const textChanged = '…';

export interface HistoryNames {
  programmes: readonly Programme[];
  people: ReadonlyMap<string, string>;
}

/** Changes of a cluster's facts, the newest first, each with the fields that changed. */
export function presentHistory(rows: readonly LedgerRow[], names: HistoryNames, viewer: Viewer): Entry[] {
  return rows.map(({ seq, recordedAt, actorName, role, entity, before, after, reason }) => ({
    seq: String(seq),
    recordedAt: new Date(recordedAt).toISOString(),
    actor: viewer.seesNames ? actorName : null,
    role,
    entity,
    change: before === null ? 'insert' : after === null ? 'delete' : 'update',
    fields: changedFields(before ?? {}, after ?? {}, names, viewer),
    reason: viewer.seesNames ? reason : null,
  }));
}

function changedFields(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  names: HistoryNames,
  viewer: Viewer,
): Entry['fields'] {
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((column) => !own.has(column));
  return columns
    .filter((column) => JSON.stringify(before[column] ?? null) !== JSON.stringify(after[column] ?? null))
    .map((column) => ({
      field: camelCase(column.replace(/_digest$/, '')),
      before: shown(column, before[column], names, viewer),
      after: shown(column, after[column], names, viewer),
    }));
}

function shown(column: string, value: unknown, { programmes, people }: HistoryNames, viewer: Viewer): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (column.endsWith('_digest')) return textChanged;
  if (column === 'programme_id') {
    const programme = programmes.find(({ id }) => id === value);
    return programme ? presentProgramme(programme, viewer.language).name : null;
  }
  if (column === 'responsible_officer_id') return viewer.seesNames ? (people.get(String(value)) ?? null) : null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
