import type { PortfolioRow } from '@klyngevagt/contracts';
import { type CalendarDate, daysBetween } from '@klyngevagt/scoring';
import type { TFunction } from 'i18next';
import type { Format } from '../../format.js';

/** How loud a word stands: red only when a date has passed or is within 30 days. */
export type Tone = 'loud' | 'strong' | 'plain' | 'quiet';
export interface Words {
  text: string;
  tone: Tone;
}

const near = 30;
// Days that are set, not days by which something has to be done.
const kept = new Set(['hold-audit', 'await-decision']);

export function daysWords(row: Pick<PortfolioRow, 'daysLeft' | 'status' | 'exitedOn'>, t: TFunction): Words {
  const { daysLeft, status, exitedOn } = row;
  if (exitedOn !== null) return { text: t('portfolio.days.none'), tone: 'quiet' };
  if (daysLeft === null) return { text: t(status === 'none' ? 'portfolio.days.none' : 'portfolio.days.unknown'), tone: 'quiet' };
  const tone = daysLeft <= near ? 'loud' : status === 'in-force' ? 'quiet' : 'plain';
  return { text: untilWords(daysLeft, t), tone };
}

/** "om 5 dage", "i dag", "24 dage siden". */
export function untilWords(days: number, t: TFunction): string {
  if (days === 0) return t('portfolio.days.today');
  return days > 0 ? t('portfolio.days.in', { count: days }) : t('portfolio.days.ago', { count: -days });
}

export function nextStepWords(row: PortfolioRow, on: CalendarDate, t: TFunction, format: Format): Words {
  if (row.exitedOn !== null) return { text: t('portfolio.exitedOn', { date: format.date(row.exitedOn) }), tone: 'quiet' };
  const { code, dueOn, overdue } = row.nextStep;
  if (code === 'none' && row.failedReminders > 0) {
    return { text: t('portfolio.failedReminders', { count: row.failedReminders }), tone: 'loud' };
  }
  const isNear = dueOn !== null && daysBetween(on, dueOn) <= near;
  const tone = code === 'none' ? 'quiet' : overdue || (isNear && row.needsAction) ? 'loud' : row.needsAction ? 'strong' : 'plain';
  return { text: stepText(row.nextStep, t, format.date), tone };
}

/** The step with its day: "Book audit senest 18.12.2026". */
export function stepText({ code, dueOn, overdue }: PortfolioRow['nextStep'], t: TFunction, date: (day: CalendarDate) => string): string {
  const step = t(`portfolio.step.${code}`);
  if (dueOn === null) return step;
  const key = overdue ? 'portfolio.stepWas' : kept.has(code) ? 'portfolio.stepOn' : 'portfolio.stepBy';
  return t(key, { step, date: date(dueOn) });
}

export function recertificationWords(row: PortfolioRow, on: CalendarDate, t: TFunction, format: Format): Words {
  if (row.exitedOn !== null) return { text: '', tone: 'quiet' };
  if (row.booking) {
    const { firstDayOn, lastDayOn, inTime, reportedByCluster } = row.booking;
    const date = format.date(firstDayOn) + (reportedByCluster ? `, ${t('portfolio.recertification.reported')}` : '');
    if (lastDayOn < on) return { text: t('portfolio.recertification.held', { date }), tone: 'plain' };
    return inTime
      ? { text: t('portfolio.recertification.booked', { date }), tone: 'plain' }
      : { text: t('portfolio.recertification.late', { date }), tone: 'loud' };
  }
  if (row.nextStep.code === 'book-audit' || row.nextStep.code === 'renew-in-window') {
    return { text: t('portfolio.recertification.none'), tone: row.needsAction ? 'strong' : 'plain' };
  }
  if (row.orderBy !== null && row.orderBy >= on) {
    return { text: t('portfolio.recertification.opens', { date: format.date(row.orderBy) }), tone: 'quiet' };
  }
  return { text: t('portfolio.recertification.none'), tone: 'quiet' };
}

/** The end as it is known: a day, a coarser date, or nothing. */
export function endText(row: PortfolioRow, format: Format): string | null {
  const end = row.validUntil ?? row.validUntilPartial;
  return end === null || row.exitedOn !== null ? null : format.date(end);
}

/** The flag stands where booking is still to be done. */
export function flagOn(row: PortfolioRow): CalendarDate | null {
  return row.booking === null && (row.nextStep.code === 'book-audit' || row.status === 'expiring') ? row.orderBy : null;
}
