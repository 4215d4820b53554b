import { addDays, addMonths, endOfMonth, weekday, type CalendarDate } from '@klyngevagt/scoring';

/** First month end that lies at least so many days after a day. */
export function monthEndAfter(day: CalendarDate, days: number): CalendarDate {
  return endOfMonth(addDays(day, days));
}

/** Last month end that lies at most so many days after a day; negative: before it. */
export function monthEndBefore(day: CalendarDate, days: number): CalendarDate {
  const limit = addDays(day, days);
  return endOfMonth(limit) === limit ? limit : addDays(firstOfMonth(limit), -1);
}

/** First day of a period of whole months that ends on a month end. */
export function periodStart(end: CalendarDate, months: number): CalendarDate {
  return addDays(endOfMonth(addMonths(firstOfMonth(end), -months)), 1);
}

/** The day itself or the first weekday after it that is not closed. */
export function openDayFrom(day: CalendarDate, closed: ReadonlySet<CalendarDate>): CalendarDate {
  let candidate = day;
  while (weekday(candidate) >= 6 || closed.has(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}

function firstOfMonth(day: CalendarDate): CalendarDate {
  return `${day.slice(0, 7)}-01` as CalendarDate;
}
