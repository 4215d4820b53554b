import { useState } from 'react';
import { addressOf, problemIn, reach } from '../../api-client.js';
import { endpointPaths } from '../../endpoint-paths.js';
import { saveBlob } from '../../parts/save-file.js';
import type { RecordAsked } from './record-query.js';

export type DocumentState = { kind: 'ready' } | { kind: 'making' } | { kind: 'done'; name: string } | { kind: 'failed'; error: unknown };

/** Fetches the record as a document, under the name that the server gives it. */
export function useRecordDocument(slug: string, asked: RecordAsked): { state: DocumentState; fetchDocument(): Promise<void> } {
  const [state, setState] = useState<DocumentState>({ kind: 'ready' });
  const fetchDocument = async () => {
    setState({ kind: 'making' });
    try {
      const [method, path] = endpointPaths['reminder-record.document'];
      const response = await reach(`/api/v1${addressOf(path, { slug }, asked)}`, { method });
      if (!response.ok) throw problemIn(await response.text(), response.status, response.headers.get('x-request-id'));
      const name = nameIn(response.headers.get('content-disposition')) ?? 'klyngevagt.pdf';
      saveBlob(await response.blob(), name);
      setState({ kind: 'done', name });
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  };
  return { state, fetchDocument };
}

function nameIn(disposition: string | null): string | null {
  const exact = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return exact === undefined ? null : decodeURIComponent(exact);
}
