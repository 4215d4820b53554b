import type { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
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
 * Erasable texts are not on that axis: they come from the present row.
 */
export function tableOf(reader: Reader, entity: EntityTarget<ObjectLiteral>, known: Known, parameters: Parameters): string {
  const table = metadataOf(reader, entity).tableName;
  if (known === null) return `"${table}"`;
  return `(
    select was.* from (
      select distinct on (row_id) row_id, after from ledger
      where entity = '${table}' and recorded_at <= ${parameters.add(known)}::timestamptz
      order by row_id, seq desc
    ) as recorded
    left join "${table}" as present on present.id = recorded.row_id
    cross join lateral jsonb_populate_record(present, recorded.after) as was
    where recorded.after is not null
  )`;
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
