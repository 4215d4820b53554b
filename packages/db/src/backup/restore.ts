import type { DataSource, QueryRunner } from 'typeorm';
import type { LedgerFinding } from '../ledger-finding.js';
import { verifyWithin } from '../ledger-verification.js';
import { appliedMigrations, type CopiedTable, copiedTables, quoted } from './copied-tables.js';
import { type Manifest, readManifest, tablePath } from './manifest.js';
import { copyFileToTable, copySettings, type CopyDigest, digestOfFile, digestOfTable } from './table-copy.js';

export interface Restored {
  manifest: Manifest;
  /** What was wrong with the ledger when the backup was taken: it came back as it was. */
  findings: LedgerFinding[];
}

/**
 * Fills an empty database from a backup, all of it or nothing: same facts, same ledger, same head of its chain, checked before anything
 * stays. Works with the rights of the owner of the tables.
 * @throws Error with a sentence: not empty, another version of the schema, a damaged file, rows that did not come back as they were
 */
export async function restore(dataSource: DataSource, folder: string): Promise<Restored> {
  const manifest = readManifest(folder);
  if ((await appliedMigrations(dataSource)).length === 0) await dataSource.runMigrations({ transaction: 'each' });
  await refuseOtherSchema(dataSource, manifest);
  await refuseDamagedFiles(manifest, folder);
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(copySettings);
    const tables = await copiedTables(runner.manager);
    // Nobody writes between the look and the filling.
    await runner.query(`lock table ${tables.map(({ name }) => quoted([name])).join(', ')} in access exclusive mode`);
    await refuseFilled(runner, tables);
    await fill(runner, tables, folder);
    const findings = await compare(runner, tables, manifest);
    await settle(runner);
    await runner.commitTransaction();
    return { manifest, findings };
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

async function refuseOtherSchema(dataSource: DataSource, manifest: Manifest): Promise<void> {
  const present = await appliedMigrations(dataSource);
  const tables = await copiedTables(dataSource);
  const shape = (list: readonly { name: string; columns: string[] }[]) =>
    JSON.stringify(list.map(({ name, columns }) => [name, columns]).sort());
  if (present.join() === manifest.migrations.join() && shape(tables) === shape(manifest.tables)) return;
  throw new Error(
    `The backup has another version of the schema (${manifest.migrations.at(-1) ?? 'none'}) than this database (${present.at(-1) ?? 'none'}): ` +
      'restore with the version of the product that took it, then bring that up to date',
  );
}

async function refuseDamagedFiles(manifest: Manifest, folder: string): Promise<void> {
  for (const { name, ...expected } of manifest.tables) {
    const found = await digestOfFile(tablePath(folder, name)).catch(() => null);
    if (found === null || !isSame(found, expected)) throw new Error(`${tablePath(folder, name)} is missing or not what was backed up`);
  }
}

async function refuseFilled(runner: QueryRunner, tables: readonly CopiedTable[]): Promise<void> {
  for (const { name, isSingleRow } of tables) {
    if (isSingleRow) continue;
    const found = (await runner.query(`select 1 from ${quoted([name])} limit 1`)) as unknown[];
    if (found.length > 0) throw new Error(`The database is not empty (${name} has rows): nothing was restored`);
  }
}

/** Triggers are off, so that the ledger gets its own rows and no others; the references between tables are checked all the same. */
async function fill(runner: QueryRunner, tables: readonly CopiedTable[], folder: string): Promise<void> {
  for (const { name } of tables) await runner.query(`alter table ${quoted([name])} disable trigger user`);
  for (const table of tables) {
    if (table.isSingleRow) await runner.query(`delete from ${quoted([table.name])}`);
    await copyFileToTable(runner, table, tablePath(folder, table.name));
  }
  for (const { name } of tables) await runner.query(`alter table ${quoted([name])} enable trigger user`);
}

async function compare(runner: QueryRunner, tables: readonly CopiedTable[], manifest: Manifest): Promise<LedgerFinding[]> {
  for (const table of tables) {
    const expected = manifest.tables.find(({ name }) => name === table.name);
    if (!expected || !isSame(await digestOfTable(runner, table), expected)) throw new Error(`${table.name} did not come back as it was`);
  }
  const { findings, head } = await verifyWithin(runner.manager);
  if (head?.hash !== manifest.ledgerHead?.hash) throw new Error('The ledger did not come back with the head that it had');
  return findings;
}

/** Numbers go on after the last one; the transactions of the other server are all over. */
async function settle(runner: QueryRunner): Promise<void> {
  const sequences = (await runner.query(`
    select pg_class.oid::regclass::text as sequence, owner.relname::text as table, attname::text as column
    from pg_class join pg_depend on objid = pg_class.oid and deptype in ('a', 'i') and classid = 'pg_class'::regclass
    join pg_class as owner on owner.oid = refobjid join pg_attribute on attrelid = refobjid and attnum = refobjsubid
    where pg_class.relkind = 'S' and owner.relnamespace = 'public'::regnamespace and owner.relname <> 'migrations'`)) as {
    sequence: string;
    table: string;
    column: string;
  }[];
  for (const { sequence, table, column } of sequences) {
    await runner.query(`select setval($1, max(${quoted([column])})) from ${quoted([table])} having max(${quoted([column])}) is not null`, [
      sequence,
    ]);
  }
  await runner.query(
    `update ledger_sealing set sealed_before = '0', moved_through = (select coalesce(max(seq), 0) from ledger), sealed_at = null`,
  );
}

function isSame(one: CopyDigest, other: CopyDigest): boolean {
  return one.rows === other.rows && one.sha256 === other.sha256;
}
