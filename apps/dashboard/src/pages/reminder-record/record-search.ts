import type { CalendarDate } from '@klyngevagt/scoring';
import { type AsOfSearch, dayIn, readAsOf } from '../../search-params.js';

/** The days between which reminders were to go out; absent: the whole course. */
export interface RecordSearch extends AsOfSearch {
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
}

export function readRecordSearch(raw: Record<string, unknown>): RecordSearch {
  return { ...readAsOf(raw), ...dayIn(raw, 'from'), ...dayIn(raw, 'to') };
}
