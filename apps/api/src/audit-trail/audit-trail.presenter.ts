import type { AuditTrailEntry } from '@klyngevagt/contracts';
import type { AuditTrailRow } from '@klyngevagt/db';
import { createTranslator, type RecordedWords, recordedWords } from '@klyngevagt/messages';
import { copenhagenDate } from '../clock.js';
import { type HistoryNames, presentHistory } from '../clusters/history.presenter.js';
import type { Viewer } from '../portfolio/viewer.js';

type RecordedField = ReturnType<typeof presentHistory>[number]['fields'][number];

/** Changes with their words, and the way to the page as it was then. */
export function presentAuditTrail(rows: readonly AuditTrailRow[], names: HistoryNames, viewer: Viewer): AuditTrailEntry[] {
  const words = recordedWords(createTranslator(viewer.language), viewer.language);
  const history = presentHistory(rows, names, viewer);
  return rows.flatMap((row, index) => {
    const entry = history[index];
    return entry ? [{ ...entry, ...presentAround(row, entry.fields, words, viewer) }] : [];
  });
}

function presentAround(row: AuditTrailRow, fields: readonly RecordedField[], words: RecordedWords, viewer: Viewer) {
  const { role, entity, clusterSlug, clusterName, subjectName, requestId, seenBefore, seenAfter, recordedAt } = row;
  return {
    actor: presentActor(row, viewer),
    roleName: words.role(role),
    entityName: words.entity(entity),
    cluster: clusterSlug === null ? null : { slug: clusterSlug, name: clusterName ?? clusterSlug },
    subject: viewer.seesNames ? subjectName : null,
    fields: fields.map(withoutAccount).filter(isReadable).sort(byWeight).map(inWords(words)),
    reasonWithheld: row.reasonId !== null && (!viewer.seesNames || row.reason === null),
    requestId,
    seen: { on: copenhagenDate(new Date(recordedAt)), before: seenBefore, after: seenAfter },
  };
}

/** An account that no person has any more belonged to somebody who was erased. */
function presentActor({ actor, actorName }: AuditTrailRow, { seesNames }: Viewer): AuditTrailEntry['actor'] {
  if (actor === null) return { kind: 'system', name: null };
  if (!seesNames) return { kind: 'hidden', name: null };
  return actorName === null ? { kind: 'erased', name: null } : { kind: 'person', name: actorName };
}

/** Of an account only whether there is one. */
function withoutAccount(recorded: RecordedField): RecordedField {
  if (recorded.field !== 'accountId') return recorded;
  const linked = (value: string | null) => (value === null ? null : 'linked');
  return { field: recorded.field, before: linked(recorded.before), after: linked(recorded.after) };
}

/** What tells most about a fact comes first, then its other dates; where it comes from stands last. */
function byWeight(one: RecordedField, other: RecordedField): number {
  return weightOf(one) - weightOf(other);
}

const telling = ['name', 'level', 'validFrom', 'validUntil', 'firstDayOn', 'lastDayOn', 'startsOn', 'endsOn', 'dueOn'];

function weightOf({ field }: RecordedField): number {
  const place = telling.indexOf(field);
  if (place >= 0) return place;
  if (field.endsWith('On')) return telling.length;
  return field === 'source' || /confidence$/i.test(field) ? telling.length + 2 : telling.length + 1;
}

/** Ids of other rows say nothing to a reader. */
function isReadable({ before, after }: RecordedField): boolean {
  return ![before, after].some((value) => value !== null && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value));
}

const inWords =
  (words: RecordedWords) =>
  ({ field, before, after }: RecordedField): AuditTrailEntry['fields'][number] => ({
    field,
    label: words.field(field),
    before: words.value(field, before),
    after: words.value(field, after),
  });
