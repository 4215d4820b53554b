import type { CalendarDate } from '@klyngevagt/scoring';

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
