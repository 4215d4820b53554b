import type { IncomingMessage } from 'node:http';
import { type Endpoint, type EndpointName, endpoints, type FormOf } from '@klyngevagt/contracts';
import { receiveFile, type ReceivedFile } from '@klyngevagt/files';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.js';
import { refusalOfIssues } from './validation.js';

/** Endpoints that take a form with a file. */
export type UploadName = { [N in EndpointName]: [FormOf<N>] extends [never] ? never : N }[EndpointName];

/** A form with the file it brought. The file is discarded by whoever asked for it. */
export interface Upload<N extends UploadName> {
  fields: FormOf<N>;
  file: ReceivedFile;
  /** As the sender calls it, without folders and control characters. */
  fileName: string;
}

export interface UploadPlace {
  incoming: string;
  limitBytes: number;
}

/** More fields than any form has, and longer ones than any field takes, in bytes. */
const fieldLimits = { fields: 20, fieldSize: 16 * 1024, files: 2, parts: 22 };
const megabyte = 1024 * 1024;

/**
 * Reads a form: its fields, then the file while it arrives. `check` sees the fields before the file is written anywhere. Of a refused
 * upload the rest is read and forgotten, so that the answer reaches whoever is still sending.
 * @throws Refusal
 */
export async function readUpload<N extends UploadName>(
  request: FastifyRequest,
  name: N,
  place: UploadPlace,
  check: (fields: FormOf<N>) => Promise<void>,
): Promise<Upload<N>> {
  // Without its border a form cannot be told apart into parts.
  if (!request.isMultipart() || !/;\s*boundary=./i.test(request.headers['content-type'] ?? '')) throw noFile();
  const tooLarge = new Refusal('file-too-large', [], { limit: Math.floor(place.limitBytes / megabyte) });
  // Fields and borders come on top of the file.
  if (Number(request.headers['content-length'] ?? 0) > place.limitBytes + megabyte) throw tooLarge;
  let upload: Upload<N> | null = null;
  try {
    const given: Record<string, unknown> = {};
    const limits = { ...fieldLimits, fileSize: place.limitBytes };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (part.fieldname in given) throw new Refusal('invalid-input', [{ field: part.fieldname, code: 'twice-the-same' }]);
        given[part.fieldname] = part.value;
        continue;
      }
      if (upload !== null) throw new Refusal('invalid-input', [{ field: 'file', code: 'twice-the-same' }]);
      const fields = parsedFields(name, given);
      await check(fields);
      upload = { fields, file: await receiveFile(part.file, place.incoming, place.limitBytes), fileName: plainName(part) };
      if (part.file.truncated) throw tooLarge;
    }
    if (upload === null) throw noFile();
    return upload;
  } catch (error) {
    await upload?.file.discard();
    throw forgetTheRest(request.raw, error);
  }
}

function noFile(): Refusal {
  return new Refusal('file-refused', [{ field: 'file', code: 'no-file' }]);
}

function parsedFields<N extends UploadName>(name: N, given: Record<string, unknown>): FormOf<N> {
  const { form }: Endpoint = endpoints[name];
  const parsed = form?.safeParse(given);
  if (!parsed?.success) throw refusalOfIssues(parsed?.error.issues ?? []);
  return parsed.data as FormOf<N>;
}

/** Nothing reads any longer; what still comes flows into nothing. A sender who broke off is told nothing, and that is no fault of ours. */
function forgetTheRest(raw: IncomingMessage, error: unknown): unknown {
  raw.unpipe();
  raw.resume();
  if (error instanceof Refusal || !raw.destroyed) return error;
  return new Refusal('file-refused', [{ field: 'file', code: 'file-broke-off' }]);
}

const longestName = 200;

function plainName({ filename }: Pick<MultipartFile, 'filename'>): string {
  const name = (filename ?? '').split(/[/\\]/).at(-1) ?? '';
  const plain = name
    .normalize('NFC')
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .trim();
  const dot = plain.lastIndexOf('.');
  if (plain.length <= longestName) return plain;
  return plain.slice(0, longestName - 12) + (dot > 0 ? plain.slice(dot).slice(0, 12) : '');
}
