import { useQuery, useQueryClient, queryOptions } from '@tanstack/react-query';
import { api } from '../../api-client.js';
import { useAsOf } from '../../as-of.js';

/** All assessments of a cluster, on the day and as known as the address says. */
export function useClusterAssessments(slug: string) {
  const { time } = useAsOf();
  return useQuery({
    queryKey: ['cluster', slug, 'assessments', time.on ?? null, time.known ?? null],
    queryFn: ({ signal }) => api.get('assessment.list', { params: { slug }, query: time, signal }),
  });
}

export function assessmentQuery(id: string) {
  return queryOptions({
    queryKey: ['assessment', id],
    queryFn: ({ signal }) => api.get('assessment.read', { params: { id }, query: {}, signal }),
  });
}

/** After a step was taken: the sheet and everything about the cluster is asked for again. */
export function useAssessmentChanged(slug: string, id: string): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['assessment', id] });
    void client.invalidateQueries({ queryKey: ['cluster', slug] });
  };
}
