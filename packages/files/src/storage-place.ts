import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { BucketStorage } from './bucket-storage.js';
import type { FileStorage } from './file-storage.js';
import { FolderStorage } from './folder-storage.js';

/** The variables that say where uploaded files lie, for the `env.ts` of each program. */
export const storageVariables = {
  DOCUMENTS_DIR: z.string().optional(),
  DOCUMENTS_S3_URL: z
    .string()
    .regex(/^https?:\/\/[^/]+\/[^/]+\/?$/, {
      error: 'DOCUMENTS_S3_URL must be the address of a bucket, for example https://s3.example.dk/documents.',
    })
    .optional(),
  DOCUMENTS_S3_REGION: z.string().default('auto'),
  DOCUMENTS_S3_ACCESS_KEY_ID: z.string().optional(),
  DOCUMENTS_S3_SECRET_ACCESS_KEY: z.string().optional(),
};

type StorageVariables = z.output<z.ZodObject<typeof storageVariables>>;

/** Where files lie, and where those that are still arriving do. */
export interface StoragePlace {
  kept: FileStorage;
  /** Folder of this machine. */
  incoming: string;
}

/** One sentence for each mistake in variables that each by itself are well formed. */
export function storageMistakes(values: StorageVariables, isProduction: boolean): string[] {
  const isBucket = values.DOCUMENTS_S3_URL !== undefined;
  const isKeyMissing = !values.DOCUMENTS_S3_ACCESS_KEY_ID || !values.DOCUMENTS_S3_SECRET_ACCESS_KEY;
  return [
    isBucket && isKeyMissing ? 'DOCUMENTS_S3_URL needs DOCUMENTS_S3_ACCESS_KEY_ID and DOCUMENTS_S3_SECRET_ACCESS_KEY beside it.' : '',
    isProduction && !isBucket && !values.DOCUMENTS_DIR
      ? 'DOCUMENTS_DIR is missing. Name the folder for uploaded documents, or set DOCUMENTS_S3_URL.'
      : '',
  ].filter(Boolean);
}

/** A bucket where one is named, otherwise a folder. */
export function storagePlaceOf(values: StorageVariables): StoragePlace {
  const { DOCUMENTS_S3_URL: url, DOCUMENTS_S3_ACCESS_KEY_ID: accessKeyId, DOCUMENTS_S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
  const folder = values.DOCUMENTS_DIR && resolve(values.DOCUMENTS_DIR);
  if (url && accessKeyId && secretAccessKey) {
    const kept = new BucketStorage({ url, region: values.DOCUMENTS_S3_REGION, accessKeyId, secretAccessKey });
    return { kept, incoming: join(folder ?? join(tmpdir(), 'klyngevagt-documents'), 'incoming') };
  }
  const own = folder ?? resolve('.local/documents');
  return { kept: new FolderStorage(join(own, 'kept')), incoming: join(own, 'incoming') };
}
