import type { CalendarDate } from '@klyngevagt/scoring';
import { createTranslator, type Translator } from '../translator.js';
import { formatLongDate } from '../dates.js';
import { capital } from '../capital.js';
import { composeMail, type FootLine, type Mail } from './layout.js';
import { reminderDates } from './reminder-dates.js';
import type { ReminderMailInput } from './reminder-input.js';
import { type ReminderSituation, situationOf } from './reminder-situation.js';

/** The sentence that stands for a reminder: subject, plain text and HTML in the recipient's language. */
export function composeReminderMail(input: ReminderMailInput): Mail {
  const t = createTranslator(input.language);
  const situation = situationOf(input);
  const words = wordsOf(input, situation, t);
  return composeMail(subjectOf(input, situation, words, t), {
    language: input.language,
    title: t(`mail.title.${situation.kind}`, { ...words, count: situation.days }),
    greeting: t('mail.greeting', { name: input.recipient.name }),
    lead: { sentences: leadOf(input, situation, words, t), strong: words.strong },
    dates: { caption: t('mail.dates.caption'), rows: reminderDates(input, situation, t) },
    action: { label: t(isAboutBooking(situation) ? 'mail.action.register' : 'mail.action.open'), url: input.links.cluster },
    after: afterOf(input, situation, t),
    signature: signatureOf(input, t),
    foot: footOf(input, situation, words, t),
  });
}

type Words = ReturnType<typeof wordsOf>;

function wordsOf({ language, cluster, recipient, decision }: ReminderMailInput, situation: ReminderSituation, t: Translator) {
  const day = (date: CalendarDate | null) => (date === null ? '' : formatLongDate(date, language));
  const level = t(`mail.level.${situation.level}`);
  const named = { level, levelCapital: capital(level), cluster: cluster.name };
  const booking = decision.chain?.booking ?? null;
  return {
    ...named,
    label: t(recipient.role === 'officer' ? 'mail.label.other' : 'mail.label.own', named),
    deadline: day(situation.deadlineOn),
    end: day(situation.endOn),
    windowEnd: day(situation.windowEndOn),
    anchor: day(decision.chain?.cycle.anchorOn ?? null),
    auditBy: day(situation.auditBy),
    audit: day(booking?.firstDayOn ?? null),
    decision: day(booking?.projectedDecisionOn ?? null),
    strong: day(situation.kind === 'window' || situation.kind === 'end-passed' ? situation.windowEndOn : situation.deadlineOn),
  };
}

function subjectOf(input: ReminderMailInput, { kind }: ReminderSituation, words: Words, t: Translator): string {
  const subject = t(`mail.subject.${kind}`, words);
  // An officer has many clusters: the name comes first. A cluster's own people know whose label it is.
  const named = input.recipient.role === 'officer' ? t('mail.subject.withCluster', { cluster: words.cluster, subject }) : subject;
  return `${input.marking === null ? '' : t(`mail.marking.${input.marking}`)}${named}`;
}

function leadOf(input: ReminderMailInput, situation: ReminderSituation, words: Words, t: Translator): string[] {
  const say = (key: LeadKey, more: object = {}) => t(`mail.lead.${key}`, { ...words, ...more });
  const sentences = [say(stateSentence(situation, input.on)), ...auditSentences(input, situation).map((key) => say(key))];
  const consequence: Partial<Record<ReminderSituation['kind'], LeadKey>> = {
    'booking-ahead': 'bookingAhead',
    'booking-today': 'bookingToday',
    'booking-late': 'bookingLate',
    'end-ahead': 'endAhead',
    'end-today': 'endAhead',
    'end-passed': 'window',
    window: situation.days === 0 ? 'windowClosesToday' : 'window',
  };
  const follows = consequence[situation.kind];
  if (follows) sentences.push(say(follows));
  if (input.events.length > 1) sentences.push(say('merged', { count: input.events.length }));
  return sentences;
}

/** What is known of the audit. Once the day has passed, it is no longer awaited. */
function auditSentences({ decision, on }: ReminderMailInput, { kind }: ReminderSituation): LeadKey[] {
  if (kind === 'window') return [];
  const booking = decision.chain?.booking ?? null;
  if (!booking) return ['noAudit'];
  if (kind === 'rebook') return ['auditTooLate'];
  if (booking.projectedDecisionOn < on) return ['auditPast', 'decisionAwaited'];
  return [booking.lastDayOn < on ? 'auditPast' : 'audit', ...(booking.inTime ? (['auditInTime'] as const) : [])];
}

type LeadKey =
  | 'validUntil'
  | 'validUntilToday'
  | 'endedOn'
  | 'endedRenewable'
  | 'heldBy'
  | 'noAudit'
  | 'audit'
  | 'auditTooLate'
  | 'auditInTime'
  | 'auditPast'
  | 'decisionAwaited'
  | 'bookingAhead'
  | 'bookingToday'
  | 'bookingLate'
  | 'endAhead'
  | 'window'
  | 'windowClosesToday'
  | 'merged';

function stateSentence(situation: ReminderSituation, on: CalendarDate): LeadKey {
  const { endOn, windowEndOn } = situation;
  if (endOn === null) return 'heldBy';
  if (endOn === on) return 'validUntilToday';
  if (endOn > on) return 'validUntil';
  // The other mails about an ended label say so in a sentence of their own.
  return isAboutBooking(situation) && windowEndOn !== null ? 'endedRenewable' : 'endedOn';
}

function isAboutBooking({ kind }: ReminderSituation): boolean {
  return kind === 'booking-ahead' || kind === 'booking-today' || kind === 'booking-late' || kind === 'rebook';
}

function afterOf({ recipient, officer, decision }: ReminderMailInput, situation: ReminderSituation, t: Translator): string[] {
  const sentences: string[] = [];
  if (isAboutBooking(situation) && !decision.chain?.booking) {
    sentences.push(t(recipient.role === 'officer' ? 'mail.after.otherBooked' : 'mail.after.alreadyBooked'));
  }
  if (officer && recipient.role !== 'officer') sentences.push(t('mail.after.reply', { officer: officer.name }));
  return sentences;
}

function signatureOf({ officer, recipient }: ReminderMailInput, t: Translator): string[] {
  if (!officer || recipient.role === 'officer') return [t('mail.closing'), 'Klyngevagt'];
  return [t('mail.closing'), officer.name, t('mail.officer')];
}

function footOf(input: ReminderMailInput, situation: ReminderSituation, words: Words, t: Translator): FootLine[] {
  const { recipient, nextReminderOn, language, marking, isPossibleRepeat, links } = input;
  const next = nextReminderOn === null ? t('mail.foot.last') : t('mail.foot.next', { next: formatLongDate(nextReminderOn, language) });
  const plain = (text: string): FootLine => ({ label: null, text, link: null });
  return [
    { label: t('mail.foot.why'), text: `${t(`mail.foot.whyRole.${recipient.role}`, words)} ${next}`, link: null },
    {
      label: t('mail.foot.how'),
      text: arithmeticOf(input, situation, words, t).join(' '),
      link: { label: t('mail.foot.calculation'), url: links.calculation },
    },
    ...(marking === null ? [] : [plain(t(`mail.foot.${marking}`))]),
    ...(isPossibleRepeat ? [plain(t('mail.foot.repeat'))] : []),
  ];
}

/** How the date came about, from the rules that gave it. */
function arithmeticOf(input: ReminderMailInput, situation: ReminderSituation, words: Words, t: Translator): string[] {
  if (!isAboutBooking(situation)) {
    const months = situation.windowMonths;
    const isOver = situation.kind !== 'end-ahead' && situation.kind !== 'end-today';
    return [t('mail.foot.howEnd'), ...(isOver && months !== null ? [t('mail.foot.howWindow', { months })] : [])];
  }
  const steps = input.decision.chain?.steps ?? [];
  const order = steps.find(({ step }) => step === 'order');
  const ruleOf = (step: 'audit' | 'order') =>
    input.rules.processSteps.find(({ id }) => id === steps.find((candidate) => candidate.step === step)?.ruleId) ?? null;
  const [audit, booking] = [ruleOf('audit'), ruleOf('order')];
  const sentences: string[] = [];
  if (audit) sentences.push(t('mail.foot.howDecision', { ...words, days: audit.offset }));
  if (booking && order?.latestOn) {
    const raw = formatLongDate(order.rawOn ?? order.latestOn, input.language);
    sentences.push(t('mail.foot.howOrder', { ...words, days: booking.offset, raw }));
    if (order.rawOn) sentences.push(t('mail.foot.howRolledBack', { ...words, deadline: formatLongDate(order.latestOn, input.language) }));
  }
  const isAssumed = [audit, booking].some((rule) => rule !== null && rule.confidence !== 'sourced');
  return isAssumed ? [...sentences, t('mail.foot.assumption')] : sentences;
}
