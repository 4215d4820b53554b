import type { CalendarDate } from '@klyngevagt/scoring';
import { type AsOfSearch, dayIn, readAsOf, textIn } from '../../search-params.js';

export interface AuditTrailSearch extends AsOfSearch {
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
  /** Id of a person, `system` or `erased`. */
  person?: string | undefined;
  /** Kind of fact, by its table. */
  entity?: string | undefined;
  cluster?: string | undefined;
}

/** Names every filter, like `on`: the server would refuse rubbish. */
export function readAuditTrailSearch(raw: Record<string, unknown>): AuditTrailSearch {
  return {
    ...readAsOf(raw),
    from: undefined,
    to: undefined,
    person: undefined,
    entity: undefined,
    cluster: undefined,
    ...dayIn(raw, 'from'),
    ...dayIn(raw, 'to'),
    ...textIn(raw, 'person', /^([0-9a-f-]{36}|system|erased)$/),
    ...textIn(raw, 'entity', /^[a-z_]{3,30}$/),
    ...textIn(raw, 'cluster', /^[a-z0-9-]{1,80}$/),
  };
}
