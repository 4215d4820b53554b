import type { ReminderRow } from '@klyngevagt/contracts';
import { daysBetween, type CalendarDate } from '@klyngevagt/scoring';
import type { TFunction } from 'i18next';

const knownReasons = [
  'overtaken',
  'deadline-barely-moved',
  'not-needed',
  'paused',
  'unsubscribed',
  'no-address',
  'refused',
  'retries-exhausted',
  'interrupted-again',
  'bounced',
] as const;

/** Why it was not sent, in a sentence. */
export function becauseOf(row: Pick<ReminderRow, 'because' | 'state'>, t: TFunction): string | null {
  if (row.because === null) return row.state === 'uncertain' ? t('reminders.uncertainHelp') : null;
  const code = knownReasons.find((known) => known === row.because);
  return code ? t(`reminders.because.${code}`) : row.because;
}

/** Besides the role: in whose place, and what was tried before. */
export function toldAs({ isStandIn, escalatedFrom }: Pick<ReminderRow, 'isStandIn' | 'escalatedFrom'>, t: TFunction): string[] {
  return [
    ...(isStandIn ? [t('reminders.to.standIn')] : []),
    ...(escalatedFrom === null ? [] : [t('reminders.to.escalated', { role: t(`reminders.why.role.${escalatedFrom}`) })]),
  ];
}

/** `i dag`, `i går`, `om 5 dage`, `8 dage siden`. */
export function daysFromNow(day: CalendarDate, today: CalendarDate, t: TFunction): string {
  const days = daysBetween(today, day);
  if (days === 0) return t('reminders.when.today');
  if (days === -1) return t('reminders.when.yesterday');
  if (days === 1) return t('reminders.when.tomorrow');
  return days > 0 ? t('reminders.when.in', { count: days }) : t('reminders.when.ago', { count: -days });
}

/** The person's name, or the role where names are not shown. */
export function recipientOf(row: Pick<ReminderRow, 'recipient' | 'role'>, t: TFunction): string {
  return row.recipient ?? t(`terms.clusterRole.${row.role}`);
}
