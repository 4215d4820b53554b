import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SealHead } from '../ledger-seal.js';
import type { CopyDigest } from './table-copy.js';

/** What a backup holds. Written last: a folder without it is a backup that did not come to its end. */
export interface Manifest {
  product: 'klyngevagt';
  format: 1;
  takenAt: string;
  /** Names of the migrations that made the schema. */
  migrations: string[];
  /** The chain's newest link at that moment; null: nothing was sealed. */
  ledgerHead: SealHead | null;
  /** In the order in which they are filled. */
  tables: ({ name: string; columns: string[] } & CopyDigest)[];
}

export const manifestName = 'manifest.json';

export function tablePath(folder: string, table: string): string {
  return join(folder, `${table}.copy`);
}

/** @throws Error with a sentence: there is no backup in the folder, or not one of this product */
export function readManifest(folder: string): Manifest {
  let manifest: Partial<Manifest>;
  try {
    manifest = JSON.parse(readFileSync(join(folder, manifestName), 'utf8')) as Partial<Manifest>;
  } catch (cause) {
    throw new Error(`No finished backup in ${folder}: its ${manifestName} is missing or unreadable`, { cause });
  }
  if (manifest.product !== 'klyngevagt' || manifest.format !== 1) throw new Error(`${folder} holds no backup that this version can read`);
  if (!Array.isArray(manifest.tables) || !Array.isArray(manifest.migrations))
    throw new Error(`The ${manifestName} in ${folder} is damaged`);
  return manifest as Manifest;
}
