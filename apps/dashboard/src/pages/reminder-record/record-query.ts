import type { QueryOf } from '@klyngevagt/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api-client.js';

export type RecordAsked = QueryOf<'reminder-record.read'>;

/** Below the key of the reminders: whatever changes one of them asks for the record anew. */
export function recordQuery(slug: string, asked: RecordAsked) {
  return queryOptions({
    queryKey: ['reminders', 'record', slug, asked],
    queryFn: ({ signal }) => api.get('reminder-record.read', { params: { slug }, query: asked, signal }),
    placeholderData: keepPreviousData,
  });
}
