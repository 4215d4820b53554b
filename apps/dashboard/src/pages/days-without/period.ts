import type { CalendarDate } from '@klyngevagt/scoring';

export interface Period {
  from: CalendarDate;
  to: CalendarDate;
}

/** What the address asks for; else the year of the day shown, up to that day. An order that makes no sense counts as not asked. */
export function periodOf({ from, to }: { from?: CalendarDate | undefined; to?: CalendarDate | undefined }, on: CalendarDate): Period {
  const end = to ?? on;
  const start = from ?? firstOfYear(end);
  return start <= end ? { from: start, to: end } : { from: firstOfYear(end), to: end };
}

/** The whole year before, and this one as far as it has come. */
export function usualPeriods(today: CalendarDate): Record<'lastYear' | 'thisYear', Period> {
  const year = Number(today.slice(0, 4)) - 1;
  return {
    lastYear: { from: `${year}-01-01` as CalendarDate, to: `${year}-12-31` as CalendarDate },
    thisYear: { from: firstOfYear(today), to: today },
  };
}

function firstOfYear(day: CalendarDate): CalendarDate {
  return `${day.slice(0, 4)}-01-01` as CalendarDate;
}
