import { addDays, addMonths, type CalendarDate } from '@klyngevagt/scoring';
import type { WatchAxis } from '../../parts/watch-axis.js';

export type Zoom = 1 | 3 | 6;

/** What came before takes a quarter to two fifths of the axis: what is to come matters more. */
const monthsBefore: Record<Zoom, number> = { 1: 3, 3: 12, 6: 28 };

/** Whole quarters around a day. */
export function timelineAxis(on: CalendarDate, zoom: Zoom): WatchAxis {
  const from = quarterStart(addMonths(on, -monthsBefore[zoom]));
  const to = addDays(addMonths(from, zoom * 12), -1);
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  return { from, to, years: Array.from({ length: last - first + 1 }, (_, index) => first + index) };
}

interface Tick {
  on: CalendarDate;
  /** A year begins here, or the axis does. */
  isYear: boolean;
}

/** Where lines stand: each quarter, or each month where the axis is a year. */
export function ticksOf({ from, to }: WatchAxis, zoom: Zoom): Tick[] {
  const step = zoom === 1 ? 1 : 3;
  const ticks: Tick[] = [];
  for (let on = from; on <= to; on = addMonths(on, step)) ticks.push({ on, isYear: on.endsWith('-01-01') });
  return ticks;
}

/** Ticks that carry words: years, and on an axis of one year the months. The first one says its year only where there is room for it. */
export function labelledTicks(axis: WatchAxis, zoom: Zoom): Tick[] {
  const ticks = ticksOf(axis, zoom);
  if (zoom === 1) return ticks;
  const years = ticks.filter(({ isYear }) => isYear);
  const next = years[0];
  const hasRoom = next === undefined || next.on >= addMonths(axis.from, zoom);
  return axis.from.endsWith('-01-01') || !hasRoom ? years : [{ on: axis.from, isYear: true }, ...years];
}

function quarterStart(day: CalendarDate): CalendarDate {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01` as CalendarDate;
}
