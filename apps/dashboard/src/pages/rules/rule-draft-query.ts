import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api-client.js';

/** Below the rules' key: when a rule changes, drafts are read anew too. */
export const ruleDraftsQuery = queryOptions({
  queryKey: ['rules', 'drafts'],
  queryFn: ({ signal }) => api.get('rule-draft.list', { signal }),
});

/** What is put into a draft is no news for anybody else: whoever has one open asks for it now and then. */
const draftAgeMs = 15_000;

export function ruleDraftQuery(id: string) {
  return queryOptions({
    queryKey: ['rules', 'drafts', id],
    queryFn: ({ signal }) => api.get('rule-draft.read', { params: { id }, signal }),
    refetchInterval: draftAgeMs,
  });
}

/** Key of the mutations after which there is no such draft any more. */
export function endOfDraft(id: string) {
  return ['rule-draft-end', id];
}
