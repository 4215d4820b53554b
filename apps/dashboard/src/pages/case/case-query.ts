import type { CaseBoard } from '@klyngevagt/contracts';
import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../api-client.js';
import { useAsOf } from '../../as-of.js';

interface Time {
  on?: CaseBoard['on'] | undefined;
  known?: string | undefined;
}

/** Lies below the cluster's own key: what is recorded about the cluster fetches its cases anew. */
export function casesQuery(slug: string, { on, known }: Time) {
  return queryOptions({
    queryKey: ['cluster', slug, 'cases', on ?? null, known ?? null],
    queryFn: ({ signal }) => api.get('case.read', { params: { slug }, query: { on, known }, signal }),
  });
}

/** The cases of a cluster on the day in the address. */
export function useCases(slug: string): UseQueryResult<CaseBoard> {
  const { time } = useAsOf();
  return useQuery({ ...casesQuery(slug, time), placeholderData: (before) => (before?.cluster.slug === slug ? before : undefined) });
}

/** What would move; nothing is saved. */
export function trialQuery(slug: string, id: string, plannedOn: CaseBoard['on'] | undefined) {
  return queryOptions({
    queryKey: ['cluster', slug, 'cases', 'trial', id, plannedOn ?? null],
    queryFn: ({ signal }) => api.get('milestone.trial', { params: { id }, query: { plannedOn }, signal }),
  });
}
