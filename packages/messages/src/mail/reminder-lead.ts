import type { CalendarDate } from '@klyngevagt/scoring';
import { formatDay } from './mail-dates.js';
import type { SituationKind } from './reminder-situation.js';
import type { Told } from './reminder-words.js';

type LeadKey = keyof (typeof import('../da/reminder-mail.js'))['reminderMail']['lead'];
type StateKey = keyof (typeof import('../da/reminder-mail.js'))['reminderMail']['state'];

/** What must be done, by whom and by which day. */
export function leadOf(input: Told): string {
  return input.t(`reminderMail.lead.${leadKey(input)}`, leadWords(input));
}

/** The day to act by, as the lead says it. */
export function leadDay(input: Told): string {
  const { deadline, windowEnd, auditBy } = leadWords(input);
  const { kind } = input.situation;
  if (kind === 'rebook') return auditBy;
  return kind === 'window' || kind === 'end-passed' ? windowEnd : deadline;
}

/** What is known of label and audit. */
export function stateOf(input: Told): string[] {
  return stateKeys(input).map((key) => input.t(`reminderMail.state.${key}`, input.words));
}

function leadWords({ words, situation: { event, windowEndOn, auditBy }, language }: Told) {
  const day = (date: CalendarDate | null) => (date === null ? '' : formatDay(date, language));
  return { ...words, deadline: day(event.deadlineOn), windowEnd: day(windowEndOn), auditBy: day(auditBy) };
}

const ofLabel = {
  'booking-ahead': 'bookingAhead',
  'booking-today': 'bookingToday',
  'booking-late': 'bookingLate',
  rebook: 'rebook',
  'end-ahead': 'endAhead',
  'end-today': 'endToday',
  'end-passed': 'endPassed',
  window: 'window',
  lapsed: 'lapsed',
} as const;

function leadKey(input: Told): LeadKey {
  const { kind, moment, days, event } = input.situation;
  if (kind === 'window' && days === 0) return 'windowClosesToday';
  if (kind in ofLabel) return ofLabel[kind as keyof typeof ofLabel];
  if (event.event === 'milestone') return isLastSafeDay(input) ? `milestone-${moment}` : `planned-${moment}`;
  return kind as Exclude<SituationKind, keyof typeof ofLabel>;
}

function stateKeys(input: Told): StateKey[] {
  const { situation, topic } = input;
  const { kind, moment, event } = situation;
  const { chain } = topic.decision;
  switch (event.event) {
    case 'plan':
      return chain && moment !== 'passed' ? auditSentences(input) : [];
    case 'waiver':
      return labelSentence(input);
    case 'milestone':
      return chain ? [stateSentence(input)] : [];
    case 'recommendation':
    case 'document':
    case 'self-test-returned':
      return [];
    case 'booking':
      return [stateSentence(input), ...auditSentences(input)];
    case 'end':
    case 'window-end':
      if (kind === 'lapsed') return [stateSentence(input)];
      // Otherwise the lead says until when it holds, or held.
      return [...(kind === 'window' ? [stateSentence(input)] : []), ...auditSentences(input)];
  }
}

/** What is known of the audit. Once the day has passed, it is no longer awaited. */
function auditSentences({ topic, on, situation }: Told): StateKey[] {
  const { chain } = topic.decision;
  const booking = chain?.booking ?? null;
  const orderBy = chain?.orderBy ?? null;
  // A reminder to book says itself when it is late.
  if (!booking) return [situation.event.event === 'booking' || (orderBy !== null && orderBy >= on) ? 'noAudit' : 'noAuditYet'];
  if (situation.kind === 'rebook') return ['auditTooLate'];
  if (booking.projectedDecisionOn < on) return ['auditPast', 'decisionAwaited'];
  return [booking.lastDayOn < on ? 'auditPast' : 'audit', ...(booking.inTime ? (['auditInTime'] as const) : [])];
}

/** Until when the label holds, or by when it must. */
function stateSentence({ situation, on }: Told): StateKey {
  const { endOn, windowEndOn, event, kind } = situation;
  if (endOn === null) return 'heldBy';
  if (endOn === on) return 'validUntilToday';
  if (endOn > on) return 'validUntil';
  // The other mails about an ended label say so in a sentence of their own.
  const isOnTheWay = event.event === 'booking' || event.event === 'milestone';
  return isOnTheWay && windowEndOn !== null && kind !== 'lapsed' ? 'endedRenewable' : 'endedOn';
}

/** Beside an exemption: whether the label is there when the duty applies again. */
function labelSentence({ topic, situation, on }: Told): StateKey[] {
  const { status, validUntil } = topic.decision.required;
  if (validUntil !== null && (status === 'renewable' || status === 'lapsed')) return ['endedOn'];
  if (status !== 'in-force' && status !== 'expiring') return ['notHeld'];
  return situation.endOn === null ? [] : [situation.endOn === on ? 'validUntilToday' : 'validUntil'];
}

/** A step's day follows from the chain, unless somebody planned it for another. */
export function isLastSafeDay({ topic, situation: { event } }: Told): boolean {
  return lastSafeDays(topic, event.subject ?? '').includes(event.deadlineOn);
}

function lastSafeDays({ decision: { chain } }: Told['topic'], subject: string): (CalendarDate | null)[] {
  const latestOn = chain?.steps.find(({ step }) => step === subject)?.latestOn ?? null;
  return subject === 'submission' ? [chain?.booking?.submitBy ?? null, latestOn] : [latestOn];
}
