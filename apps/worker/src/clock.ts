import { sameHourOn } from '@klyngevagt/db';
import type { CalendarDate } from '@klyngevagt/scoring';

/** What day it is: the date in Copenhagen, or the demonstration's where one is set. The only place of the worker that asks. */
export interface Clock {
  today(): Promise<CalendarDate>;
  /** The day that it was at an instant; the demonstration's present one where it is set. */
  dayOf(instant: string): Promise<CalendarDate>;
  /** What a mail of a day says of when it was written: in a demonstration that day, at the hour on the wall. Null outside one: now. */
  writtenAt(day: CalendarDate): Date | null;
  /** When something of a day happened, as mails tell it: in a demonstration on that day, at the hour on the wall. */
  toldAt(day: CalendarDate, instant: Date): Date;
  /** The hour in Copenhagen, 0 to 23, by the clock on the wall. */
  hour(): number;
  /** Moves the demonstration's date. Null outside a demonstration: the real date is nobody's to set. */
  setToday: ((day: CalendarDate) => Promise<void>) | null;
}

/** The row that API and worker both read. */
interface DemoClock {
  read(): Promise<CalendarDate | null>;
  set(day: CalendarDate | null): Promise<void>;
}

export function createClock(demoClock: DemoClock | null): Clock {
  return {
    today: async () => (await demoClock?.read()) ?? copenhagenDate(new Date()),
    dayOf: async (instant) => (await demoClock?.read()) ?? copenhagenDate(new Date(instant)),
    writtenAt: (day) => (demoClock === null ? null : sameHourOn(day, new Date())),
    toldAt: (day, instant) => (demoClock === null ? instant : sameHourOn(day, instant)),
    hour: () => Number(hourInCopenhagen.format(new Date())),
    setToday: demoClock === null ? null : (day) => demoClock.set(day),
  };
}

const hourInCopenhagen = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', hourCycle: 'h23' });

const inCopenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit' });

export function copenhagenDate(instant: Date): CalendarDate {
  return inCopenhagen.format(instant) as CalendarDate;
}
