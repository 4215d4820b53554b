import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file that has arrived and is nobody's yet. Whoever received it keeps it or discards it. */
export interface ReceivedFile {
  path: string;
  sizeBytes: number;
  /** Of all its bytes, in hexadecimal. */
  sha256: string;
  /** Holds no control characters but those of lines. */
  isText: boolean;
  discard(): Promise<void>;
}

/**
 * Writes a stream to a file of its own in `folder`, and looks at each byte once while it passes. A stream that breaks off leaves nothing.
 * @throws whatever broke the stream, or FileTooLargeError
 */
export async function receiveFile(stream: Readable, folder: string, limitBytes: number): Promise<ReceivedFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const discard = () => rm(path, { force: true });
  const seen = new SeenBytes(limitBytes);
  try {
    await pipeline(stream, seen, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await discard();
    throw error;
  }
  return { path, sizeBytes: seen.sizeBytes, sha256: seen.digest(), isText: seen.isText, discard };
}

export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError';
  constructor() {
    super('The file is larger than the limit.');
  }
}

/** Counts, hashes and tells text from other bytes while they pass. */
class SeenBytes extends Transform {
  sizeBytes = 0;
  isText = true;
  private readonly hash = createHash('sha256');

  constructor(private readonly limitBytes: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.sizeBytes += chunk.length;
    if (this.sizeBytes > this.limitBytes) return done(new FileTooLargeError());
    this.hash.update(chunk);
    this.isText &&= !chunk.some(isControlByte);
    done(null, chunk);
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

/** Tab, line feed, form feed and carriage return stand in texts; no other byte below the space does. */
function isControlByte(byte: number): boolean {
  return byte === 0x7f || (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d);
}

/** Takes away what programs that were killed left half received. */
export async function sweepIncoming(folder: string, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found === null || found.mtime >= before) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
