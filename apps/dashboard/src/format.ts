import { formatDate, formatInstant, formatLongDate } from '@klyngevagt/messages/dates';
import type { Language } from '@klyngevagt/messages';
import { type CalendarDate, isCalendarDate } from '@klyngevagt/scoring';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface Format {
  language: Language;
  /** `25.11.2026` for tables. */
  date(date: string): string;
  /** `25. november 2026` for sentences. */
  longDate(date: CalendarDate): string;
  /** `25. november 2026 kl. 06.00`, Copenhagen time. */
  instant(at: string): string;
  /** A recorded time: a day stands for its end, an instant in Copenhagen time. */
  recordedTime(known: string): string;
}

/** Dates in the language of the page. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'da';
  return useMemo(() => formatIn(language), [language]);
}

export function formatIn(language: Language): Format {
  return {
    language,
    date: (date) => formatDate(date, language),
    longDate: (date) => formatLongDate(date, language),
    instant: (at) => formatInstant(at, language),
    recordedTime: (known) => (isCalendarDate(known) ? formatLongDate(known, language) : formatInstant(known, language)),
  };
}
