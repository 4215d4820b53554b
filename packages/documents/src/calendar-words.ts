import { createHash } from 'node:crypto';
import { createTranslator, explainReason, formatLongDate, type Language, languages, type Translator } from '@klyngevagt/messages';
import type { CalendarDate, Cycle, Level, Milestone, Reason } from '@klyngevagt/scoring';

/** What of a day stands in a calendar. Kinds are remembered by name: a new one may come, none is renamed. */
export type CalendarKind = (typeof calendarEventKinds)[number] | `milestone-${Milestone}`;

export const calendarEventKinds = [
  'self-test',
  'order',
  'submission',
  'audit',
  'decision',
  'booked-audit',
  'expected-decision',
  'end',
  'window-end',
  'plan-due',
  'plan-step',
  'level-due',
  'waiver-end',
  'recommendation-due',
  'document-due',
  'document-expiry',
  'cure-end',
] as const;

/** Why the day is what it is: a reason of the rules, or a sentence below `calendar.why` with the days it names. */
export type CalendarWhy =
  | { reason: Reason }
  | {
      sentence: CalendarSentence;
      days?: Readonly<Record<string, CalendarDate>>;
      level?: Level;
      anchor?: Cycle['anchor'];
      indicators?: readonly string[];
      programme?: Readonly<Record<Language, string>>;
    };

export type CalendarSentence =
  | 'chain'
  | 'bookedAudit'
  | 'byCluster'
  | 'submissionOfBooking'
  | 'end'
  | 'endWindow'
  | 'windowEnd'
  | 'plan'
  | 'planStep'
  | 'levelDue'
  | 'waiver'
  | 'recommendation'
  | 'documentDue'
  | 'documentExpiry'
  | 'cure'
  | 'milestonePlanned'
  | 'milestoneDue'
  | 'milestoneLatest'
  | 'programme'
  | 'assumption';

/** An event with what its words are made of. Nothing in it depends on who asks, or on the day of asking. */
export interface CalendarEntry {
  kind: CalendarKind;
  clusterName: string;
  /** Somebody planned the day of a milestone; else it is the last safe one. */
  isPlanned: boolean;
  /** What one event of a kind differs by, e.g. the title of a document. */
  subject: string | null;
  why: readonly CalendarWhy[];
  marking: 'illustrative' | 'fictional' | null;
}

export interface CalendarWords {
  summary: string;
  description: string;
}

/** Title and text of an event. Of one that no longer holds only kind and cluster are known. */
export function calendarWords(entry: CalendarEntry, state: 'present' | 'cancelled' | 'passed', language: Language): CalendarWords {
  const t = createTranslator(language);
  const marking = entry.marking === null ? '' : t(`mail.marking.${entry.marking}`);
  const foot = entry.marking === null ? [] : [t(`mail.foot.${entry.marking}`)];
  const summary = `${marking}${summaryOf(entry, t)}`;
  if (state === 'cancelled') {
    return { summary: t('calendar.cancelled', { summary }), description: [t('calendar.cancelledText'), ...foot].join('\n') };
  }
  const why = state === 'passed' ? [t('calendar.passedText')] : entry.why.map((one) => sentenceOf(one, t, language));
  return { summary, description: [...why, ...foot].join('\n') };
}

/** Differs when the words of an event do, in either language. */
export function calendarDigest(entry: CalendarEntry): string {
  return createHash('sha256')
    .update(JSON.stringify(languages.map((language) => calendarWords(entry, 'present', language))))
    .digest('hex');
}

function summaryOf({ kind, isPlanned, subject, clusterName: cluster }: CalendarEntry, t: Translator): string {
  const what = whatOf(kind, isPlanned, t);
  return t('calendar.summary', { what, cluster, ...(subject !== null && { subject, context: 'subject' }) });
}

function whatOf(kind: CalendarKind, isPlanned: boolean, t: Translator): string {
  const milestone = milestoneOf(kind);
  if (milestone === null) return t(`calendar.kinds.${kind}`);
  return t(isPlanned ? 'calendar.planned' : 'calendar.by', { milestone: t(`recertification.milestones.${milestone}`) });
}

function milestoneOf(kind: CalendarKind): Milestone | null {
  return kind.startsWith('milestone-') ? (kind.slice('milestone-'.length) as Milestone) : null;
}

function sentenceOf(why: CalendarWhy, t: Translator, language: Language): string {
  if ('reason' in why) return explainReason(t, language, why.reason);
  const { sentence, days = {}, level, anchor, indicators, programme } = why;
  const values: Record<string, string> = {};
  for (const [name, day] of Object.entries(days)) values[name] = formatLongDate(day, language);
  if (level) values['levelCapital'] = capital(t(`mail.level.${level}`));
  if (anchor) values['anchorName'] = t(`calendar.why.anchor.${anchor}`);
  if (indicators) values['indicators'] = indicators.join(', ');
  if (programme) values['programme'] = programme[language];
  return t(`calendar.why.${sentence}`, values);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
