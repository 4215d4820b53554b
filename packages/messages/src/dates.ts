import type { CalendarDate } from '@klyngevagt/scoring';
import type { Language } from './translator.js';

const months = {
  da: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

/** For tables: `25.11.2026` (da), `25 Nov 2026` (en). A month or year alone stays a month or year. */
export function formatDate(date: string, language: Language): string {
  const [year = '', month, day] = date.split('-');
  if (!month) return year;
  const name = months[language][Number(month) - 1] ?? '';
  if (!day) return language === 'da' ? `${name} ${year}` : `${name.slice(0, 3)} ${year}`;
  return language === 'da' ? `${day}.${month}.${year}` : `${Number(day)} ${name.slice(0, 3)} ${year}`;
}

/** For sentences, with unbreakable spaces: `25. november 2026`, `25 November 2026`. */
export function formatLongDate(date: CalendarDate, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[language][Number(month) - 1] ?? '';
  return language === 'da' ? `${Number(day)}.\u00a0${name}\u00a0${year}` : `${Number(day)}\u00a0${name}\u00a0${year}`;
}

/** An instant shown in Copenhagen time: `25. november 2026 kl. 06.00`, `25 November 2026 at 06:00`. */
export function formatInstant(instant: string, language: Language): string {
  const locale = language === 'da' ? 'da-DK' : 'en-GB';
  const zone = 'Europe/Copenhagen';
  const at = new Date(instant);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at) as CalendarDate;
  const time = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
  return `${formatLongDate(day, language)} ${language === 'da' ? 'kl.' : 'at'} ${time}`;
}
