import { readTypedDate } from '@klyngevagt/messages/typed-date';
import { isDay } from '@klyngevagt/scoring';
import { typedDate } from '../../typed-date.js';

/** A day, a month or a year as people type it: `31.03.2027`, `03.2027`, `marts 2027`, `2027`. Null when it is none of them. */
export function parseTypedPartial(text: string): string | null {
  const typed = text.trim();
  const read = readTypedDate(typed);
  if (read.kind === 'day') return read.day;
  const partial = read.kind === 'month' ? read.monthEnd.slice(0, 7) : typed;
  return /^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/.test(partial) ? partial : null;
}

/** The same the other way: what stands in the field for a recorded value. */
export function typedPartial(recorded: string | null): string {
  if (recorded === null) return '';
  return isDay(recorded) ? typedDate(recorded) : recorded.split('-').reverse().join('.');
}
