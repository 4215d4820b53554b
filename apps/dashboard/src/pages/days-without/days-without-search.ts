import type { CalendarDate } from '@klyngevagt/scoring';
import { type AsOfSearch, dayIn, readAsOf, textIn } from '../../search-params.js';

export interface DaysWithoutSearch extends AsOfSearch {
  programme?: string | undefined;
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
}

export function readDaysWithoutSearch(raw: Record<string, unknown>): DaysWithoutSearch {
  return {
    ...readAsOf(raw),
    ...textIn(raw, 'programme', /^[a-z0-9-]{1,80}$/),
    ...dayIn(raw, 'from'),
    ...dayIn(raw, 'to'),
  };
}
