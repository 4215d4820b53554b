import type { QueryOf } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';
import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import { ApiProblem, api } from './api-client.js';

/** Old data stay on the screen while new ones come. */
const keep = { placeholderData: keepPreviousData } as const;

export const signInOptionsQuery = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: ({ signal }) => api.get('sign-in.options', { signal }),
});
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => api.get('me.read', { signal }), staleTime: 60_000 });
export const rulesQuery = queryOptions({ queryKey: ['rules'], queryFn: ({ signal }) => api.get('rules.list', { signal }) });
export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: ({ signal }) => api.get('people.list', { signal }) });

export function portfolioQuery(query: QueryOf<'portfolio.read'>) {
  return queryOptions({
    queryKey: ['portfolio', query.on ?? null, query.programme ?? null],
    queryFn: ({ signal }) => api.get('portfolio.read', { query, signal }),
    ...keep,
  });
}

export function clusterQuery(slug: string, on: CalendarDate | undefined) {
  return queryOptions({
    queryKey: ['cluster', slug, on ?? null],
    queryFn: ({ signal }) => api.get('cluster.read', { params: { slug }, query: { on }, signal }),
  });
}

export function clusterHistoryQuery(slug: string) {
  return queryOptions({
    queryKey: ['cluster', slug, 'history'],
    queryFn: ({ signal }) => api.get('cluster.history', { params: { slug }, signal }),
  });
}

export function validityProposalQuery(slug: string, query: QueryOf<'award.proposal'>) {
  return queryOptions({
    queryKey: ['cluster', slug, 'proposal', query],
    queryFn: ({ signal }) => api.get('award.proposal', { params: { slug }, query, signal }),
    ...keep,
  });
}

export function remindersQuery(query: QueryOf<'reminder.list'>) {
  return queryOptions({
    queryKey: ['reminders', 'list', query],
    queryFn: ({ signal }) => api.get('reminder.list', { query, signal }),
    ...keep,
  });
}

export function reminderTextQuery(id: string, language: 'da' | 'en' | undefined) {
  return queryOptions({
    queryKey: ['reminders', 'text', id, language ?? null],
    queryFn: ({ signal }) => api.get('reminder.text', { params: { id }, query: { language }, signal }),
    ...keep,
  });
}

/** Refused requests are not repeated; a server that was not reached is tried twice more. */
export function createQueryClient(onSessionEnd: () => void): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (failures, error) => isOutage(error) && failures < 2 },
      mutations: { retry: false },
    },
  });
  client.getQueryCache().subscribe((event) => {
    const isEnded = event.type === 'updated' && event.action.type === 'error' && hasCode(event.action.error, 'not-signed-in');
    if (isEnded) onSessionEnd();
  });
  return client;
}

export function hasCode(error: unknown, code: ApiProblem['code']): boolean {
  return error instanceof ApiProblem && error.code === code;
}

function isOutage(error: unknown): boolean {
  return error instanceof ApiProblem && (error.code === 'offline' || error.status >= 502);
}
