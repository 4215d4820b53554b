import { type AsOfSearch, oneOf, readAsOf, textIn } from '../../search-params.js';

export const tabs = ['calendar', 'table', 'forecast'] as const;
const groupings = ['officer', 'level'] as const;
const courses = ['asBooked', 'usualPace'] as const;

export interface TimelineSearch extends AsOfSearch {
  programme?: string | undefined;
  /** Absent: the bars. */
  tab?: (typeof tabs)[number] | undefined;
  /** Years on the axis; absent: six. */
  zoom?: 1 | 3 | undefined;
  group?: (typeof groupings)[number] | undefined;
  /** Earlier periods at full height instead of a thin line. */
  earlier?: true | undefined;
  /** Course of the projection; absent: nothing happens. */
  course?: (typeof courses)[number] | undefined;
}

export function readTimelineSearch(raw: Record<string, unknown>): TimelineSearch {
  const { zoom } = raw;
  return {
    ...readAsOf(raw),
    ...textIn(raw, 'programme', /^[a-z0-9-]{1,80}$/),
    ...oneOf(raw, 'tab', tabs),
    ...((zoom === 1 || zoom === 3) && { zoom }),
    ...oneOf(raw, 'group', groupings),
    ...(raw['earlier'] === true && { earlier: true as const }),
    ...oneOf(raw, 'course', courses),
  };
}
