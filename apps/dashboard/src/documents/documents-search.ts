import type { DocumentView } from '@klyngevagt/contracts';
import { type AsOfSearch, oneOf, readAsOf } from '../search-params.js';

export const shownStates = ['missing', 'returned', 'received', 'approved'] as const satisfies readonly DocumentView['state'][];
const subjects = [
  'cluster',
  'case',
  'milestone',
  'award',
  'indicator',
  'plan',
] as const satisfies readonly DocumentView['subject']['kind'][];

/** Absent: all of them. */
export interface DocumentsSearch extends AsOfSearch {
  state?: (typeof shownStates)[number] | undefined;
  subject?: (typeof subjects)[number] | undefined;
}

export function readDocumentsSearch(raw: Record<string, unknown>): DocumentsSearch {
  return { ...readAsOf(raw), ...oneOf(raw, 'state', shownStates), ...oneOf(raw, 'subject', subjects) };
}
