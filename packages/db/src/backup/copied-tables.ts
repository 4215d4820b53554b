import type { Reader } from '../sql.js';

export interface CopiedTable {
  name: string;
  columns: string[];
  /** Columns of the primary key: the order in which rows are copied. */
  key: string[];
  /** Holds at most one row, which the schema itself puts there. */
  isSingleRow: boolean;
  /** Tables that its rows point at. */
  refersTo: string[];
}

/** Every table of the product except the list of its migrations, each after those it points at. The queue's own schema holds nothing to keep. */
export async function copiedTables(reader: Reader): Promise<CopiedTable[]> {
  return inOrder((await reader.query(tablesStatement)) as CopiedTable[]);
}

export async function appliedMigrations(reader: Reader): Promise<string[]> {
  const [found] = (await reader.query(`select to_regclass('public.migrations') is not null as exists`)) as [{ exists: boolean }];
  if (!found.exists) return [];
  return ((await reader.query('select name from migrations order by timestamp, id')) as { name: string }[]).map(({ name }) => name);
}

const tablesStatement = `
  select relname::text as name,
    array(select attname::text from pg_attribute
      where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select attname::text from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
      where indrelid = pg_class.oid and indisprimary order by array_position(indkey, attnum)) as key,
    exists (select 1 from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
      where indrelid = pg_class.oid and indisprimary and indnatts = 1 and atttypid = 'boolean'::regtype) as "isSingleRow",
    array(select distinct target.relname::text from pg_constraint join pg_class as target on target.oid = confrelid
      where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid) as "refersTo"
  from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations'
  order by relname`;

function inOrder(tables: readonly CopiedTable[]): CopiedTable[] {
  const left = new Map(tables.map((table) => [table.name, table]));
  const ordered: CopiedTable[] = [];
  while (left.size > 0) {
    const ready = [...left.values()].filter(({ refersTo }) => !refersTo.some((name) => left.has(name)));
    if (ready.length === 0) throw new Error(`Tables that point at each other: ${[...left.keys()].join(', ')}`);
    for (const table of ready) left.delete(table.name);
    ordered.push(...ready);
  }
  return ordered;
}

export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
}
