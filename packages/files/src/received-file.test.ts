import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileTooLargeError, receiveFile, sweepIncoming } from './received-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klyngevagt-incoming-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('counts, hashes and writes what arrives, in whatever pieces', async () => {
  const bytes = randomBytes(300_000);
  const pieces = [bytes.subarray(0, 1), bytes.subarray(1, 70_000), bytes.subarray(70_000)];
  const received = await receiveFile(Readable.from(pieces), folder, 300_000);
  expect(received).toMatchObject({ sizeBytes: 300_000, sha256: createHash('sha256').update(bytes).digest('hex'), isText: false });
  expect((await readFile(received.path)).equals(bytes)).toBe(true);
  await received.discard();
  expect(await readdir(folder)).toEqual([]);
});

test('tells text from other bytes, in the alphabets that Danish files are written in', async () => {
  const texts = [Buffer.from('År;Æble\r\n1;2\t3\n'), Buffer.from('År;Æble', 'latin1'), Buffer.from('')];
  for (const bytes of texts) expect((await receiveFile(Readable.from([bytes]), folder, 100)).isText).toBe(true);
  for (const bytes of [Buffer.from('a\0b'), Buffer.from('å', 'utf16le'), Buffer.from([0x1b])])
    expect((await receiveFile(Readable.from([bytes]), folder, 100)).isText).toBe(false);
});

test('leaves nothing of a file that is too large', async () => {
  await expect(receiveFile(Readable.from([randomBytes(60), randomBytes(60)]), folder, 100)).rejects.toThrow(FileTooLargeError);
  expect(await readdir(folder)).toEqual([]);
});

test('leaves nothing of a file that breaks off', async () => {
  async function* broken() {
    yield randomBytes(1000);
    throw new Error('the line went dead');
  }
  await expect(receiveFile(Readable.from(broken()), folder, 10_000)).rejects.toThrow('the line went dead');
  expect(await readdir(folder)).toEqual([]);
});

test('what a killed program left is swept, what may still arrive is not', async () => {
  await writeFile(join(folder, 'old'), 'x');
  await utimes(join(folder, 'old'), new Date('2026-01-01'), new Date('2026-01-01'));
  await writeFile(join(folder, 'new'), 'x');
  expect(await sweepIncoming(folder, new Date('2026-02-01'))).toBe(1);
  expect(await readdir(folder)).toEqual(['new']);
  expect(await sweepIncoming(join(folder, 'nowhere'), new Date('2026-02-01'))).toBe(0);
});
