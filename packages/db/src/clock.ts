import { calendarDate, type CalendarDate } from '@klyngevagt/scoring';

/** Today's date in Europe/Copenhagen, for commands of the operator; the apps have their own clock. */
export function todayInCopenhagen(): CalendarDate {
  return calendarDate(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date()));
}
