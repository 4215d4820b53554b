import type { QueryOf } from '@klyngevagt/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api-client.js';

/** Below the cluster's key: whatever changes the cluster fetches them again. */
export function chainQuery(slug: string, query: QueryOf<'chain.read'>) {
  return queryOptions({
    queryKey: ['cluster', slug, 'chain', query],
    queryFn: ({ signal }) => api.get('chain.read', { params: { slug }, query, signal }),
  });
}

export function clusterForecastQuery(slug: string, query: QueryOf<'cluster.forecast'>) {
  return queryOptions({
    queryKey: ['cluster', slug, 'forecast', query],
    queryFn: ({ signal }) => api.get('cluster.forecast', { params: { slug }, query, signal }),
  });
}

/** Nothing of it is saved: not here, and not on the server. */
export function auditTrialQuery(slug: string, query: QueryOf<'audit.try'>) {
  return queryOptions({
    queryKey: ['cluster', slug, 'audit-trial', query],
    queryFn: ({ signal }) => api.get('audit.try', { params: { slug }, query, signal }),
  });
}
