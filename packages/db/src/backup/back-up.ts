import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { readSealHead } from '../ledger-seal.js';
import { appliedMigrations, copiedTables } from './copied-tables.js';
import { type Manifest, manifestName, tablePath } from './manifest.js';
import { copySettings, copyTableToFile } from './table-copy.js';

/**
 * Copies every table as it is at one moment into a folder that only its owner can read: facts, ledger, seals, accounts, mails. Nobody waits
 * for it. What is in it is as confidential as the database.
 * @param folder missing or empty
 */
export async function backUp(dataSource: DataSource, folder: string): Promise<Manifest> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty: a backup never overwrites anything`);
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('begin isolation level repeatable read read only');
    await runner.query(copySettings);
    const [moment] = (await runner.query('select now() as at')) as [{ at: Date }];
    const manifest: Manifest = {
      product: 'klyngevagt',
      format: 1,
      takenAt: moment.at.toISOString(),
      migrations: await appliedMigrations(runner.manager),
      ledgerHead: await readSealHead(runner.manager),
      tables: [],
    };
    for (const table of await copiedTables(runner.manager)) {
      const digest = await copyTableToFile(runner, table, tablePath(folder, table.name));
      manifest.tables.push({ name: table.name, columns: table.columns, ...digest });
    }
    writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return manifest;
  } finally {
    await runner.query('rollback');
    await runner.release();
  }
}
