import type { QueryOf } from '@klyngevagt/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api-client.js';

type Asked = Pick<QueryOf<'indicator.map'>, 'on' | 'known' | 'programme' | 'kind'>;

/** Below the portfolio: what changes a cluster changes them. */
export function heatMapQuery(asked: Asked) {
  return queryOptions({
    queryKey: ['portfolio', 'indicators', asked],
    queryFn: ({ signal }) => api.get('indicator.map', { query: { ...asked, level: 'gold' }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function rankingQuery(code: string, asked: Asked) {
  return queryOptions({
    queryKey: ['portfolio', 'indicator', code, asked],
    queryFn: ({ signal }) => api.get('indicator.ranking', { params: { code }, query: { ...asked, level: 'gold' }, signal }),
  });
}
