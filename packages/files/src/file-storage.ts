import type { Readable } from 'node:stream';

/** A file that lies in the storage. */
export interface KeptFile {
  key: string;
  keptAt: Date;
}

/** Where the bytes of uploaded files lie. What a file is and who may see it stands in the database; here it has a key only. */
export interface FileStorage {
  /** Takes the file at `path` under a new key. Whole or not at all: a key never names half a file. */
  keep(key: string, path: string): Promise<void>;
  /** @throws FileMissingError */
  open(key: string): Promise<Readable>;
  /** A key that is not there is no error. */
  remove(key: string): Promise<void>;
  list(): AsyncIterable<KeptFile>;
}

export class FileMissingError extends Error {
  override readonly name = 'FileMissingError';
  constructor(readonly key: string) {
    super('A file that the database names is not in the storage.');
  }
}

/** Keys are made by the product: nothing that a person typed ever names a file. */
const keyForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isKey(text: string): boolean {
  return keyForm.test(text);
}

/** @throws Error for anything that is no key, before it reaches a path or an address. */
export function checkKey(key: string): void {
  if (!isKey(key)) throw new Error('Not a key of the file storage.');
}
