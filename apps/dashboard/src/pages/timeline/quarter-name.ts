import type { CalendarDate } from '@klyngevagt/scoring';
import type { TFunction } from 'i18next';

/** "1. kvartal 2027", by the quarter's first day. */
export function quarterName(startsOn: CalendarDate, t: TFunction): string {
  return t('timeline.quarters.name', { quarter: (Number(startsOn.slice(5, 7)) + 2) / 3, year: startsOn.slice(0, 4) });
}
