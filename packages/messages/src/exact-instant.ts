import type { CalendarDate } from '@klyngevagt/scoring';
import { formatLongDate } from './dates.js';
import type { Language } from './translator.js';

/** For evidence: to the second, with the distance from UTC that Copenhagen had then: `25. november 2026 kl. 06.15.07 (UTC+1)`. */
export function formatExactInstant(instant: string, language: Language): string {
  const at = new Date(instant);
  const zone = { timeZone: 'Europe/Copenhagen' };
  const day = new Intl.DateTimeFormat('sv-SE', zone).format(at) as CalendarDate;
  const time = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', { ...zone, timeStyle: 'medium' }).format(at);
  const offset = new Intl.DateTimeFormat('en-GB', { ...zone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `${formatLongDate(day, language)} ${language === 'da' ? 'kl.' : 'at'}\u00a0${time} (${(offset ?? '').replace('GMT', 'UTC')})`;
}
