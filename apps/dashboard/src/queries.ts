import type { QueryOf } from '@klyngevagt/contracts';
import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import { ApiProblem, api } from './api-client.js';

/** Old data stay on the screen while new ones come. */
const keep = { placeholderData: keepPreviousData } as const;

export const signInOptionsQuery = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: ({ signal }) => api.get('sign-in.options', { signal }),
});
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => api.get('me.read', { signal }), staleTime: 60_000 });
export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: ({ signal }) => api.get('people.list', { signal }) });

export function rulesQuery(query: QueryOf<'rules.list'>) {
  return queryOptions({
    queryKey: ['rules', query.on ?? null, query.known ?? null],
    queryFn: ({ signal }) => api.get('rules.list', { query, signal }),
    ...keep,
  });
}

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => api.get('retention.read', { signal }),
});

export function daysWithoutQuery(query: QueryOf<'days-without.read'>) {
  return queryOptions({
    queryKey: ['portfolio', 'days-without', query],
    queryFn: ({ signal }) => api.get('days-without.read', { query, signal }),
    ...keep,
  });
}

export function portfolioQuery(query: QueryOf<'portfolio.read'>) {
  return queryOptions({
    queryKey: ['portfolio', query.on ?? null, query.known ?? null, query.programme ?? null],
    queryFn: ({ signal }) => api.get('portfolio.read', { query, signal }),
    ...keep,
  });
}

export function clusterQuery(slug: string, { on, known }: QueryOf<'cluster.read'>) {
  return queryOptions({
    queryKey: ['cluster', slug, on ?? null, known ?? null],
    queryFn: ({ signal }) => api.get('cluster.read', { params: { slug }, query: { on, known }, signal }),
  });
}

export function clusterHistoryQuery(slug: string, known: string | undefined) {
  return queryOptions({
    queryKey: ['cluster', slug, 'history', known ?? null],
    queryFn: ({ signal }) => api.get('cluster.history', { params: { slug }, query: { known }, signal }),
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

export function reminderWhyQuery(query: QueryOf<'reminder.why'>) {
  return queryOptions({
    queryKey: ['reminders', 'why', query],
    queryFn: ({ signal }) => api.get('reminder.why', { query, signal }),
  });
}

export function reminderTextQuery(id: string, query: QueryOf<'reminder.text'>) {
  return queryOptions({
    queryKey: ['reminders', 'text', id, query.language ?? null, query.on ?? null, query.known ?? null],
    queryFn: ({ signal }) => api.get('reminder.text', { params: { id }, query, signal }),
    ...keep,
  });
}

/** Refused requests are not repeated; a server that was not reached is tried twice more. */
export function createQueryClient(onSessionEnd: () => void): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (failures, error) => isOutage(error) && failures < 2 },
      // Without a connection a change is refused at once. Left to wait it would be sent later, also when its form was cancelled meanwhile.
      mutations: { retry: false, networkMode: 'always' },
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
