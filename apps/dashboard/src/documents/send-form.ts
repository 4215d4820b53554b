import type { FormInputOf, ParamsOf } from '@klyngevagt/contracts';
import { addressOf, ApiProblem, problemIn, spoken } from '../api-client.js';
import { endpointPaths } from '../endpoint-paths.js';

export type FormName = 'document.upload' | 'document.replace';

/** The person stopped it. */
export class SendingStopped extends Error {}

export interface Sending {
  /** Rejects with ApiProblem or SendingStopped. */
  done: Promise<{ id: string }>;
  stop(): void;
}

interface FormToSend<N extends FormName> {
  params: ParamsOf<N>;
  fields: FormInputOf<N>;
  file: File;
  /** Share of the bytes that are on their way, 0 to 1. */
  onProgress(share: number): void;
}

/** Sends a form with its file. `fetch` cannot tell how far it has come; the older way can. The file comes last: that is how it is read. */
export function sendForm<N extends FormName>(name: N, { params, fields, file, onProgress }: FormToSend<N>): Sending {
  const [method, path] = endpointPaths[name];
  const form = new FormData();
  for (const [field, value] of Object.entries(fields as Record<string, unknown>)) form.append(field, String(value));
  form.append('file', file);
  const request = new XMLHttpRequest();
  const done = new Promise<{ id: string }>((resolve, reject) => {
    request.open(method, `/api/v1${addressOf(path, params as object)}`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', spoken());
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total);
    });
    request.upload.addEventListener('load', () => onProgress(1));
    request.addEventListener('load', () => {
      const { status, responseText } = request;
      if (status !== 200) return reject(problemIn(responseText, status, request.getResponseHeader('x-request-id')));
      resolve({ id: idIn(responseText) });
    });
    request.addEventListener('error', () => reject(new ApiProblem('offline', 0, '', null)));
    request.addEventListener('abort', () => reject(new SendingStopped()));
    request.send(form);
  });
  return { done, stop: () => request.abort() };
}

function idIn(text: string): string {
  try {
    return String((JSON.parse(text) as { id?: unknown }).id ?? '');
  } catch {
    return '';
  }
}
