import type { RecordedLetter, ReminderListRow } from '@klyngevagt/db';
import { createTranslator, formatExactInstant, formatLongDate, type Language, type Translator } from '@klyngevagt/messages';
import type { CalendarDate } from '@klyngevagt/scoring';
import { copenhagenDate } from '../clock.js';
import { type RuleWords, ruleWords } from '../rules/rule-words.js';
import { type CountedRow, time, type Warnings } from './record-deadlines.js';

/** What sentences of a record are made from. */
export interface RecordWords {
  t: Translator;
  language: Language;
  rules: RuleWords;
  seesNames: boolean;
  letters: ReadonlyMap<string, RecordedLetter>;
}

export function recordWords(language: Language, seesNames: boolean, letters: readonly RecordedLetter[]): RecordWords {
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  return { t: createTranslator(language), language, rules: ruleWords(language), seesNames, letters: byId };
}

/** When a reminder went out. A demonstration lives through days that the clock on the wall has not reached: then it is said which. */
function sentWhen(row: CountedRow, { t, language, letters }: RecordWords): string {
  const at = new Date(time(row));
  const sentOn = row.messageId === null ? null : (letters.get(row.messageId)?.sentOn ?? null);
  if (sentOn === null || sentOn === copenhagenDate(at)) return formatExactInstant(at.toISOString(), language);
  return t('reminderRecord.demoDay', { day: formatLongDate(sentOn, language) });
}

/** "sidste sikre bookingdag, 18. december 2026". */
export function aboutDeadline(event: ReminderListRow['event'], deadlineOn: CalendarDate, { t, language }: RecordWords): string {
  return t('reminderRecord.about', { event: t(`explanation.reminder.event.${event}`), day: formatLongDate(deadlineOn, language) });
}

/** How often the cluster was warned about something, and what went wrong, in one paragraph. */
export function summaryOf({ warned, officeMails, failed, uncertain, nextOn }: Warnings, about: string, words: RecordWords): string {
  const { t, language } = words;
  const [first] = warned;
  const last = warned.at(-1);
  const sentences = [
    first && last
      ? t('reminderRecord.summary.warned', { count: warned.length, about, first: sentWhen(first, words), last: sentWhen(last, words) })
      : nextOn === null
        ? t('reminderRecord.summary.never', { about })
        : t('reminderRecord.summary.notYet', { about, day: formatLongDate(nextOn, language) }),
    failed > 0 && t('reminderRecord.summary.failed', { count: failed }),
    uncertain > 0 && t('reminderRecord.summary.uncertain', { count: uncertain }),
    officeMails > 0 && t('reminderRecord.summary.officeOnly', { count: officeMails }),
  ];
  return sentences.filter(Boolean).join(' ');
}
