import { type AsOfSearch, oneOf, readAsOf, textIn } from '../../search-params.js';

export const accounts = ['none', 'invited', 'active'] as const;
export const peopleRoles = ['administrator', 'officer', 'reader', 'manager', 'none'] as const;
export interface PeopleSearch extends AsOfSearch {
  find?: string | undefined;
  role?: (typeof peopleRoles)[number] | undefined;
  account?: (typeof accounts)[number] | undefined;
  cluster?: string | undefined;
}

export function readPeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  return {
    ...readAsOf(raw),
    ...textIn(raw, 'find', /^.{1,80}$/),
    ...oneOf(raw, 'role', peopleRoles),
    ...oneOf(raw, 'account', accounts),
    ...textIn(raw, 'cluster', /^[a-z0-9-]{1,80}$/),
  };
}
