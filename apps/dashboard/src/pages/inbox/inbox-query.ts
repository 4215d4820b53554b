import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../api-client.js';

/** Below the key of reminders: what arrives shows by itself. */
export const inboxQuery = infiniteQueryOptions({
  queryKey: ['reminders', 'inbox'],
  queryFn: ({ signal, pageParam }) => api.get('inbox.list', { query: pageParam === null ? {} : { before: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextBefore,
});
