import { calendarDate, type CalendarDate } from '@klyngevagt/scoring';

/** Today's date in Europe/Copenhagen, for commands of the operator; the apps have their own clock. */
export function todayInCopenhagen(): CalendarDate {
  return calendarDate(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date()));
}

const timeInCopenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', timeStyle: 'medium' });

/** The same time of day in Copenhagen on another day: what a mail under the demonstration's clock is dated. */
export function sameHourOn(day: CalendarDate, instant: Date): Date {
  const time = timeInCopenhagen.format(instant);
  const inWinter = new Date(`${day}T${time}+01:00`);
  return timeInCopenhagen.format(inWinter) === time ? inWinter : new Date(`${day}T${time}+02:00`);
}
