import { useQueryClient } from '@tanstack/react-query';

/** After something was saved: everything about the cluster is asked for again. */
export function useRecommendationsChanged(slug: string, onClose: () => void): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['cluster', slug] });
    onClose();
  };
}
