import { type AsOfSearch, oneOf, readAsOf, textIn } from '../../search-params.js';

const kinds = ['self-test', 'expert-a', 'expert-b', 'agreed'] as const;

export interface IndicatorSearch extends AsOfSearch {
  programme?: string | undefined;
  /** Absent: what speaks for each cluster. */
  kind?: (typeof kinds)[number] | undefined;
}

export interface IndicatorsSearch extends IndicatorSearch {
  /** Absent: by group and by name. */
  columns?: 'weakest' | undefined;
  rows?: 'weakest' | undefined;
}

export interface ShownSearch extends AsOfSearch {
  /** Absent: what the page would show by itself. */
  assessment?: string | undefined;
  /** Opened, with its history. */
  indicator?: string | undefined;
}

export function readShownSearch(raw: Record<string, unknown>): ShownSearch {
  return { ...readAsOf(raw), ...textIn(raw, 'assessment', /^[0-9a-f-]{36}$/), ...textIn(raw, 'indicator', /^[\w.-]{1,20}$/) };
}

export function readIndicatorSearch(raw: Record<string, unknown>): IndicatorSearch {
  return { ...readAsOf(raw), ...textIn(raw, 'programme', /^[a-z0-9-]{1,80}$/), ...oneOf(raw, 'kind', kinds) };
}

export function readIndicatorsSearch(raw: Record<string, unknown>): IndicatorsSearch {
  return { ...readIndicatorSearch(raw), ...oneOf(raw, 'columns', ['weakest']), ...oneOf(raw, 'rows', ['weakest']) };
}
