import { type CalendarDate, weekday } from '@klyngevagt/scoring';
import { formatLongDate } from '../dates.js';
import type { Language } from '../translator.js';

/** A day by which somebody must act is told with its weekday: nobody should need a calendar to see that it is a Friday. */

const weekdays = {
  da: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** In a sentence: `fredag den 18. december 2026`, `Friday 18 December 2026`. */
export function formatDay(date: CalendarDate, language: Language): string {
  return `${nameOf(date, language)}${language === 'da' ? ' den\u00a0' : ' '}${formatLongDate(date, language)}`;
}

/** In a table: `fredag 18. december 2026`, `Friday 18 December 2026`. */
export function formatRowDay(date: CalendarDate, language: Language): string {
  return `${nameOf(date, language)} ${formatLongDate(date, language)}`;
}

function nameOf(date: CalendarDate, language: Language): string {
  return weekdays[language][weekday(date) - 1] ?? '';
}
