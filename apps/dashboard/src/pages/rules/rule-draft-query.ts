import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api-client.js';

/** Below the rules' key: when a rule changes, drafts are read anew too. */
export const ruleDraftsQuery = queryOptions({
  queryKey: ['rules', 'drafts'],
  queryFn: ({ signal }) => api.get('rule-draft.list', { signal }),
});

export function ruleDraftQuery(id: string) {
  return queryOptions({
    queryKey: ['rules', 'drafts', id],
    queryFn: ({ signal }) => api.get('rule-draft.read', { params: { id }, signal }),
  });
}

/** Key of the mutations after which there is no such draft any more. */
export function endOfDraft(id: string) {
  return ['rule-draft-end', id];
}
