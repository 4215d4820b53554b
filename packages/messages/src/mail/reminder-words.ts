import { type CalendarDate, underCycle } from '@klyngevagt/scoring';
import { capital } from '../capital.js';
import { formatDate, formatLongDate } from '../dates.js';
import { createTranslator, type Language, type Translator } from '../translator.js';
import type { ReminderTopic, ToldAs } from './reminder-input.js';
import { type ReminderSituation, situationsOf } from './reminder-situation.js';
import { subjectWords, type TitlePlace } from './reminder-subject.js';

/** One cluster's reminders, ready to be worded for one reader on one day. */
export interface Told {
  topic: ReminderTopic;
  toldAs: ToldAs;
  on: CalendarDate;
  language: Language;
  t: Translator;
  /** What the mail is about above all, and what else. */
  situation: ReminderSituation;
  others: readonly ReminderSituation[];
  words: Words;
}

export function told(asked: ReminderTopic, toldAs: ToldAs, on: CalendarDate, language: Language): Told {
  const t = createTranslator(language);
  const [situation, ...others] = situationsOf(asked, on);
  const topic = { ...asked, decision: underCycle(asked.decision, situation.event.cycle) };
  const words = wordsOf(topic, toldAs, situation, language, t);
  return { topic, toldAs, on, language, t, situation, others, words };
}

/** The cluster's own people read of "their" label; the others of that of a cluster. */
export function isOwn({ role }: ToldAs): boolean {
  return role === 'manager' || role === 'chair';
}

export type Words = ReturnType<typeof wordsOf>;

/** Everything that a sentence about a situation may name. What a situation has not is empty, and its sentences do not name it. */
export function wordsOf(
  topic: ReminderTopic,
  toldAs: ToldAs,
  situation: ReminderSituation,
  language: Language,
  t: Translator,
  format = formatLongDate,
) {
  const { cluster } = topic;
  const decision = underCycle(topic.decision, situation.event.cycle);
  const day = (date: CalendarDate | null | undefined) => (date ? format(date, language) : '');
  const level = t(`mail.level.${situation.level}`);
  const named = { level, levelCapital: capital(level), cluster: cluster.name };
  const booking = decision.chain?.booking ?? null;
  return {
    ...named,
    ...subjectWords(situation.event, t, language, 'inSentence'),
    label: t(`reminderHeadlines.label.${isOwn(toldAs) ? 'own' : 'other'}`, named),
    who: t(`reminderHeadlines.who.${isOwn(toldAs) ? 'own' : 'other'}`, named),
    deadline: day(situation.event.deadlineOn),
    end: day(situation.endOn),
    windowEnd: day(situation.windowEndOn),
    anchor: day(decision.chain?.cycle.anchorOn),
    auditBy: day(situation.auditBy),
    audit: day(booking?.firstDayOn),
    decision: day(booking?.projectedDecisionOn),
  };
}

/** One line about a situation: a subject, or a point in a list. */
export function headline({ topic, toldAs, language, t }: Told, situation: ReminderSituation, place: TitlePlace): string {
  const words = wordsOf(
    topic,
    toldAs,
    situation,
    language,
    t,
    place === 'inTightSubject' || place === 'inShortSubject' ? formatDate : formatLongDate,
  );
  return t(`reminderHeadlines.subject.${situation.kind}`, { ...words, ...subjectWords(situation.event, t, language, place) });
}

/** A sentence with the cluster's name, under which everything about it stands. */
export function titleOf({ t, situation, words }: Told): string {
  return t(`reminderHeadlines.title.${situation.kind}`, { ...words, count: situation.days });
}
