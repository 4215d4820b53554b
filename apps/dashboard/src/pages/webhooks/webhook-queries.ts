import type { WebhookDeliveryList, WebhookDeliveryState } from '@klyngevagt/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api-client.js';

/** Deliveries change by themselves. */
const lookAgainMs = 5000;

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks', 'list'],
  queryFn: ({ signal }) => api.get('webhook.list', { signal }),
  refetchInterval: lookAgainMs,
});

export interface DeliveryFilter {
  endpoint?: string | undefined;
  state?: WebhookDeliveryState | undefined;
}

/** Page by page, each from the last row of the one before. */
export function deliveriesQuery(filter: DeliveryFilter) {
  return infiniteQueryOptions({
    queryKey: ['webhooks', 'deliveries', filter],
    queryFn: ({ pageParam, signal }) => api.get('webhook-delivery.list', { query: { ...filter, before: pageParam, limit: 25 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextBefore }: WebhookDeliveryList) => nextBefore ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: lookAgainMs,
  });
}
