import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api-client.js';

export const calendarFeedsQuery = queryOptions({
  queryKey: ['calendar-feeds'],
  queryFn: ({ signal }) => api.get('calendar-feed.list', { signal }),
});
