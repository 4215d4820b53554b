import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { QueryRunner } from 'typeorm';
import { type CopiedTable, quoted } from './copied-tables.js';

/** What a file of rows must be: checked when it is read back, and again against the table that it filled. */
export interface CopyDigest {
  rows: number;
  /** Hexadecimal, over the bytes of the file. */
  sha256: string;
}

/** The same bytes on every server. */
export const copySettings = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
  set local bytea_output = 'hex'; set local extra_float_digits = 1`;

export async function copyTableToFile(runner: QueryRunner, table: CopiedTable, path: string): Promise<CopyDigest> {
  return copyOut(runner, table, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
}

/** What the table's file would be. */
export async function digestOfTable(runner: QueryRunner, table: CopiedTable): Promise<CopyDigest> {
  return copyOut(runner, table, new Writable({ write: (_chunk, _encoding, done) => done() }));
}

export async function copyFileToTable(runner: QueryRunner, table: CopiedTable, path: string): Promise<CopyDigest> {
  const client = (await runner.connect()) as pg.PoolClient;
  const counting = new Counting();
  const target = client.query(copyFrom(`copy ${quoted([table.name])} (${quoted(table.columns)}) from stdin`));
  await pipeline(createReadStream(path), counting, target);
  return counting.digest();
}

export async function digestOfFile(path: string): Promise<CopyDigest> {
  const counting = new Counting();
  await pipeline(createReadStream(path), counting, new Writable({ write: (_chunk, _encoding, done) => done() }));
  return counting.digest();
}

async function copyOut(runner: QueryRunner, { name, columns, key }: CopiedTable, target: Writable): Promise<CopyDigest> {
  const client = (await runner.connect()) as pg.PoolClient;
  const counting = new Counting();
  const rows = `select ${quoted(columns)} from ${quoted([name])} order by ${quoted(key.length > 0 ? key : columns)}`;
  await pipeline(client.query(copyTo(`copy (${rows}) to stdout`)), counting, target);
  return counting.digest();
}

const lineEnd = 0x0a;

/** Passes bytes on; a row is a line, since a line break within a value is written as two characters. */
class Counting extends Transform {
  private readonly hash = createHash('sha256');
  private rows = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    for (let at = chunk.indexOf(lineEnd); at !== -1; at = chunk.indexOf(lineEnd, at + 1)) this.rows += 1;
    done(null, chunk);
  }

  digest(): CopyDigest {
    return { rows: this.rows, sha256: this.hash.digest('hex') };
  }
}
