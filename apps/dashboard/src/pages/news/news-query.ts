import type { News } from '@klyngevagt/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api-client.js';

/** Asked for once: what comes while the page is open is news for the next time. */
export const newsQuery = queryOptions({
  queryKey: ['news'],
  queryFn: ({ signal }) => api.get('news.read', { signal }),
  staleTime: 300_000,
  refetchOnWindowFocus: false,
});

/** Marks what the answer told as seen, and nothing that came after it. */
export function useMarkLooked({ until, today }: Pick<News, 'until' | 'today'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.send('news.looked', { body: { until, today } }),
    onSuccess: () => client.invalidateQueries({ queryKey: newsQuery.queryKey }),
  });
}
