import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordAs, systemActor } from '../actor.js';
import { sealLedger } from '../ledger-seal.js';
import { verifyLedger } from '../ledger-verification.js';
import { LedgerRepository } from '../repositories/ledger-repository.js';
import { PortfolioRepository } from '../repositories/portfolio-repository.js';
import { RulesRepository } from '../repositories/rules-repository.js';
import { everyCluster } from '../scope.js';
import { createTestDatabase, type TestDatabase } from '../testing.js';
import { backUp } from './back-up.js';
import { type Manifest, manifestName } from './manifest.js';
import { restore } from './restore.js';

const awkward = 'Tabulator\tog linje\nog \\N og \\. og æøå og “citat” og 🜨';

let source: TestDatabase;
let target: TestDatabase;
let folder: string;
let taken: Manifest;

beforeAll(async () => {
  source = await createTestDatabase({ seed: 'demo' });
  while ((await sealLedger(source.dataSource)).head?.position !== (await rowsOf(source.dataSource))) await pause(20);
  await source.dataSource.query(
    `insert into account_user (name, email, email_verified) values ('Mette', 'officer@klyngevagt.example', true)`,
  );
  // The last rows stay unsealed: a backup doesn't wait for a seal.
  await write(source.dataSource, `update cluster set notes = $1 where slug = 'made'`, [awkward]);
  folder = join(mkdtempSync(join(tmpdir(), 'backup-')), 'monday');
  taken = await backUp(source.dataSource, folder);
});
afterAll(async () => {
  await source.drop();
  rmSync(join(folder, '..'), { recursive: true });
});
beforeEach(async () => void (target = await createTestDatabase()));
afterEach(() => target.drop());

const write = (dataSource: DataSource, sql: string, values: unknown[] = []) =>
  recordAs(dataSource, systemActor('test', 'Øvelse'), (manager) => manager.query(sql, values));
const rowsOf = async (dataSource: DataSource, table = 'ledger') =>
  ((await dataSource.query(`select count(*)::int as count from ${table}`)) as [{ count: number }])[0].count;

async function answers(dataSource: DataSource, known?: Date) {
  const portfolio = await new PortfolioRepository(dataSource).readPortfolio({
    scope: everyCluster,
    portfolio: 'all',
    ...(known && { known }),
  });
  const { rules } = await new RulesRepository(dataSource).readRules();
  const changes = await new LedgerRepository(dataSource).readChanges(everyCluster, { limit: 10_000 });
  return { portfolio, rules, changes };
}

describe('the drill', () => {
  test('same facts, same history, same ledger head', async () => {
    const known = new Date();
    expect(await restore(target.dataSource, folder)).toEqual({ manifest: taken, findings: [] });
    expect(await answers(target.dataSource)).toEqual(await answers(source.dataSource));
    expect(await answers(target.dataSource, known)).toEqual(await answers(source.dataSource, known));
    const [{ notes }] = (await target.dataSource.query(`select notes from cluster where slug = 'made'`)) as [{ notes: string }];
    expect(notes).toBe(awkward);

    const verified = await verifyLedger(target.dataSource, taken.ledgerHead?.hash);
    expect(verified).toEqual(await verifyLedger(source.dataSource));
    expect(verified).toMatchObject({ findings: [], unsealedRows: 1, head: taken.ledgerHead });
  });

  test('the restored copy works on: facts, numbers of the ledger, seal, protection', async () => {
    await restore(target.dataSource, folder);
    const before = await rowsOf(target.dataSource);
    await write(target.dataSource, `update cluster set city = 'Ribe' where slug = 'made'`);
    expect(await rowsOf(target.dataSource)).toBe(before + 1);
    await vi.waitFor(async () => {
      await sealLedger(target.dataSource);
      expect(await rowsOf(target.dataSource, 'ledger_seal')).toBe(before + 1);
    }, 45_000);
    expect((await verifyLedger(target.dataSource, taken.ledgerHead?.hash)).findings).toEqual([]);
    await expect(target.dataSource.query('delete from ledger')).rejects.toThrow(/refused/);
    await expect(target.dataSource.query(`update cluster set city = 'Odder'`)).rejects.toThrow(/somebody's name/);
  });

  test('a database without a single table is filled as well', async () => {
    await target.dataSource.query('drop schema public cascade; create schema public');
    await restore(target.dataSource, folder);
    expect(await answers(target.dataSource)).toEqual(await answers(source.dataSource));
  });

  test('a backup taken while others write is one moment: facts and ledger agree', async () => {
    const over = new AbortController();
    const writing = (async () => {
      for (let count = 0; !over.signal.aborted; count++)
        await write(source.dataSource, `update cluster set city = $1 where slug = 'clean'`, [`By ${count}`]);
    })();
    const busy = join(folder, '..', 'busy');
    await backUp(source.dataSource, busy).finally(() => over.abort());
    await writing;
    expect((await restore(target.dataSource, busy)).findings).toEqual([]);
  });

  test('what was wrong with the ledger comes back as it was, and is told', async () => {
    const tampered = await createTestDatabase({ seed: 'sourced' });
    const other = join(folder, '..', 'tampered');
    try {
      await tampered.dataSource.transaction(async (manager) => {
        await manager.query(`set local session_replication_role = 'replica'`);
        await manager.query(`update award set valid_until = '2031-12-31' where valid_until = '2023-10-31'`);
      });
      await backUp(tampered.dataSource, other);
      expect((await restore(target.dataSource, other)).findings).toMatchObject([{ kind: 'contradiction', entity: 'award' }]);
    } finally {
      await tampered.drop();
    }
  });
});

describe('a backup', () => {
  test('is for its owner’s eyes only', () => {
    const modes = [folder, join(folder, manifestName), join(folder, 'person.copy')].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600, 0o600]);
  });

  test('never overwrites anything', async () => {
    await expect(backUp(source.dataSource, folder)).rejects.toThrow(/is not empty/);
  });
});

describe('restoring is refused, and leaves nothing behind,', () => {
  /** A copy of the backup that may be spoilt. */
  async function spoilt(spoil: (path: (name: string) => string) => void): Promise<string> {
    const copy = mkdtempSync(join(folder, '..', 'spoilt-'));
    for (const name of [manifestName, ...taken.tables.map((table) => `${table.name}.copy`)]) {
      writeFileSync(join(copy, name), readFileSync(join(folder, name)));
    }
    spoil((name) => join(copy, name));
    return copy;
  }
  const manifestWith = (change: Partial<Manifest>) => JSON.stringify({ ...taken, ...change });

  const isEmpty = async () => {
    const counts = ['cluster', 'ledger', 'account_user', 'ledger_seal'].map((table) => rowsOf(target.dataSource, table));
    return (await Promise.all(counts)).every((count) => count === 0);
  };

  test('where a backup did not come to its end', async () => {
    const copy = await spoilt((path) => rmSync(path(manifestName)));
    await expect(restore(target.dataSource, copy)).rejects.toThrow(/No finished backup/);
    expect(await isEmpty()).toBe(true);
  });

  test('where a file is damaged or missing', async () => {
    const damaged = await spoilt((path) => appendFileSync(path('award.copy'), ' '));
    await expect(restore(target.dataSource, damaged)).rejects.toThrow(/award\.copy is missing or not what was backed up/);
    const missing = await spoilt((path) => rmSync(path('waiver.copy')));
    await expect(restore(target.dataSource, missing)).rejects.toThrow(/waiver\.copy is missing/);
    expect(await isEmpty()).toBe(true);
  });

  test('where the schema is another', async () => {
    const older = await spoilt((path) => writeFileSync(path(manifestName), manifestWith({ migrations: taken.migrations.slice(0, -1) })));
    await expect(restore(target.dataSource, older)).rejects.toThrow(/another version of the schema/);
    expect(await isEmpty()).toBe(true);
  });

  test('where the ledger does not have the head that was noted', async () => {
    const ledgerHead = { hash: '0'.repeat(64), position: 1 };
    const other = await spoilt((path) => writeFileSync(path(manifestName), manifestWith({ ledgerHead })));
    await expect(restore(target.dataSource, other)).rejects.toThrow(/head/);
    expect(await isEmpty()).toBe(true);
  });
});

test('restoring is refused where the database is not empty, and changes nothing there', async () => {
  const filled = await createTestDatabase({ seed: 'sourced' });
  try {
    const before = await answers(filled.dataSource);
    await expect(restore(filled.dataSource, folder)).rejects.toThrow(/is not empty/);
    expect(await answers(filled.dataSource)).toEqual(before);
  } finally {
    await filled.drop();
  }
});
