import { addDays, type CalendarDate } from '@klyngevagt/scoring';

/** What day it is: the date in Copenhagen, or the demonstration's where one is set. The only place of the API that asks. */
export class Clock {
  constructor(private readonly readDemoDay: (() => Promise<CalendarDate | null>) | null) {}

  async today(): Promise<CalendarDate> {
    return (await this.readDemoDay?.()) ?? copenhagenDate(new Date());
  }

  now(): Date {
    return new Date();
  }
}

const inCopenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit' });

export function copenhagenDate(instant: Date): CalendarDate {
  return inCopenhagen.format(instant) as CalendarDate;
}

/** The last microsecond of a day in Copenhagen, in UTC. The clocks change at one in the morning UTC, so midnight comes once a day, one or two hours before UTC's. */
export function endOfCopenhagenDay(day: CalendarDate): string {
  const next = addDays(day, 1);
  const midnightInSummer = new Date(Date.parse(`${next}T00:00:00Z`) - 2 * 3_600_000);
  const isSummer = copenhagenDate(midnightInSummer) === next;
  return isSummer ? `${day}T21:59:59.999999Z` : `${day}T22:59:59.999999Z`;
}
