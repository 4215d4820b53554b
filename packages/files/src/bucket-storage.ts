import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { S3mini } from 's3mini';
import { checkKey, FileMissingError, type FileStorage, isKey, type KeptFile } from './file-storage.js';

export interface Bucket {
  /** Address of the bucket: `https://s3.example.dk/documents`. */
  url: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const requestTimeoutMs = 120_000;
const listedAtOnce = 1000;

/** Files in a bucket of any storage that speaks S3. The bucket exists and is private; nobody is ever given its address. */
export class BucketStorage implements FileStorage {
  private readonly bucket: S3mini;

  constructor({ url, region, accessKeyId, secretAccessKey }: Bucket) {
    this.bucket = new S3mini({ endpoint: url, region, accessKeyId, secretAccessKey, requestAbortTimeout: requestTimeoutMs });
  }

  /** One request with a known length: the storage has all of it or nothing. */
  async keep(key: string, path: string): Promise<void> {
    checkKey(key);
    const answer = await this.bucket.putObject(key, await openAsBlob(path), 'application/octet-stream');
    if (!answer.ok) throw new Error(`The file storage refused a file: ${answer.status}.`);
  }

  async open(key: string): Promise<Readable> {
    checkKey(key);
    const answer = await this.bucket.getObjectResponse(key);
    if (!answer?.body) throw new FileMissingError(key);
    return Readable.fromWeb(answer.body as unknown as ReadableStream);
  }

  async remove(key: string): Promise<void> {
    checkKey(key);
    await this.bucket.deleteObject(key);
  }

  async *list(): AsyncIterable<KeptFile> {
    let next: string | undefined;
    do {
      const page = await this.bucket.listObjectsPaged('/', '', listedAtOnce, next);
      for (const { Key: key, LastModified } of page?.objects ?? []) {
        if (isKey(key)) yield { key, keptAt: new Date(LastModified) };
      }
      next = page?.nextContinuationToken;
    } while (next);
  }
}
