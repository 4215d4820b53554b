import type { LabelStatus, Level } from '@klyngevagt/contracts';
import { type CalendarDate, isCalendarDate } from '@klyngevagt/scoring';
import type { z } from 'zod';

/** What stands in the address. Rubbish is dropped, never an error page. */
export interface AsOfSearch {
  /** The day asked about; absent for today. */
  on?: CalendarDate | undefined;
  /** Recorded time: what was known then. A day stands for its end; absent for what is known today. */
  known?: string | undefined;
}

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

export const reminderStates = ['planned', 'sending', 'sent', 'uncertain', 'superseded', 'suppressed', 'failed'] as const;
export interface RemindersSearch extends AsOfSearch {
  /** The closed ones instead of the plan. */
  tab?: 'sent' | undefined;
  cluster?: string | undefined;
  state?: (typeof reminderStates)[number] | undefined;
  /** Id of the reminder whose text is shown. */
  reminder?: string | undefined;
}

export const accounts = ['none', 'invited', 'active'] as const;
export const peopleRoles = ['administrator', 'officer', 'reader', 'manager', 'none'] as const;
export interface PeopleSearch extends AsOfSearch {
  find?: string | undefined;
  role?: (typeof peopleRoles)[number] | undefined;
  account?: (typeof accounts)[number] | undefined;
  cluster?: string | undefined;
}

export interface AuditTrailSearch extends AsOfSearch {
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
  /** Id of a person, `system` or `erased`. */
  person?: string | undefined;
  /** Kind of fact, by its table. */
  entity?: string | undefined;
  cluster?: string | undefined;
}

export interface DaysWithoutSearch extends AsOfSearch {
  programme?: string | undefined;
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
}

/** Always names `on` and `known`, so that rubbish is overwritten and not merely left out. */
export function readAsOf(raw: Record<string, unknown>): AsOfSearch {
  const { on, known } = raw;
  const isKnown = isDay(known) || (typeof known === 'string' && instant.test(known) && !Number.isNaN(Date.parse(known)));
  return { on: isDay(on) ? on : undefined, known: isKnown ? (known as string) : undefined };
}

const instant = /^(19|20)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/;

function isDay(value: unknown): value is CalendarDate {
  return typeof value === 'string' && isCalendarDate(value) && value >= '1990-01-01' && value <= '2099-12-31';
}

export function readDaysWithoutSearch(raw: Record<string, unknown>): DaysWithoutSearch {
  return {
    ...readAsOf(raw),
    ...textIn(raw, 'programme', /^[a-z0-9-]{1,80}$/),
    ...(isDay(raw['from']) && { from: raw['from'] }),
    ...(isDay(raw['to']) && { to: raw['to'] }),
  };
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

export function readRemindersSearch(raw: Record<string, unknown>): RemindersSearch {
  return {
    ...readAsOf(raw),
    ...oneOf(raw, 'tab', ['sent'] as const),
    ...textIn(raw, 'cluster', /^[a-z0-9-]{1,80}$/),
    ...oneOf(raw, 'state', reminderStates),
    ...textIn(raw, 'reminder', /^[0-9a-f-]{36}$/i),
  };
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

function dayIn<K extends string>(raw: Record<string, unknown>, key: K): Partial<Record<K, CalendarDate>> {
  const { on } = readAsOf({ on: raw[key] });
  return on === undefined ? {} : ({ [key]: on } as Partial<Record<K, CalendarDate>>);
}

function oneOf<K extends string, const V extends readonly string[]>(
  raw: Record<string, unknown>,
  key: K,
  values: V,
): Partial<Record<K, V[number]>> {
  const found = values.find((value) => value === raw[key]);
  return found === undefined ? {} : ({ [key]: found } as Partial<Record<K, V[number]>>);
}

function textIn<K extends string>(raw: Record<string, unknown>, key: K, pattern: RegExp): Partial<Record<K, string>> {
  const value = raw[key];
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && pattern.test(text) ? ({ [key]: text } as Partial<Record<K, string>>) : {};
}
