import { readTypedDate } from '@klyngevagt/messages/typed-date';
import type { CalendarDate } from '@klyngevagt/scoring';

/** The day that somebody typed, as `31.03.2027`, `31/3-27` or `31. marts 2027`; with `today` also as "i morgen". Null when it is no day. */
export function parseTypedDate(text: string, today?: CalendarDate): CalendarDate | null {
  const read = readTypedDate(text, today);
  return read.kind === 'day' ? read.day : null;
}

/** `31.03.2027`: the same in both languages, because it is what the field asks for. */
export function typedDate(day: CalendarDate): string {
  return day.split('-').reverse().join('.');
}
