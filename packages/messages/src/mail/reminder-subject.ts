import type { ReminderEvent } from '@klyngevagt/scoring';
import { capital } from '../capital.js';
import { createTranslator, type Language, type Translator } from '../translator.js';
import type { ReminderMailEvent } from './reminder-input.js';
import { shortened } from './subject-line.js';

type Named = Pick<ReminderMailEvent, 'event' | 'subject' | 'subjectTitle'>;

/** What a reader calls the one of several that an event is about: `Selvtest`, the title of a document. Null: there is one only, or it has no name. */
export function reminderSubject({ event, subject, subjectTitle }: Named, language: Language): string | null {
  const title = subjectTitle?.trim() ?? '';
  if (event === 'milestone' && subject)
    return createTranslator(language)(`recertification.milestones.${subject}`, { defaultValue: title || subject });
  return title === '' ? null : title;
}

const titledEvents = ['recommendation', 'document', 'self-test-returned'] as const satisfies readonly ReminderEvent[];
const ownSteps = ['gap-analysis', 'self-test', 'experts', 'documentation', 'submission'] as const;

/** Longer titles would hide the date behind them in a subject. */
const longestTitle = { inTightSubject: 14, inShortSubject: 22, inSubject: 30, inSentence: 120 };

export type TitlePlace = keyof typeof longestTitle;

/** The words for the one that an event is about, to be put into sentences; empty where an event has none. */
export function subjectWords(event: ReminderMailEvent, t: Translator, language: Language, place: TitlePlace) {
  const { doStep, toDoStep, doneStep } = stepWords(event, t, language);
  // A title that ends like a sentence would end the one it stands in.
  const title = shortened((reminderSubject(event, language) ?? '').replace(/(?<!\.)\.$/, ''), longestTitle[place]);
  const what = whatWords(event, title, t);
  const whatShort = title === '' ? what : t('reminderHeadlines.what.short', { title });
  return { doStep, toDoStep, doneStep, title, what, whatShort, whatCapital: capital(what) };
}

function whatWords({ event }: ReminderMailEvent, title: string, t: Translator): string {
  const titled = titledEvents.find((one) => one === event);
  if (!titled) return '';
  return title === '' ? t(`reminderHeadlines.what.unnamed.${titled}`) : t(`reminderHeadlines.what.${titled}`, { title });
}

function stepWords(event: ReminderMailEvent, t: Translator, language: Language) {
  if (event.event !== 'milestone') return { doStep: '', toDoStep: '', doneStep: '' };
  const step = ownSteps.find((one) => one === event.subject) ?? 'other';
  const name = reminderSubject(event, language) ?? '';
  return {
    doStep: t(`reminderHeadlines.step.${step}.do`, { name }),
    toDoStep: t(`reminderHeadlines.step.${step}.toDo`, { name }),
    doneStep: t(`reminderHeadlines.step.${step}.done`, { name }),
  };
}
