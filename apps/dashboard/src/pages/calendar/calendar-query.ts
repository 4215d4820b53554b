import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api-client.js';

/** Everybody else's, for whoever manages accounts. */
export const issuedFeedsQuery = queryOptions({
  queryKey: ['calendar-feeds', 'issued'],
  queryFn: ({ signal }) => api.get('issued-calendar-feed.list', { signal }),
});

export const calendarFeedsQuery = queryOptions({
  queryKey: ['calendar-feeds'],
  queryFn: ({ signal }) => api.get('calendar-feed.list', { signal }),
});
