import { isUnsealed, readSealHead, type SealHead } from './ledger-seal.js';
import type { Reader } from './sql.js';

export interface SealHealth {
  head: SealHead | null;
  /** When sealing last came to its end, whether there was something to seal or not; null: never. */
  sealedAt: string | null;
  unsealedRows: number;
  /** When the oldest row that still waits was recorded; null: none waits. */
  oldestUnsealedAt: string | null;
  /** Rows wait for longer than three rounds of sealing, and the next round would not change it. */
  isStalled: boolean;
  /** `open-transaction`: a transaction was left open and holds back every row since. `silent`: nobody has sealed for three rounds. */
  stalledBecause: 'open-transaction' | 'silent' | null;
  /** Since when the oldest transaction of this server that wrote something is open, and whose it is; null: none is open. */
  openTransaction: { since: string; application: string } | null;
}

/** Three rounds of five minutes. */
const stalledAfterMs = 15 * 60_000;

/** Whether the ledger is being sealed, and what holds it up. */
export async function readSealHealth(reader: Reader, { patienceMs = stalledAfterMs } = {}): Promise<SealHealth> {
  const [seen] = (await reader.query(`
    select sealing.sealed_at as "sealedAt", waiting.count::int as "unsealedRows", waiting.oldest_at as "oldestUnsealedAt",
      extract(epoch from clock_timestamp() - waiting.oldest_at) * 1000 as "waitedMs",
      extract(epoch from clock_timestamp() - sealing.sealed_at) * 1000 as "silentMs",
      waiting.oldest_transaction >= pg_snapshot_xmin(pg_current_snapshot()) and sealing.moved_through = 0 as "isHeldBack",
      open.since, open.application
    from ledger_sealing as sealing
    cross join (select count(*), min(recorded_at) as oldest_at, min(transaction) as oldest_transaction
      from ledger where transaction >= (select sealed_before from ledger_sealing) and ${isUnsealed}) as waiting
    left join lateral (select xact_start as since, application_name as application from pg_stat_activity
      where backend_xid is not null and pid <> pg_backend_pid() order by xact_start limit 1) as open on true`)) as [Seen];
  const stalledBecause = reasonOf(seen, patienceMs);
  return {
    head: await readSealHead(reader),
    sealedAt: seen.sealedAt?.toISOString() ?? null,
    unsealedRows: seen.unsealedRows,
    oldestUnsealedAt: seen.oldestUnsealedAt?.toISOString() ?? null,
    isStalled: stalledBecause !== null,
    stalledBecause,
    openTransaction: seen.since === null ? null : { since: seen.since.toISOString(), application: seen.application ?? '' },
  };
}

interface Seen {
  sealedAt: Date | null;
  unsealedRows: number;
  oldestUnsealedAt: Date | null;
  waitedMs: string | null;
  silentMs: string | null;
  isHeldBack: boolean | null;
  since: Date | null;
  application: string | null;
}

function reasonOf({ waitedMs, silentMs, isHeldBack }: Seen, patienceMs: number): SealHealth['stalledBecause'] {
  if (waitedMs === null || Number(waitedMs) <= patienceMs) return null;
  if (isHeldBack === true) return 'open-transaction';
  return silentMs === null || Number(silentMs) > patienceMs ? 'silent' : null;
}
