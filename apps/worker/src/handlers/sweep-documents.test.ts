import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderStorage } from '@klyngevagt/files';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweep } from './sweep-documents.js';

const now = new Date('2026-11-25T03:15:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
const log = pino({ level: 'silent' });
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klyngevagt-sweep-'));
  await mkdir(join(folder, 'incoming'));
});
afterEach(() => rm(folder, { recursive: true }));

async function stored(days: number): Promise<string> {
  const key = randomUUID();
  const path = join(folder, 'new');
  await writeFile(path, 'x');
  await new FolderStorage(join(folder, 'kept')).keep(key, path);
  await utimes(join(folder, 'kept', key.slice(0, 2), key), daysAgo(days), daysAgo(days));
  return key;
}

async function left(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of new FolderStorage(join(folder, 'kept')).list()) keys.push(key);
  return keys.sort();
}

const sweepNow = (named: readonly string[]) =>
  sweep(
    {
      documents: { readNamedKeys: async (keys) => new Set(keys.filter((key) => named.includes(key))) },
      files: { kept: new FolderStorage(join(folder, 'kept')), incoming: join(folder, 'incoming') },
      log,
    },
    now,
  );

test('what no row names is removed after a week; what one names, and what came lately, stays', async () => {
  const [named, orphan, young] = [await stored(300), await stored(8), await stored(6)];
  expect(await sweepNow([named])).toEqual({ removed: 1, unfinished: 0 });
  expect(await left()).toEqual([named, young].sort());
  expect(await sweepNow([named])).toEqual({ removed: 0, unfinished: 0 });
  expect(await left()).not.toContain(orphan);
});

test('what never arrived whole is removed after a day', async () => {
  for (const [name, days] of [
    ['half', 2],
    ['arriving', 0],
  ] as const) {
    await writeFile(join(folder, 'incoming', name), 'x');
    await utimes(join(folder, 'incoming', name), daysAgo(days), daysAgo(days));
  }
  expect(await sweepNow([])).toEqual({ removed: 0, unfinished: 1 });
});
