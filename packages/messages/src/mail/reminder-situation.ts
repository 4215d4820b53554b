import { type CalendarDate, daysBetween, type Level, type ReminderEvent, renewalWindowOn } from '@klyngevagt/scoring';
import type { ReminderMailInput } from './reminder-input.js';

/** What is the case on the day of sending; it decides the wording. */
export interface ReminderSituation {
  kind: 'booking-ahead' | 'booking-today' | 'booking-late' | 'rebook' | 'end-ahead' | 'end-today' | 'end-passed' | 'window';
  level: Level;
  /** The date the mail is about. */
  deadlineOn: CalendarDate;
  /** Days from the day of sending to that date, or since it. */
  days: number;
  /** Last valid day of the label; null where none is held. */
  endOn: CalendarDate | null;
  windowEndOn: CalendarDate | null;
  windowMonths: number | null;
  auditBy: CalendarDate | null;
}

/** The gravest of the merged steps speaks: what closes for good, then what ended, then what is to be booked. */
const byWeight: readonly ReminderEvent[] = ['window-end', 'end', 'booking'];

export function situationOf({ events, decision, on, rules }: ReminderMailInput): ReminderSituation {
  const leading = [...events].sort((one, other) => byWeight.indexOf(one.event) - byWeight.indexOf(other.event))[0];
  const { chain, required } = decision;
  const deadlineOn = leading?.deadlineOn ?? chain?.orderBy ?? on;
  const event = leading?.event ?? 'booking';
  const endOn = required.validUntil;
  const level = chain?.cycle.level ?? decision.verdicts[0]?.requiredLevel ?? 'gold';
  return {
    kind: kindOf(event, deadlineOn, on, chain?.booking ?? null),
    level,
    deadlineOn,
    days: Math.abs(daysBetween(on, deadlineOn)),
    endOn,
    windowEndOn: event === 'window-end' ? deadlineOn : required.windowEndsOn,
    windowMonths: endOn === null ? null : (renewalWindowOn(rules, level, endOn)?.months ?? null),
    auditBy: chain?.steps.find(({ step }) => step === 'audit')?.latestOn ?? null,
  };
}

function kindOf(
  event: ReminderEvent,
  deadlineOn: CalendarDate,
  on: CalendarDate,
  booking: { inTime: boolean } | null,
): ReminderSituation['kind'] {
  if (event === 'window-end') return 'window';
  if (event === 'end') return on < deadlineOn ? 'end-ahead' : on === deadlineOn ? 'end-today' : 'end-passed';
  if (booking && !booking.inTime) return 'rebook';
  return on < deadlineOn ? 'booking-ahead' : on === deadlineOn ? 'booking-today' : 'booking-late';
}
