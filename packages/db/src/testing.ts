import { calendarDate } from '@klyngevagt/scoring';
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { databaseUrl } from './env.js';
import { seed } from './seeding.js';

export interface TestDatabase {
  url: string;
  dataSource: DataSource;
  /** Closes the connections and removes the database. */
  drop: () => Promise<void>;
}

export interface TestDatabaseOptions {
  /** Default: migrated and empty. */
  seed?: 'demo' | 'sourced' | 'none';
  /** Day to which the demonstration is relative; default 2026-11-25. */
  on?: string;
}

/**
 * A database of its own on the server named by TEST_DATABASE_URL, copied from a template that is migrated and seeded once for each state
 * of this package.
 */
export async function createTestDatabase({ seed: kind = 'none', on = '2026-11-25' }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = databaseUrl('TEST_DATABASE_URL');
  const template = `klyngevagt_template_${fingerprint([kind, kind === 'demo' ? on : ''])}`;
  const name = `klyngevagt_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, async (client) => {
    await ensureTemplate(client, server, template, kind, on);
    await client.query(`create database "${name}" template "${template}"`);
  });
  const url = addressOf(server, name);
  const dataSource = await createDataSource(url, { applicationName: 'klyngevagt-test' }).initialize();
  return {
    url,
    dataSource,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await onServer(server, (client) => client.query(`drop database if exists "${name}" with (force)`));
    },
  };
}

/** Test files run side by side: the lock lets one of them build the template while the others wait. */
async function ensureTemplate(
  client: pg.Client,
  server: string,
  template: string,
  kind: 'demo' | 'sourced' | 'none',
  on: string,
): Promise<void> {
  await client.query('select pg_advisory_lock(hashtext($1))', [template]);
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount === 1) return;
    const building = `${template}_building`;
    await client.query(`drop database if exists "${building}" with (force)`);
    await client.query(`create database "${building}"`);
    const dataSource = await createDataSource(addressOf(server, building), { poolSize: 2 }).initialize();
    await dataSource.runMigrations({ transaction: 'each' });
    if (kind !== 'none') await seed(dataSource, { kind, on: calendarDate(on) });
    await dataSource.destroy();
    await client.query(`alter database "${building}" rename to "${template}"`);
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [template]);
  }
}

/** Changes with every file of this package that may change what a migrated and seeded database holds. */
function fingerprint(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  const folder = import.meta.dirname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const file of files) {
    if (/\.(ts|js)$/.test(file) && !/\.test\.|\.d\.ts$/.test(file)) hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'klyngevagt-test' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** A value that a test rests on. Missing, it fails the test here and not somewhere later. */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('The test rests on a value that is missing');
  return value;
}
