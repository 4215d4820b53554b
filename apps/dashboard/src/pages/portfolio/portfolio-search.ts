import type { LabelStatus, Level } from '@klyngevagt/contracts';
import type { z } from 'zod';
import { type AsOfSearch, oneOf, readAsOf, textIn } from '../../search-params.js';

export const tiles = ['not-in-force', 'expiring', 'unknown', 'in-force'] as const;
export const views = ['needs-action', 'mine', 'six-months'] as const;
export const bookings = ['booked', 'not-booked'] as const;
export const sortColumns = ['name', 'status', 'level', 'validUntil', 'daysLeft', 'recertification', 'officer'] as const;
export type TileName = (typeof tiles)[number];
export type ViewName = (typeof views)[number];
export type SortColumn = (typeof sortColumns)[number];
type LevelName = z.infer<typeof Level>;
export type StatusName = z.infer<typeof LabelStatus>;

export interface PortfolioSearch extends AsOfSearch {
  programme?: string | undefined;
  tile?: TileName | undefined;
  view?: ViewName | undefined;
  level?: LevelName | undefined;
  /** Id of the responsible officer, or `none`. */
  officer?: string | undefined;
  booking?: (typeof bookings)[number] | undefined;
  find?: string | undefined;
  sort?: SortColumn | undefined;
  /** Descending; absent for ascending. */
  descending?: true | undefined;
}

export function readPortfolioSearch(raw: Record<string, unknown>): PortfolioSearch {
  return {
    ...readAsOf(raw),
    ...textIn(raw, 'programme', /^[a-z0-9-]{1,80}$/),
    ...oneOf(raw, 'tile', tiles),
    ...oneOf(raw, 'view', views),
    ...oneOf(raw, 'level', ['bronze', 'silver', 'gold'] as const),
    ...textIn(raw, 'officer', /^[a-z0-9-]{1,40}$/i),
    ...oneOf(raw, 'booking', bookings),
    ...textIn(raw, 'find', /^.{1,80}$/),
    ...oneOf(raw, 'sort', sortColumns),
    ...(raw['descending'] === true && { descending: true as const }),
  };
}
