import type { ReminderWhy } from '@klyngevagt/contracts';
import { createTranslator, formatLongDate, formatInstant } from '@klyngevagt/messages';
import type { Viewer } from '../portfolio/viewer.js';
import { ruleWords } from '../rules/rule-words.js';
import type { WhyReason } from './reminder-why.js';

/** A reason as a sentence. Names only for those who may see them: the role says enough. */
export function presentReason(
  { code, row, step, day, at, count }: WhyReason,
  { language, seesNames }: Pick<Viewer, 'language' | 'seesNames'>,
): ReminderWhy['reasons'][number] {
  const t = createTranslator(language);
  const about = row ?? step;
  const sentence = t(`reminders.why.reason.${code}`, {
    about: about ? ruleWords(language).reminderStep(about) : '',
    deadline: about ? formatLongDate(about.deadlineOn, language) : '',
    recipient: (seesNames ? row?.personName : null) ?? (about ? t(`reminders.why.role.${about.role}`) : ''),
    day: day === null ? '' : formatLongDate(day, language),
    at: at === null ? '' : formatInstant(new Date(at).toISOString(), language),
    ...(count === null ? {} : { count }),
  });
  return { code, sentence: sentence.charAt(0).toUpperCase() + sentence.slice(1), reminderId: row?.id ?? null };
}
