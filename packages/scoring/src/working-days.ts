import { dayNumber, dayOfNumber, weekdayOfNumber, type CalendarDate } from './calendar-date.js';
import type { ClosedDays } from './rules.js';

/**
 * Working days: every day but weekends and the closed days of the calendar. Outside the calendar nothing is known, and every answer
 * is null: a guess that misses a holiday would move a deadline in silence.
 */

/** Whether nobody works on the day; null outside the calendar. */
export function isClosed(day: CalendarDate, closedDays: ClosedDays): boolean | null {
  const calendar = calendarOf(closedDays);
  const index = dayNumber(day) - calendar.first;
  return calendar.knows(index) ? calendar.closed[index] === 1 : null;
}

/** The day itself if it is open, else the open day before it; null outside the calendar. */
export function openDayOnOrBefore(day: CalendarDate, closedDays: ClosedDays): CalendarDate | null {
  const calendar = calendarOf(closedDays);
  let index = dayNumber(day) - calendar.first;
  if (!calendar.knows(index)) return null;
  if (calendar.closed[index] === 0) return day;
  while (calendar.knows(index) && calendar.closed[index] === 1) index -= 1;
  return calendar.knows(index) ? dayOfNumber(index + calendar.first) : null;
}

/** The open day so many working days before the day, which itself need not be open; null outside the calendar. */
export function subtractWorkingDays(day: CalendarDate, count: number, closedDays: ClosedDays): CalendarDate | null {
  const calendar = calendarOf(closedDays);
  let index = dayNumber(day) - calendar.first;
  if (!calendar.knows(index)) return null;
  for (let left = count; left > 0;) {
    index -= 1;
    if (!calendar.knows(index)) return null;
    if (calendar.closed[index] === 0) left -= 1;
  }
  return dayOfNumber(index + calendar.first);
}

/** The day itself if it is open, else the open day after it; null outside the calendar. */
export function openDayOnOrAfter(day: CalendarDate, closedDays: ClosedDays): CalendarDate | null {
  return addWorkingDays(day, 0, closedDays);
}

/** The open day so many working days after the day; with 0 the day itself or the next open one. Null outside the calendar. */
export function addWorkingDays(day: CalendarDate, count: number, closedDays: ClosedDays): CalendarDate | null {
  const calendar = calendarOf(closedDays);
  let index = dayNumber(day) - calendar.first;
  for (let left = count; left > 0;) {
    index += 1;
    if (!calendar.knows(index)) return null;
    if (calendar.closed[index] === 0) left -= 1;
  }
  while (calendar.knows(index) && calendar.closed[index] === 1) index += 1;
  return calendar.knows(index) ? dayOfNumber(index + calendar.first) : null;
}

/**
 * Working days from one day to another: the open days after `from` up to and with `to`. 0 for the same day, negative where `to`
 * comes first; null outside the calendar.
 */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, closedDays: ClosedDays): number | null {
  const calendar = calendarOf(closedDays);
  const start = dayNumber(from) - calendar.first;
  const end = dayNumber(to) - calendar.first;
  if (!calendar.knows(start) || !calendar.knows(end)) return null;
  return (calendar.openUpTo[end] ?? 0) - (calendar.openUpTo[start] ?? 0);
}

/** A calendar as arrays, so that counting over years costs two look-ups. */
interface CalendarTable {
  first: number;
  /** 1 where closed, by days since `first`. */
  closed: Uint8Array;
  /** Open days from the first up to and with this one. */
  openUpTo: Int32Array;
  knows(index: number): boolean;
}

const tables = new WeakMap<ClosedDays, CalendarTable>();

function calendarOf(closedDays: ClosedDays): CalendarTable {
  const known = tables.get(closedDays);
  if (known) return known;
  const table = buildTable(closedDays);
  tables.set(closedDays, table);
  return table;
}

function buildTable({ from, to, days }: ClosedDays): CalendarTable {
  const first = dayNumber(from);
  const length = Math.max(0, dayNumber(to) - first + 1);
  const closed = new Uint8Array(length);
  for (const day of days) {
    const index = dayNumber(day) - first;
    if (index >= 0 && index < length) closed[index] = 1;
  }
  const openUpTo = new Int32Array(length);
  let open = 0;
  for (let index = 0; index < length; index += 1) {
    if (weekdayOfNumber(first + index) > 5) closed[index] = 1;
    if (closed[index] === 0) open += 1;
    openUpTo[index] = open;
  }
  return { first, closed, openUpTo, knows: (index) => index >= 0 && index < length };
}
