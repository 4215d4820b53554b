import type { Scope } from './scope.js';
import { inScope, listOf, Parameters, type Reader } from './sql.js';

export interface LedgerPage {
  limit: number;
  /** Only rows older than this one: the `seq` of the last row of the page before. */
  beforeSeq?: number | undefined;
  /** Only what was recorded up to this instant. */
  recordedUntil?: string | undefined;
  /** Only these kinds of facts, by their tables. */
  entities?: readonly string[] | undefined;
}

/** One change of one fact. Erasable columns appear as `<column>_digest`. */
export interface LedgerRow {
  seq: number;
  recordedAt: string;
  /** Account; null: the system. */
  actor: string | null;
  /** Name of the account's person today; null for the system and for people who were erased. */
  actorName: string | null;
  role: string;
  reasonId: string | null;
  /** Null where none was given or it was erased. */
  reason: string | null;
  requestId: string;
  entity: string;
  rowId: string;
  clusterId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** The latest first. A scope of clusters leaves out changes that belong to no cluster: rules, people. */
export async function readLedger(
  reader: Reader,
  scope: Scope,
  { limit, beforeSeq, recordedUntil, entities }: LedgerPage,
): Promise<LedgerRow[]> {
  const parameters = new Parameters();
  const conditions = [inScope(scope, 'ledger.cluster_id', parameters)];
  if (beforeSeq !== undefined) conditions.push(`ledger.seq < ${parameters.add(beforeSeq)}::bigint`);
  if (recordedUntil !== undefined) conditions.push(`ledger.recorded_at <= ${parameters.add(recordedUntil)}::timestamptz`);
  if (entities !== undefined) conditions.push(`ledger.entity = any(${parameters.add([...entities])}::text[])`);
  const rows = listOf(`
    select ledger.seq, ledger.recorded_at as "recordedAt", ledger.actor, person.name as "actorName", ledger.role,
      ledger.reason_id as "reasonId", reason.value as reason, ledger.request_id as "requestId", ledger.entity,
      ledger.row_id as "rowId", ledger.cluster_id as "clusterId", ledger.before, ledger.after
    from ledger
    left join person on person.account_id = ledger.actor
    left join free_text as reason on reason.id = ledger.reason_id
    where ${conditions.join(' and ')}
    order by ledger.seq desc limit ${parameters.add(limit)}::int`);
  const [answer] = (await reader.query(`select ${rows} as rows`, parameters.values)) as [{ rows: LedgerRow[] }];
  return answer.rows;
}
