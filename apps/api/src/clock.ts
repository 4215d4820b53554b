import { sameHourOn } from '@klyngevagt/db';
import { addDays, type CalendarDate } from '@klyngevagt/scoring';

/** What day it is: the date in Copenhagen, or the demonstration's where one is set. The only place of the API that asks. */
export class Clock {
  constructor(private readonly readDemoDay: (() => Promise<CalendarDate | null>) | null) {}

  async today(): Promise<CalendarDate> {
    return (await this.readDemoDay?.()) ?? realToday();
  }

  now(): Date {
    return new Date();
  }

  /** What a mail says of when it was written: under the demonstration's clock its day, at the hour on the wall. Null: now. */
  async writtenAt(): Promise<Date | null> {
    const day = await this.readDemoDay?.();
    return day ? sameHourOn(day, this.now()) : null;
  }
}

/** The date in Copenhagen now, whatever the demonstration's clock shows. */
export function realToday(): CalendarDate {
  return copenhagenDate(new Date());
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

const copenhagenTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const minuteMs = 60_000;
/** The worker's schedule: every quarter of an hour from six to a quarter to seven in the evening. */
const firstQuarter = 6 * 60;
const lastQuarter = 18 * 60 + 45;

/** The latest quarter of an hour, not after the instant, in which the worker sends. Through a night up to an hour early, for the clock changes. */
export function lastQuarterOfOfficeHours(instant: Date): Date {
  const [hour = 0, minute = 0] = copenhagenTime.format(instant).split(':').map(Number);
  const minutes = hour * 60 + minute;
  const wholeMinute = Math.floor(instant.getTime() / minuteMs) * minuteMs;
  const back = minutes < firstQuarter ? minutes + 24 * 60 - lastQuarter + 60 : minutes > lastQuarter ? minutes - lastQuarter : minutes % 15;
  return new Date(wholeMinute - back * minuteMs);
}
