import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api-client.js';

/** Below the rules: what changes them changes these. */
export function frameworksQuery(known: string | undefined) {
  return queryOptions({
    queryKey: ['rules', 'frameworks', known ?? null],
    queryFn: ({ signal }) => api.get('framework.list', { query: { known }, signal }),
  });
}

export function frameworkQuery(id: string, known: string | undefined) {
  return queryOptions({
    queryKey: ['rules', 'framework', id, known ?? null],
    queryFn: ({ signal }) => api.get('framework.read', { params: { id }, query: { known }, signal }),
  });
}

export function comparisonQuery(id: string) {
  return queryOptions({
    queryKey: ['rules', 'framework-comparison', id],
    queryFn: ({ signal }) => api.get('framework.compare', { params: { id }, signal }),
  });
}
