import type { RecordedLetter, ReminderRecordRows } from '@klyngevagt/db';
import { createTranslator, formatExactInstant, formatLongDate, type Language, type Translator } from '@klyngevagt/messages';
import { copenhagenDate } from '../clock.js';
import { type RuleWords, ruleWords } from '../rules/rule-words.js';
import { type CountedRow, type RecordedDeadline, time, type Warnings } from './record-deadlines.js';

/** What sentences of a record are made from. */
export interface RecordWords {
  t: Translator;
  language: Language;
  rules: RuleWords;
  seesNames: boolean;
  letters: ReadonlyMap<string, RecordedLetter>;
  titles: ReadonlyMap<string, string>;
}

export function recordWords(language: Language, seesNames: boolean, { letters, titles }: ReminderRecordRows): RecordWords {
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  return { t: createTranslator(language), language, rules: ruleWords(language), seesNames, letters: byId, titles };
}

/** When a reminder went out. A demonstration lives through days that the clock on the wall has not reached: then it is said which. */
function sentWhen(row: CountedRow, { t, language, letters }: RecordWords): string {
  const at = new Date(time(row));
  const sentOn = row.messageId === null ? null : (letters.get(row.messageId)?.sentOn ?? null);
  if (sentOn === null || sentOn === copenhagenDate(at)) return formatExactInstant(at.toISOString(), language);
  return t('reminderRecord.demoDay', { day: formatLongDate(sentOn, language) });
}

/** "sidste sikre bookingdag, 18. december 2026"; as a title "Sidste sikre bookingdag: 18. december 2026". */
export function aboutDeadline(deadline: NamedDeadline, words: RecordWords): { about: string; title: string } {
  const { t, language, seesNames, titles } = words;
  const { event, subject } = deadline;
  const word = t(`explanation.reminder.event.${event}`);
  // What a document or a recommendation is called is not for everybody; the steps of a case are.
  const what = event === 'milestone' ? t(`recertification.milestones.${subject}`) : seesNames ? titles.get(subject) : undefined;
  const named = what === undefined ? word : t('reminderRecord.deadline.named', { event: word, what });
  const day = formatLongDate(deadline.deadlineOn, language);
  return {
    about: t('reminderRecord.about', { event: named, day }),
    title: t('reminderRecord.deadline.title', { event: named.charAt(0).toUpperCase() + named.slice(1), day }),
  };
}

type NamedDeadline = Pick<RecordedDeadline, 'event' | 'subject' | 'deadlineOn'>;

/** How often the cluster was warned about something, and what went wrong, in one paragraph. */
export function summaryOf(
  { warned, acknowledgedAt, officeMails, failed, uncertain, nextOn }: Warnings,
  about: string,
  words: RecordWords,
): string {
  const { t, language } = words;
  const [first] = warned;
  const last = warned.at(-1);
  const sentences = [
    first && last
      ? t('reminderRecord.summary.warned', { count: warned.length, about, first: sentWhen(first, words), last: sentWhen(last, words) })
      : nextOn === null
        ? t('reminderRecord.summary.never', { about })
        : t('reminderRecord.summary.notYet', { about, day: formatLongDate(nextOn, language) }),
    acknowledgedAt !== null &&
      t('reminderRecord.summary.acknowledged', { at: formatExactInstant(new Date(acknowledgedAt).toISOString(), language) }),
    failed > 0 && t('reminderRecord.summary.failed', { count: failed }),
    uncertain > 0 && t('reminderRecord.summary.uncertain', { count: uncertain }),
    officeMails > 0 && t('reminderRecord.summary.officeOnly', { count: officeMails }),
  ];
  return sentences.filter(Boolean).join(' ');
}
