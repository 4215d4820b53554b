import type { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { erasableColumns } from './erasable-columns.js';
import type { Scope } from './scope.js';

/** Reads run on the pool or inside a transaction. */
export type Reader = DataSource | EntityManager;

/** Values of one statement: each `add` gives the placeholder to write. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Condition that leaves the clusters in scope; `column` names a cluster's id. */
export function inScope(scope: Scope, column: string, parameters: Parameters): string {
  return scope.kind === 'all' ? 'true' : `${column} = any(${parameters.add([...scope.clusterIds])}::uuid[])`;
}

/** The first words of a text, as a short name for it: no word is cut where there is a gap to cut at, and no stop ends the sentence that names it. */
export function firstWords(column: string): string {
  return `case when length(${column}) > 80 then regexp_replace(left(${column}, 79), '[[:space:],;:]+[^[:space:]]*$', '') || '…'
    else regexp_replace(${column}, '([^.])[.]$', '\\1') end`;
}

/** `alias.column as "property"` for every column of an entity, salts and the properties named left out. */
export function columnsOf(reader: Reader, entity: EntityTarget<ObjectLiteral>, alias: string, leftOut: readonly string[] = []): string {
  const metadata = metadataOf(reader, entity);
  let lists = columnLists.get(metadata);
  if (!lists) columnLists.set(metadata, (lists = new Map()));
  const key = `${alias} ${leftOut.join(' ')}`;
  let list = lists.get(key);
  if (list === undefined) {
    list = metadata.columns
      .filter((column) => column.isSelect && !leftOut.includes(column.propertyName))
      .map((column) => `${alias}."${column.databaseName}" as "${column.propertyName}"`)
      .join(', ');
    lists.set(key, list);
  }
  return list;
}

/** A wide statement names a hundred columns, the same ones each time. */
const columnLists = new WeakMap<object, Map<string, string>>();

/**
 * The table of an entity as it is now or, given a recorded time, as it was known then: the last ledger row of each fact up to that time.
 * Erasable texts are not on that axis, since the ledger does not hold them: those that still stand are shown, and what has been written
 * anew since is not passed off as the words of then.
 */
export function tableOf(reader: Reader, entity: EntityTarget<ObjectLiteral>, known: Known, parameters: Parameters): string {
  const { tableName: table, columns } = metadataOf(reader, entity);
  if (known === null) return `"${table}"`;
  const erasable = erasableColumns[table] ?? [];
  const values = columns.map(({ databaseName: column }) => (erasable.includes(column) ? wordsThen(column) : `was."${column}"`));
  return `(
    select ${values.join(', ')} from (
      select distinct on (row_id) row_id, after from ledger
      where entity = '${table}' and recorded_at <= ${parameters.add(known)}::timestamptz
      order by row_id, seq desc
    ) as recorded
    left join "${table}" as present on present.id = recorded.row_id
    cross join lateral jsonb_populate_record(present, recorded.after) as was
    where recorded.after is not null
  )`;
}

/** Stands for a text that was another one then. One that is erased is not there, whenever it is asked for. */
const wordsReplaced = '…';

function wordsThen(column: string): string {
  return `case
    when not recorded.after ? '${column}_digest' or present.id is not null and present."${column}" is null and present.salt is null then null
    when recorded.after ->> '${column}_digest' = salted_digest(present.salt::text, present."${column}") then present."${column}"
    else '${wordsReplaced}' end as "${column}"`;
}

/** Recorded time of a reading, null: now. */
export type Known = Date | string | null;

/** A subselect that gathers rows as one JSON list: dates and instants arrive as text, and one statement sees one state of the database. */
export function listOf(select: string): string {
  return `(select coalesce(json_agg(listed), '[]') from (${select}) as listed)`;
}

function metadataOf(reader: Reader, entity: EntityTarget<ObjectLiteral>) {
  return ('manager' in reader ? reader : reader.connection).getMetadata(entity as never);
}
