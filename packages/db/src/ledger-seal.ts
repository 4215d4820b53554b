import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { Reader } from './sql.js';

/** The newest link of the chain: whoever knows it knows whether anything before it was altered. */
export interface SealHead {
  /** Hexadecimal. */
  hash: string;
  /** Sealed rows up to here. */
  position: number;
}

export interface SealingResult {
  sealed: number;
  head: SealHead | null;
}

const rowsAtATime = 5000;
/** Stands before the first link. */
export const chainStart: Buffer = Buffer.alloc(32);

/**
 * What a link covers of a ledger row, as one text: every column, in a form that no setting of the connection changes.
 * `ledger` names the table in the statement around it.
 */
export const sealedText = `jsonb_build_array(ledger.seq, to_char(ledger.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
  ledger.actor, ledger.role, ledger.reason_id, ledger.reason_digest, ledger.request_id, ledger.entity, ledger.row_id, ledger.cluster_id,
  ledger.before, ledger.after, ledger.transaction::text)::text`;

/** A link: the one before it, its own position and the whole row. */
export function linkHash(previous: Buffer, position: number, text: string): Buffer {
  return createHash('sha256').update(previous).update(`${position}:`).update(text).digest();
}

/**
 * Chains every settled row that is not sealed yet, in order of transaction and `seq`. Settled is what is older than every transaction that
 * still runs: a row that commits later can't slip in behind the chain. Writers of facts don't wait for this; two sealers wait for each other.
 */
export async function sealLedger(dataSource: DataSource): Promise<SealingResult> {
  await noticeMove(dataSource);
  const [horizon] = (await dataSource.query('select pg_snapshot_xmin(pg_current_snapshot())::text as "settledBefore"')) as [
    { settledBefore: string },
  ];
  let sealed = 0;
  let after: Unsealed | undefined;
  for (;;) {
    const rows = await dataSource.transaction((manager) => sealSome(manager, horizon.settledBefore, after));
    sealed += rows.length;
    after = rows.at(-1);
    if (rows.length < rowsAtATime) break;
  }
  return { sealed, head: await readSealHead(dataSource) };
}

export async function readSealHead(reader: Reader): Promise<SealHead | null> {
  const [head] = (await reader.query(
    `select position::int, encode(hash, 'hex') as hash from ledger_seal order by position desc limit 1`,
  )) as SealHead[];
  return head ?? null;
}

/** Rows whose turn has come but that have no link yet. */
export const isUnsealed = `not exists (select 1 from ledger_seal where ledger_seal.seq = ledger.seq)`;

interface Unsealed {
  seq: string;
  transaction: string;
  text: string;
}

/** @param after the last row of the batch before: what lies up to it is sealed, by this sealer or by another */
async function sealSome(manager: EntityManager, settledBefore: string, after: Unsealed | undefined): Promise<Unsealed[]> {
  const [sealing] = (await manager.query(
    'select sealed_before::text as "sealedBefore", moved_through as "movedThrough" from ledger_sealing for update',
  )) as [{ sealedBefore: string; movedThrough: string }];
  const rows = (await manager.query(
    `select ledger.seq, ledger.transaction::text as transaction, ${sealedText} as text from ledger
     where ledger.transaction >= $1::xid8 and (ledger.transaction < $2::xid8 or ledger.seq <= $3) and ${isUnsealed}
       and (ledger.transaction, ledger.seq) > ($5::xid8, $6::bigint)
     order by ledger.transaction, ledger.seq limit $4`,
    [sealing.sealedBefore, settledBefore, sealing.movedThrough, rowsAtATime, after?.transaction ?? '0', after?.seq ?? '0'],
  )) as Unsealed[];
  await appendLinks(manager, rows);
  if (rows.length < rowsAtATime) {
    // Another sealer may have come further meanwhile.
    await manager.query(
      'update ledger_sealing set sealed_before = greatest(sealed_before, $1::xid8), moved_through = 0, sealed_at = clock_timestamp()',
      [settledBefore],
    );
  }
  return rows;
}

async function appendLinks(manager: EntityManager, rows: readonly Unsealed[]): Promise<void> {
  if (rows.length === 0) return;
  const head = await readSealHead(manager);
  let position = head?.position ?? 0;
  let previous = head === null ? chainStart : Buffer.from(head.hash, 'hex');
  const links = rows.map(({ seq, text }) => {
    position += 1;
    previous = linkHash(previous, position, text);
    return { position, seq, hash: previous };
  });
  await manager.query('insert into ledger_seal (position, seq, hash) select * from unnest($1::bigint[], $2::bigint[], $3::bytea[])', [
    links.map((link) => link.position),
    links.map((link) => link.seq),
    links.map((link) => link.hash),
  ]);
}

/**
 * A row that is visible and yet belongs to a transaction that this server has not begun, or a seal from beyond its present, came with a
 * copy of the data from another server. Transaction numbers start over here.
 */
async function noticeMove(dataSource: DataSource): Promise<void> {
  await dataSource.query(`
    update ledger_sealing set sealed_before = '0', moved_through = greatest(moved_through, moved.through)
    from (
      select coalesce(max(seq), 0) as through from ledger
      where transaction >= pg_snapshot_xmax(pg_current_snapshot()) and ${isUnsealed}
    ) as moved
    where moved.through > moved_through or sealed_before > pg_snapshot_xmax(pg_current_snapshot())`);
}
