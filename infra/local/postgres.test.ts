import pg from 'pg';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removePostgres, startPostgres, type RunningPostgres } from './postgres.mjs';

let localDir: string;
let server: RunningPostgres;

beforeEach(async () => {
  localDir = mkdtempSync(join(tmpdir(), 'postgres-'));
  server = await startPostgres({ localDir });
});

afterEach(async () => {
  await server.remove();
  rmSync(localDir, { recursive: true, force: true });
});

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('adopts a server that outlived its start, and keeps the data across a stop', async () => {
  await server.ensureDatabase('klyngevagt');
  await server.ensureDatabase('klyngevagt');
  await ask(server.url('klyngevagt'), "create table cluster as select 'marlog' as slug");

  const again = await startPostgres({ localDir });
  expect({ isAdopted: again.isAdopted, port: again.port }).toEqual({ isAdopted: true, port: server.port });

  await again.stop();
  await expect(ask(server.url(), 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  server = await startPostgres({ localDir });
  expect(server.isAdopted).toBe(false);
  expect(await ask(server.url('klyngevagt'), 'select slug from cluster')).toEqual([{ slug: 'marlog' }]);
});

test('lets nobody in without the generated password', async () => {
  const url = new URL(server.url());
  expect(statSync(join(localDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
  expect(url.password.length).toBeGreaterThan(40);
  url.password = 'klyngevagt';
  await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  expect(await ask(server.url(), 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
});

test('sorts as Danish does and has the extensions that the tables need', async () => {
  const [row] = await ask(
    server.url(),
    `select string_agg(name, ' ' order by name collate "da-DK-x-icu") as names, lower('ÆØÅ') as lowered
     from unnest(array['Århus', 'Zebra', 'Ærø', 'Øl', 'Bo']) as name`,
  );
  expect(row).toEqual({ names: 'Bo Zebra Ærø Øl Århus', lowered: 'æøå' });
  await ask(server.url(), 'create extension btree_gist');
});

test('starts empty when the local folder was deleted under a running server', async () => {
  await server.ensureDatabase('klyngevagt');
  if (process.getuid?.() !== 0) await server.stop();
  rmSync(join(localDir, 'postgres'), { recursive: true, force: true });
  server = await startPostgres({ localDir });
  expect(await ask(server.url(), "select datname from pg_database where datname = 'klyngevagt'")).toEqual([]);
});

test('leaves nothing behind when removed by name', async () => {
  await removePostgres({ localDir, name: 'postgres' });
  await expect(ask(server.url(), 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  expect(readdirSync(localDir)).toEqual([]);
  expect(existsSync(join(localDir, 'postgres'))).toBe(false);
});
