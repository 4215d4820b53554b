import type { DocumentList, DocumentSubject } from '@klyngevagt/contracts';
import { keepPreviousData, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api-client.js';
import { useAsOf } from '../as-of.js';

/** The documents of a cluster, or of one thing of it, on the day in the address. They belong to the cluster's facts: one key, one refresh. */
export function useDocuments(slug: string, subject: DocumentSubject | null, isAllowed = true): UseQueryResult<DocumentList> {
  const { time } = useAsOf();
  const query = { ...time, ...(subject && { kind: subject.kind, subject: subject.id }) };
  return useQuery(
    queryOptions({
      queryKey: ['cluster', slug, 'documents', query],
      queryFn: ({ signal }) => api.get('document.list', { params: { slug }, query, signal }),
      placeholderData: keepPreviousData,
      enabled: isAllowed,
    }),
  );
}
