import { parseTypedDate, typedDate } from '../../typed-date.js';
import type { CalendarDate } from '@klyngevagt/scoring';

/** What an empty field means: nothing recorded. */
export function orNull(text: string): string | null {
  return text.trim() || null;
}

/** A field that may be left empty. Check `isWrongDay` first. */
export function dayOrNull(text: string): CalendarDate | null {
  return text.trim() ? parseTypedDate(text) : null;
}

/** A field that was checked to hold a day. */
export function dayIn(text: string): CalendarDate {
  const day = parseTypedDate(text);
  if (day === null) throw new Error('The field was not checked');
  return day;
}

export function isWrongDay(text: string): boolean {
  return text.trim() !== '' && parseTypedDate(text) === null;
}

export function dayText(day: CalendarDate | null): string {
  return day === null ? '' : typedDate(day);
}
