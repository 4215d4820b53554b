import { calendarDate, type CalendarDate, daysBetween, partsOf } from '@klyngevagt/scoring';

/** The stretch of time that a row of bars shows: three calendar years, with the day asked about well inside. */
export interface WatchAxis {
  from: CalendarDate;
  to: CalendarDate;
  years: number[];
}

export function watchAxis(on: CalendarDate, length = 3): WatchAxis {
  const { year, month } = partsOf(on);
  const first = month <= 3 ? year - 1 : year;
  const years = Array.from({ length }, (_, index) => first + index);
  return { from: calendarDate(`${first}-01-01`), to: calendarDate(`${first + length - 1}-12-31`), years };
}

/** Where a day stands on the axis, 0 to 100; days outside stand at the edge. */
export function placeOn(axis: WatchAxis, day: CalendarDate): number {
  const share = daysBetween(axis.from, day) / (daysBetween(axis.from, axis.to) + 1);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}

export function isOnAxis(axis: WatchAxis, day: CalendarDate): boolean {
  return day >= axis.from && day <= axis.to;
}
