import type { BodyInputOf } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api-client.js';
import { calendarFeedsQuery } from './calendar-query.js';
import type { MadeAddress } from './ShownAddress.js';

export function useNewFeed(onMade: (made: MadeAddress) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyInputOf<'calendar-feed.create'>) => api.send('calendar-feed.create', { body }),
    // The address is in no cache: only who made it holds it.
    gcTime: 0,
    onSuccess: (made) => {
      void client.invalidateQueries(calendarFeedsQuery);
      onMade(made);
    },
  });
}
