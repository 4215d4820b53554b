import type { DataSource, EntityManager } from 'typeorm';
import { contradictions } from './ledger-contradictions.js';
import type { LedgerFinding } from './ledger-finding.js';
import { chainStart, isUnsealed, linkHash, sealedText, type SealHead } from './ledger-seal.js';

export interface Verification {
  /** Empty: the history is as it was recorded. */
  findings: LedgerFinding[];
  sealedRows: number;
  unsealedRows: number;
  head: SealHead | null;
}

const rowsAtATime = 5000;

/**
 * Checks the whole ledger in one state of the database: every link of the chain, rows that came in past it, and whether the facts are
 * what the ledger says of them.
 * @param knownHead a head from an earlier day, for example from the weekly mail, hexadecimal: it must still be in the chain
 */
export async function verifyLedger(dataSource: DataSource, knownHead?: string): Promise<Verification> {
  return dataSource.transaction('REPEATABLE READ', (manager) => verifyWithin(manager, knownHead));
}

/** The same within a transaction that is there already. */
export async function verifyWithin(manager: EntityManager, knownHead?: string): Promise<Verification> {
  const chain = await followChain(manager, knownHead?.toLowerCase());
  const [waiting] = (await manager.query(`select count(*)::int as count from ledger where ${isUnsealed}`)) as [{ count: number }];
  const isKnown = knownHead === undefined || chain.isHeadFound;
  return {
    findings: [
      ...chain.findings,
      ...(await insertedRows(manager)),
      ...(await contradictions(manager)),
      ...(isKnown ? [] : [{ kind: 'head-missing' as const, hash: knownHead }]),
    ],
    sealedRows: chain.links,
    unsealedRows: waiting.count,
    head: chain.head,
  };
}

interface Link {
  position: number;
  seq: number;
  hash: Buffer;
  /** Null: the row is gone. */
  text: string | null;
}

async function followChain(manager: EntityManager, knownHead: string | undefined) {
  const findings: LedgerFinding[] = [];
  let previous = { position: 0, hash: chainStart };
  let links = 0;
  let isHeadFound = false;
  for (;;) {
    const batch = (await manager.query(
      `select seal.position::int, seal.seq::int, seal.hash, case when ledger.seq is null then null else ${sealedText} end as text
       from (select * from ledger_seal where position > $1 order by position limit $2) as seal
       left join ledger on ledger.seq = seal.seq order by seal.position`,
      [previous.position, rowsAtATime],
    )) as Link[];
    for (const link of batch) {
      const finding = checkLink(previous, link);
      if (finding) findings.push(finding);
      isHeadFound ||= link.hash.toString('hex') === knownHead;
      // From the link as it stands, so that one altered row does not accuse all that follow.
      previous = link;
    }
    links += batch.length;
    if (batch.length < rowsAtATime) break;
  }
  const head = links === 0 ? null : { hash: previous.hash.toString('hex'), position: previous.position };
  return { findings, links, isHeadFound, head };
}

function checkLink(previous: { position: number; hash: Buffer }, { position, seq, hash, text }: Link): LedgerFinding | null {
  if (position !== previous.position + 1) return { kind: 'link-removed', position: previous.position + 1 };
  if (text === null) return { kind: 'removed', seq };
  return linkHash(previous.hash, position, text).equals(hash) ? null : { kind: 'altered', seq };
}

async function insertedRows(manager: EntityManager): Promise<LedgerFinding[]> {
  const rows = (await manager.query(
    `select ledger.seq::int from ledger, ledger_sealing
     where ledger.transaction < sealed_before and sealed_before <= pg_snapshot_xmax(pg_current_snapshot()) and ${isUnsealed}
     order by ledger.seq`,
  )) as { seq: number }[];
  return rows.map(({ seq }) => ({ kind: 'inserted', seq }));
}
