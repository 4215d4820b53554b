import type { CalendarDate } from '@klyngevagt/scoring';
import type { ReminderSituation } from './reminder-situation.js';
import type { Told } from './reminder-words.js';

/** The sentences that say what is the case, and what follows from it. */
export function leadOf(input: Told): string[] {
  return sentencesOf(input).map((key) => input.t(`reminderMail.lead.${key}`, input.words));
}

/** That late steps, or several deadlines, are one mail. */
export function mergedOf({ t, topic: { events } }: Told): string[] {
  return events.length > 1 ? [t('reminderMail.lead.merged', { count: events.length })] : [];
}

type LeadKey = keyof (typeof import('../da/reminder-mail.js'))['reminderMail']['lead'];

function sentencesOf(input: Told): LeadKey[] {
  const { situation, topic } = input;
  const { kind, moment, event } = situation;
  const { chain } = topic.decision;
  switch (event.event) {
    case 'plan':
      return [`plan-${moment}`, ...(chain && moment !== 'passed' ? auditSentences(input) : [])];
    case 'waiver':
      return [`waiver-${moment}`, ...labelSentence(input)];
    case 'milestone':
      return [...(chain ? [stateSentence(input)] : []), isLastSafeDay(input) ? `milestone-${moment}` : `planned-${moment}`];
    case 'recommendation':
    case 'document':
    case 'self-test-returned':
      return [`${event.event}-${moment}`];
    case 'booking':
    case 'end':
    case 'window-end':
      return [stateSentence(input), ...(kind === 'window' || kind === 'lapsed' ? [] : auditSentences(input)), ...consequence(situation)];
  }
}

function consequence({ kind, days }: ReminderSituation): LeadKey[] {
  switch (kind) {
    case 'booking-ahead':
      return ['bookingAhead'];
    case 'booking-today':
      return ['bookingToday'];
    case 'booking-late':
      return ['bookingLate'];
    case 'end-ahead':
    case 'end-today':
      return ['endAhead'];
    case 'end-passed':
      return ['window'];
    case 'window':
      return [days === 0 ? 'windowClosesToday' : 'window'];
    case 'lapsed':
      return ['lapsed'];
    default:
      return [];
  }
}

/** What is known of the audit. Once the day has passed, it is no longer awaited. */
function auditSentences({ topic, on, situation }: Told): LeadKey[] {
  const booking = topic.decision.chain?.booking ?? null;
  if (!booking) return ['noAudit'];
  if (situation.kind === 'rebook') return ['auditTooLate'];
  if (booking.projectedDecisionOn < on) return ['auditPast', 'decisionAwaited'];
  return [booking.lastDayOn < on ? 'auditPast' : 'audit', ...(booking.inTime ? (['auditInTime'] as const) : [])];
}

/** Until when the label holds, or by when it must. */
function stateSentence({ situation, on }: Told): LeadKey {
  const { endOn, windowEndOn, event, kind } = situation;
  if (endOn === null) return 'heldBy';
  if (endOn === on) return 'validUntilToday';
  if (endOn > on) return 'validUntil';
  // The other mails about an ended label say so in a sentence of their own.
  const isOnTheWay = event.event === 'booking' || event.event === 'milestone';
  return isOnTheWay && windowEndOn !== null && kind !== 'lapsed' ? 'endedRenewable' : 'endedOn';
}

/** Beside an exemption: whether the label is there when the duty applies again. */
function labelSentence({ topic, situation, on }: Told): LeadKey[] {
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
