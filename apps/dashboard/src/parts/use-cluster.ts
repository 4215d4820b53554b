import type { ClusterDetail } from '@klyngevagt/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useAsOf } from '../as-of.js';
import { clusterQuery } from '../queries.js';

/** One cluster on the day in the address. While another day is fetched the old one stays, never another cluster's. */
export function useCluster(slug: string): UseQueryResult<ClusterDetail> {
  const { time } = useAsOf();
  return useQuery({
    ...clusterQuery(slug, time),
    placeholderData: (before) => (before?.row.slug === slug ? before : undefined),
  });
}
