import { type CalendarDate, isCalendarDate } from '@klyngevagt/scoring';

/** What people type: `31.03.2027`, `31/3 2027`, `31-3-27`, `31032027`, `2027-03-31`. Null when it is no day. */
export function parseTypedDate(text: string): CalendarDate | null {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const danish = /^(\d{1,2})[.\-/ ]+(\d{1,2})[.\-/ ]+(\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  return danish ? dayOf(danish[3], danish[2], danish[1]) : null;
}

/** `31.03.2027`: the same in both languages, because it is what the field asks for. */
export function typedDate(day: CalendarDate): string {
  return day.split('-').reverse().join('.');
}

function dayOf(year = '', month = '', day = ''): CalendarDate | null {
  const text = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(text) ? text : null;
}
