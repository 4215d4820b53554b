import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { checkKey, FileMissingError, type FileStorage, isKey, type KeptFile } from './file-storage.js';

/** Files below a folder of this machine, spread over subfolders by the start of their keys, readable to their owner only. */
export class FolderStorage implements FileStorage {
  constructor(private readonly folder: string) {}

  /** A rename: the file is there whole, or not. It is on the disk before anything speaks of it. */
  async keep(key: string, path: string): Promise<void> {
    const place = this.placeOf(key);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await onDisk(path);
    await rename(path, place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') throw error;
      return copyAcross(path, place);
    });
    await onDisk(dirname(place));
  }

  async open(key: string): Promise<Readable> {
    const stream = createReadStream(this.placeOf(key));
    await new Promise<void>((resolve, reject) => {
      stream.once('open', () => resolve());
      stream.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ENOENT' ? new FileMissingError(key) : error));
    });
    return stream;
  }

  async remove(key: string): Promise<void> {
    await rm(this.placeOf(key), { force: true });
  }

  async *list(): AsyncIterable<KeptFile> {
    for (const shard of await namesIn(this.folder)) {
      for (const key of await namesIn(join(this.folder, shard))) {
        if (isKey(key)) yield { key, keptAt: (await stat(join(this.folder, shard, key))).mtime };
      }
    }
  }

  private placeOf(key: string): string {
    checkKey(key);
    return join(this.folder, key.slice(0, 2), key);
  }
}

/** To another file system, in two steps, so that no half file ever has the name. */
async function copyAcross(path: string, place: string): Promise<void> {
  const draft = `${place}.draft`;
  try {
    await copyFile(path, draft);
    await onDisk(draft);
    await rename(draft, place);
  } finally {
    await rm(draft, { force: true });
  }
  await rm(path);
}

async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder);
    return entries.sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
