import type { ReminderListRow } from '@klyngevagt/db';
import { type Language, reminderSubject } from '@klyngevagt/messages';
import { ruleWords } from '../rules/rule-words.js';

type NamedReminder = Pick<ReminderListRow, 'event' | 'offsetDays' | 'subject'>;

/** "14 dage før milepælens frist: Selvtest". `title`: what somebody called the document or recommendation; null where the reader may not know. */
export function reminderAbout(row: NamedReminder, title: string | null, language: Language): string {
  const step = ruleWords(language).reminderStep(row);
  const subject = reminderSubject({ ...row, subjectTitle: title }, language);
  return subject === null ? step : `${step}: ${subject}`;
}
