import type { LadderList, QueryOf } from '@klyngevagt/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api-client.js';

export type EventLadders = LadderList['events'][number];
export type Ladder = EventLadders['ladders'][number];
export type Step = Ladder['steps'][number];

/** Below the rules' key: when a rule changes, the steps are read anew too. */
export function laddersQuery(query: QueryOf<'ladder.list'>) {
  return queryOptions({
    queryKey: ['rules', 'ladders', query.on ?? null, query.known ?? null],
    queryFn: ({ signal }) => api.get('ladder.list', { query, signal }),
  });
}
