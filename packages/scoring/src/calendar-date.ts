/**
 * Plain days. A label expires on a day, not at an instant, so nothing here knows hours, time zones or a clock: the same arithmetic
 * gives the same day on every machine.
 */
declare const brand: unique symbol;

/** A plain day `YYYY-MM-DD` in Europe/Copenhagen, valid through its end. Orders as a string. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };

/** A day, month or year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type PartialDate = string;

export type Precision = 'day' | 'month' | 'year';

/** Year, month 1-12 and day 1-31. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
}

/** Reads a day. Throws a RangeError for anything that is not an existing day written `YYYY-MM-DD`. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${text}`);
  return text;
}

/** Whether the text is an existing day written `YYYY-MM-DD`, years 0001 to 9999. */
export function isCalendarDate(text: string): text is CalendarDate {
  return precisionOf(text) === 'day';
}

/** Precision of a partial date; null where the text names no existing day, month or year. */
export function precisionOf(text: PartialDate): Precision | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match || match[1] === '0000') return null;
  if (match[2] === undefined) return 'year';
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined) return 'month';
  const day = Number(match[3]);
  return day >= 1 && day <= daysInMonth(Number(match[1]), month) ? 'day' : null;
}

/** Whether a partial date that was checked before is a whole day. Null and coarser dates are not. */
export function isDay(date: PartialDate | null): date is CalendarDate {
  return date !== null && date.length === 10;
}

/** First day that a partial date may mean: the day itself, or the first of the month or year. */
export function earliestOf(date: PartialDate): CalendarDate {
  return (date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01`) as CalendarDate;
}

/** Last day that a partial date may mean: the day itself, or the last of the month or year. */
export function latestOf(date: PartialDate): CalendarDate {
  if (date.length === 10) return date as CalendarDate;
  return date.length === 7 ? endOfMonth(`${date}-01` as CalendarDate) : (`${date}-12-31` as CalendarDate);
}

/** Year, month and day as numbers. */
export function partsOf(date: CalendarDate): DateParts {
  return { year: digits(date, 0, 4), month: digits(date, 5, 7), day: digits(date, 8, 10) };
}

/** The day with these parts. Throws a RangeError where there is none. */
export function fromParts({ year, month, day }: DateParts): CalendarDate {
  return calendarDate(write(year, month, day));
}

/** The day so many calendar days later, earlier if negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayOfNumber(dayNumber(date) + days);
}

/**
 * The same day so many months later, earlier if negative. A month end stays a month end (2027-02-28 + 12 is 2028-02-29); a day that
 * the month does not have becomes its last.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  const last = daysInMonth(toYear, toMonth);
  const wasLast = day === daysInMonth(year, month);
  return write(toYear, toMonth, wasLast || day > last ? last : day);
}

/** Last day of the day's month. */
export function endOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = partsOf(date);
  return write(year, month, daysInMonth(year, month));
}

/** Calendar days from one day to another: 0 for the same day, negative where `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 Monday to 7 Sunday. */
export function weekday(date: CalendarDate): number {
  return weekdayOfNumber(dayNumber(date));
}

/** Weekday of a day number, 1 Monday to 7 Sunday. Day 0 (1970-01-01) was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The later of two days. */
export function laterOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}

/** The earlier of two days. */
export function earlierOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one < other ? one : other;
}

/** Days since 1970-01-01 in the Gregorian calendar (algorithm: Howard Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayNumber(date: CalendarDate): number {
  const month = digits(date, 5, 7);
  const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(date, 8, 10) - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The day with this number: the inverse of `dayNumber`. Throws a RangeError outside the years 0001 to 9999. */
export function dayOfNumber(number: number): CalendarDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return write(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}

function write(year: number, month: number, day: number): CalendarDate {
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`Outside the years 0001 to 9999: ${year}`);
  const text = `${year < 1000 ? String(year).padStart(4, '0') : year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
  return text as CalendarDate;
}
