import { addDays, type CalendarDate, endOfMonth, isCalendarDate } from '@klyngevagt/scoring';

/** What a person meant by a typed date. */
export type TypedDate =
  | { kind: 'day'; day: CalendarDate }
  | { kind: 'empty' }
  | { kind: 'unreadable' }
  /** Month and year only; labels mostly end on the last day of a month. */
  | { kind: 'month'; monthEnd: CalendarDate }
  /** A day that the month does not have. */
  | { kind: 'no-such-day'; monthEnd: CalendarDate };

/** How Danish and English names of months begin. */
const monthNames = [/^jan/, /^feb/, /^mar/, /^apr/, /^ma[jy]/, /^jun/, /^jul/, /^aug/, /^sep/, /^o[kc]t/, /^nov/, /^dec/];

/** Days from today. */
const dayWords: Readonly<Record<string, number>> = {
  'i forgårs': -2,
  'i går': -1,
  yesterday: -1,
  'i dag': 0,
  today: 0,
  'i morgen': 1,
  tomorrow: 1,
  'i overmorgen': 2,
};

/**
 * Danish dates as people write them (31.03.2027, 31/3-27, 31 3 2027, 31032027, 31. marts 2027, 31-mar-27) and 2027-03-31.
 * @param today without it, "i morgen" is no date
 */
export function readTypedDate(typed: string, today: CalendarDate | null = null): TypedDate {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  if (text === '') return { kind: 'empty' };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const danish = /^(\d{1,2})[./ -] ?(\d{1,2})[./ -] ?(\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (danish) return day(danish[3], danish[2], danish[1]);
  const named = /^(?:den )?(\d{1,2})(?:\.? |\.|-)([a-zæøå]+)(?:\.? |\.|-)(\d{4}|\d{2})$/.exec(text);
  if (named) return day(named[3], String(monthOf(named[2])), named[1]);
  const month = /^(?:(\d{1,2})[./ -]|([a-zæøå]+)\.? )(\d{4})$/.exec(text);
  if (month) return wholeMonth(month[3], month[1] ?? String(monthOf(month[2])));
  const isoMonth = /^(\d{4})-(\d{1,2})$/.exec(text);
  if (isoMonth) return wholeMonth(isoMonth[1], isoMonth[2]);
  const days = dayWords[text.replace(/^i(?=dag|går|morgen)/, 'i ')];
  return today !== null && days !== undefined ? { kind: 'day', day: addDays(today, days) } : { kind: 'unreadable' };
}

function day(year = '', month = '', dayOfMonth = ''): TypedDate {
  const fullYear = year.length === 2 ? `20${year}` : year;
  const text = `${fullYear}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  if (isCalendarDate(text)) return { kind: 'day', day: text };
  const meant = wholeMonth(fullYear, month);
  return meant.kind === 'month' && Number(dayOfMonth) >= 29 && Number(dayOfMonth) <= 31
    ? { kind: 'no-such-day', monthEnd: meant.monthEnd }
    : { kind: 'unreadable' };
}

function wholeMonth(year = '', month = ''): TypedDate {
  const first = `${year}-${month.padStart(2, '0')}-01`;
  return isCalendarDate(first) ? { kind: 'month', monthEnd: endOfMonth(first) } : { kind: 'unreadable' };
}

/** 1 to 12; 0 for a word that is no month. */
function monthOf(word = ''): number {
  return monthNames.findIndex((name) => name.test(word)) + 1;
}
