import type { QueryOf } from '@klyngevagt/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api-client.js';

/** Below `portfolio`, so that whatever changes the portfolio fetches them again. Old data stay while new ones come. */
const keep = { placeholderData: keepPreviousData } as const;

export function timelineQuery(query: QueryOf<'timeline.read'>) {
  return queryOptions({
    queryKey: ['portfolio', 'timeline', query],
    queryFn: ({ signal }) => api.get('timeline.read', { query, signal }),
    ...keep,
  });
}

export function forecastQuery(query: QueryOf<'forecast.read'>) {
  return queryOptions({
    queryKey: ['portfolio', 'forecast', query],
    queryFn: ({ signal }) => api.get('forecast.read', { query, signal }),
    ...keep,
  });
}

export function auditClashQuery(query: QueryOf<'audit-clash.read'>) {
  return queryOptions({
    queryKey: ['portfolio', 'audit-clash', query],
    queryFn: ({ signal }) => api.get('audit-clash.read', { query, signal }),
    ...keep,
  });
}
