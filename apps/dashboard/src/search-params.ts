import { type CalendarDate, isCalendarDate } from '@klyngevagt/scoring';

/** What stands in the address. Rubbish is dropped, never an error page. */
export interface AsOfSearch {
  /** The day asked about; absent for today. */
  on?: CalendarDate | undefined;
  /** Recorded time: what was known then. A day stands for its end; absent for what is known today. */
  known?: string | undefined;
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

/** Each of the following gives the key with its value when the address holds a sound one, else nothing to spread. */
export function dayIn<K extends string>(raw: Record<string, unknown>, key: K): Partial<Record<K, CalendarDate>> {
  const value = raw[key];
  return isDay(value) ? ({ [key]: value } as Partial<Record<K, CalendarDate>>) : {};
}

export function oneOf<K extends string, const V extends readonly string[]>(
  raw: Record<string, unknown>,
  key: K,
  values: V,
): Partial<Record<K, V[number]>> {
  const found = values.find((value) => value === raw[key]);
  return found === undefined ? {} : ({ [key]: found } as Partial<Record<K, V[number]>>);
}

export function textIn<K extends string>(raw: Record<string, unknown>, key: K, pattern: RegExp): Partial<Record<K, string>> {
  const value = raw[key];
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && pattern.test(text) ? ({ [key]: text } as Partial<Record<K, string>>) : {};
}
