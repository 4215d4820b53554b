import type { EntityManager } from 'typeorm';
import type { LedgerFinding } from './ledger-finding.js';

type Contradiction = Extract<LedgerFinding, { kind: 'contradiction' }>;

/**
 * What does not agree: a row that does not begin where the one before it ended, a fact that is not what its last row says, and a reason that
 * is not the one that was given. Only columns that both sides have are compared, since columns come with time; and no instants, whose text follows the server's time zone.
 */
export async function contradictions(manager: EntityManager): Promise<Contradiction[]> {
  const tables = (await manager.query(recordedTables)) as RecordedTable[];
  const found = (await manager.query(brokenContinuations, [[...new Set(tables.flatMap(({ instants }) => instants))]])) as Contradiction[];
  for (const table of tables)
    found.push(...((await manager.query(strayedFacts(table.name), [table.name, table.erasable])) as Contradiction[]));
  found.push(...((await manager.query(strayedReasons)) as Contradiction[]));
  return found.map(({ seq, entity, rowId }) => ({ kind: 'contradiction', seq, entity, rowId }));
}

interface RecordedTable {
  name: string;
  erasable: string[];
  instants: string[];
}

/** Tables with the ledger's trigger: its second argument names the erasable columns. */
const recordedTables = `
  select relname::text as name, string_to_array(split_part(encode(tgargs, 'escape'), '\\000', 2), ',') as erasable,
    array(select attname::text from pg_attribute where attrelid = tgrelid and atttypid = 'timestamptz'::regtype) as instants
  from pg_trigger join pg_class on pg_class.oid = tgrelid
  where tgname = 'recorded' and relnamespace = 'public'::regnamespace order by 1`;

/** Condition: the two images differ in a column that both have, instants left out. */
function differs(one: string, other: string, instants: string): string {
  return `exists (select 1 from jsonb_each(${one}) as one join jsonb_each(${other}) as other using (key)
    where one.value is distinct from other.value and not key = any(${instants}))`;
}

const brokenContinuations = `
  select seq::int, entity, row_id as "rowId" from (
    select seq, entity, row_id, before, lag(after) over of_fact as ended, lag(seq) over of_fact is null as is_first
    from ledger window of_fact as (partition by entity, row_id order by seq)
  ) as row
  where is_first and before is not null
    or not is_first and ((before is null) <> (ended is null) or ${differs('before', 'ended', '$1::text[]')})
  order by seq`;

function strayedFacts(table: string): string {
  const instants = `array(select attname::text from pg_attribute where attrelid = '"${table}"'::regclass and atttypid = 'timestamptz'::regtype)`;
  return `
    select last.seq::int, $1::text as entity, coalesce(last.row_id, fact.id) as "rowId"
    from (select distinct on (row_id) seq, row_id, after from ledger where entity = $1 order by row_id, seq desc) as last
    full join "${table}" as fact on fact.id = last.row_id
    where (last.after is null) <> (fact.id is null)
      or ${differs('last.after', 'ledger_image(to_jsonb(fact), $2::text[])', instants)}
    order by 1`;
}

/** Of each reason the first row that it was given for. One that is erased says nothing any more. */
const strayedReasons = `
  select distinct on (ledger.reason_id) ledger.seq::int, ledger.entity, ledger.row_id as "rowId"
  from ledger join free_text on free_text.id = ledger.reason_id
  where free_text.value is not null and salted_digest(free_text.salt::text, free_text.value) is distinct from ledger.reason_digest
  order by ledger.reason_id, ledger.seq`;
