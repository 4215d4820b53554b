import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FormOf } from '@klyngevagt/contracts';
import { DocumentRepository, type NewVersion, type Saved } from '@klyngevagt/db';
import { acceptedTypes, sniffType } from '@klyngevagt/files';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller.js';
import { Refusal } from '../http/refusal.js';
import { ServerLog } from '../http/server-log.js';
import { readUpload, type Upload, type UploadName } from '../http/upload.js';
import { Settings } from '../settings.js';
import { refusalOfEmptyFile, refusalOfFile } from './file-words.js';

/** What is known of a file once it has arrived. */
export type ArrivedFile = Pick<NewVersion, 'fileName' | 'mediaType' | 'sizeBytes' | 'sha256' | 'storedKey'>;

/** The way of a file into the storage and out of it. The row is what makes it exist: bytes without a row are nothing, and are swept. */
@Injectable()
export class DocumentFiles {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly settings: Settings,
    private readonly log: ServerLog,
  ) {}

  get limitBytes(): number {
    return this.settings.env.documents.limitBytes;
  }

  /**
   * Receives a form's file, looks into it, stores it, and then has it recorded. When that fails, nothing is left.
   * @throws Refusal, and whatever `record` throws
   */
  async receive<N extends UploadName>(
    caller: Caller,
    request: FastifyRequest,
    name: N,
    check: (fields: FormOf<N>) => Promise<void>,
    record: (fields: FormOf<N>, file: ArrivedFile) => Promise<Saved>,
  ): Promise<Saved> {
    const upload = await readUpload(request, name, this.settings.env.documents, check);
    try {
      const file = await this.store(caller, upload);
      return await this.recorded(file.storedKey, () => record(upload.fields, file));
    } finally {
      await upload.file.discard();
    }
  }

  /** @throws Refusal */
  async open(key: string): Promise<Readable> {
    return this.reached('open', () => this.settings.env.documents.kept.open(key));
  }

  /** What cannot be removed now is left to the sweep. */
  async forget(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.reached('remove', () => this.settings.env.documents.kept.remove(key)).catch(() => undefined);
  }

  private async store({ language }: Caller, { file, fileName }: Upload<UploadName>): Promise<ArrivedFile> {
    const { path, sizeBytes, sha256, isText } = file;
    if (sizeBytes === 0) throw refusalOfEmptyFile();
    const sniffed = await sniffType(path, fileName, isText);
    if (sniffed.kind !== 'accepted') throw refusalOfFile(sniffed, language);
    const storedKey = randomUUID();
    await this.reached('keep', () => this.settings.env.documents.kept.keep(storedKey, path));
    return { fileName, mediaType: acceptedTypes[sniffed.type].mediaType, sizeBytes, sha256, storedKey };
  }

  /** A connection that breaks while a row is committed leaves open whether it was: only bytes that no row names are removed. */
  private async recorded(key: string, record: () => Promise<Saved>): Promise<Saved> {
    try {
      return await record();
    } catch (error) {
      const named = await this.documents.readNamedKeys([key]).catch(() => new Set([key]));
      if (!named.has(key)) await this.forget([key]);
      throw error;
    }
  }

  private async reached<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.log.lines.error({ error: error instanceof Error ? error.name : typeof error, what }, 'the file storage reports an error');
      throw new Refusal('not-available');
    }
  }
}
