import type { Portfolio } from '@klyngevagt/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { portfolioQuery } from '../queries.js';

type Cluster = Pick<Portfolio['rows'][number], 'slug' | 'name' | 'domain'>;

/** Every cluster the reader may see, of whatever programme: the national ones first. */
export function useAllClusters(isNeeded = true): { clusters: Cluster[]; isLoading: boolean } {
  const national = useQuery({ ...portfolioQuery({}), enabled: isNeeded });
  const programmes = national.data?.programmes ?? [];
  const others = useQueries({ queries: programmes.map(({ slug }) => portfolioQuery({ programme: slug })) });
  const rows = [national, ...others].flatMap(({ data }) => data?.rows ?? []);
  return {
    clusters: [...new Map(rows.map((row) => [row.slug, row])).values()],
    isLoading: [national, ...others].some(({ isPending }) => isPending),
  };
}
