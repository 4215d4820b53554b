import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BucketStorage } from './bucket-storage.js';
import { FileMissingError, type FileStorage } from './file-storage.js';
import { FolderStorage } from './folder-storage.js';
import { type BucketServer, startBucketServer } from './testing/bucket-server.js';

let folder: string;
let server: BucketServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klyngevagt-files-'));
  server = await startBucketServer();
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function written(bytes: Buffer): Promise<string> {
  const path = join(folder, randomUUID());
  await writeFile(path, bytes);
  return path;
}

async function keysIn(storage: FileStorage): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list()) keys.push(key);
  return keys.sort();
}

/** One promise, two ways to keep it. */
const storages: Record<string, () => FileStorage> = {
  'a folder': () => new FolderStorage(join(folder, 'kept')),
  'a bucket of a server that speaks S3': () => new BucketStorage(server.bucket),
};

describe.each(Object.entries(storages))('%s', (_, make) => {
  test('gives back the very bytes', async () => {
    const storage = make();
    for (const bytes of [Buffer.from('Æblegrød'), randomBytes(3 * 1024 * 1024)]) {
      const key = randomUUID();
      await storage.keep(key, await written(bytes));
      expect((await buffer(await storage.open(key))).equals(bytes)).toBe(true);
    }
  });

  test('lists what it holds and when it came, and forgets what is removed', async () => {
    const storage = make();
    const key = randomUUID();
    await storage.keep(key, await written(Buffer.from('x')));
    expect(await keysIn(storage)).toContain(key);
    for await (const { keptAt } of storage.list()) expect(Number.isNaN(keptAt.getTime())).toBe(false);
    await storage.remove(key);
    expect(await keysIn(storage)).not.toContain(key);
    await storage.remove(key);
    await expect(storage.open(key)).rejects.toThrow(FileMissingError);
  });

  test('takes nothing that is not one of its keys', async () => {
    const storage = make();
    const path = await written(Buffer.from('x'));
    for (const key of ['', '..', '../x', 'a/b', randomUUID().toUpperCase()]) {
      await expect(storage.keep(key, path)).rejects.toThrow('Not a key');
      await expect(storage.open(key)).rejects.toThrow('Not a key');
    }
  });
});

test('a file in the folder is readable to its owner only', async () => {
  const storage = new FolderStorage(join(folder, 'private'));
  const key = randomUUID();
  await storage.keep(key, await written(Buffer.from('x')));
  expect((await stat(join(folder, 'private', key.slice(0, 2)))).mode & 0o077).toBe(0);
});

test('an empty bucket and a folder that is not there hold nothing', async () => {
  expect(await keysIn(new FolderStorage(join(folder, 'nowhere')))).toEqual([]);
  expect(await readdir(folder)).not.toContain('nowhere');
});

test('a bucket that lets nobody in is an error, not an empty answer', async () => {
  const storage = new BucketStorage({ ...server.bucket, accessKeyId: 'nobody' });
  await expect(storage.keep(randomUUID(), await written(Buffer.from('x')))).rejects.toThrow();
  await expect(storage.open(randomUUID())).rejects.toThrow();
});
