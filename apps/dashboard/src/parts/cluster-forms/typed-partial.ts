import { isDay } from '@klyngevagt/scoring';
import { parseTypedDate, typedDate } from '../../typed-date.js';

/** A day, a month or a year as people type it: `31.03.2027`, `03.2027`, `2027`. Null when it is none of them. */
export function parseTypedPartial(text: string): string | null {
  const typed = text.trim();
  const day = parseTypedDate(typed);
  if (day) return day;
  if (/^(19|20)\d\d$/.test(typed)) return typed;
  const month = /^(\d{1,2})[.\-/ ]+((?:19|20)\d\d)$/.exec(typed);
  const iso = /^((?:19|20)\d\d)-(\d{1,2})$/.exec(typed);
  const [number, year] = month ? [month[1], month[2]] : [iso?.[2], iso?.[1]];
  if (!number || !year || Number(number) < 1 || Number(number) > 12) return null;
  return `${year}-${number.padStart(2, '0')}`;
}

/** The same the other way: what stands in the field for a recorded value. */
export function typedPartial(recorded: string | null): string {
  if (recorded === null) return '';
  return isDay(recorded) ? typedDate(recorded) : recorded.split('-').reverse().join('.');
}
