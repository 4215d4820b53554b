import {
  type CalendarDate,
  type ClusterDecision,
  daysBetween,
  type Level,
  type ReminderEvent,
  renewalWindowOn,
  underCycle,
} from '@klyngevagt/scoring';
import type { ReminderMailEvent, ReminderTopic } from './reminder-input.js';

/** The day of sending against the day that people are reminded of. */
type Moment = 'ahead' | 'today' | 'passed';

/** What is the case on the day of sending; it decides the wording. */
export type SituationKind =
  | 'booking-ahead'
  | 'booking-today'
  | 'booking-late'
  | 'rebook'
  | `end-${Moment}`
  | 'window'
  | 'lapsed'
  | `${Exclude<ReminderEvent, 'booking' | 'end' | 'window-end'>}-${Moment}`;

/** What a reminder is about on the day of sending. */
export interface ReminderSituation {
  kind: SituationKind;
  event: ReminderMailEvent;
  moment: Moment;
  level: Level;
  /** Days from the day of sending to the event's day, or since it. */
  days: number;
  /** Last valid day of the label; null where none is held. */
  endOn: CalendarDate | null;
  windowEndOn: CalendarDate | null;
  windowMonths: number | null;
  auditBy: CalendarDate | null;
}

/** What closes for good speaks first, then what ended, then what is to be booked, at last work on the way. */
const byWeight: readonly ReminderEvent[] = [
  'window-end',
  'end',
  'plan',
  'waiver',
  'booking',
  'milestone',
  'self-test-returned',
  'document',
  'recommendation',
];

const dutyEvents: readonly ReminderEvent[] = ['booking', 'end', 'window-end', 'plan', 'waiver'];

/** Whether people are told because of the duty itself, so that nobody can do without it. */
export function isOfDuty(event: ReminderEvent): boolean {
  return dutyEvents.includes(event);
}

/** The situations of all steps of a mail, each deadline once, the gravest first. */
export function situationsOf(topic: ReminderTopic, on: CalendarDate): [ReminderSituation, ...ReminderSituation[]] {
  const { chain } = topic.decision;
  const events = [...topic.events].sort(byGravity);
  const distinct = events.filter((event, index) => events.findIndex((other) => isSame(event, other)) === index);
  const [first = { event: 'booking' as const, deadlineOn: chain?.orderBy ?? on }, ...rest] = distinct;
  return [situationOf(first, topic, on), ...rest.map((event) => situationOf(event, topic, on))];
}

/** Order of two steps: the graver first; of two as grave, the earlier. */
export function byGravity(one: ReminderMailEvent, other: ReminderMailEvent): number {
  return byWeight.indexOf(one.event) - byWeight.indexOf(other.event) || one.deadlineOn.localeCompare(other.deadlineOn);
}

function isSame(one: ReminderMailEvent, other: ReminderMailEvent): boolean {
  return one.event === other.event && (one.subject ?? '') === (other.subject ?? '') && one.deadlineOn === other.deadlineOn;
}

function situationOf(event: ReminderMailEvent, topic: ReminderTopic, on: CalendarDate): ReminderSituation {
  const decision = underCycle(topic.decision, event.cycle);
  const { chain, required } = decision;
  const endOn = required.validUntil;
  const moment = on < event.deadlineOn ? 'ahead' : on === event.deadlineOn ? 'today' : 'passed';
  const level = levelOf(event.event, decision);
  return {
    kind: kindOf(event.event, moment, decision),
    event,
    moment,
    level,
    days: Math.abs(daysBetween(on, event.deadlineOn)),
    endOn,
    windowEndOn: event.event === 'window-end' ? event.deadlineOn : required.windowEndsOn,
    windowMonths: endOn === null ? null : (renewalWindowOn(topic.rules, level, endOn)?.months ?? null),
    auditBy: chain?.steps.find(({ step }) => step === 'audit')?.latestOn ?? null,
  };
}

function kindOf(event: ReminderEvent, moment: Moment, { chain, required, on }: ClusterDecision): SituationKind {
  if (event === 'window-end') return moment === 'passed' ? 'lapsed' : 'window';
  if (event === 'end') {
    const isRenewable = required.windowEndsOn !== null && required.windowEndsOn >= on;
    return moment === 'passed' && !isRenewable ? 'lapsed' : `end-${moment}`;
  }
  if (event !== 'booking') return `${event}-${moment}`;
  if (chain?.booking && !chain.booking.inTime) return 'rebook';
  return moment === 'passed' ? 'booking-late' : `booking-${moment}`;
}

/** A plan or an exemption is about what the duty asks for; everything else about what is worked towards. */
function levelOf(event: ReminderEvent, { chain, verdicts, verdictProgrammeId }: ClusterDecision): Level {
  const verdict = verdicts.find(({ programmeId }) => programmeId === verdictProgrammeId) ?? verdicts[0];
  const ofDuty = verdict?.requiredLevel;
  const ofCycle = chain?.cycle.level;
  return (event === 'plan' || event === 'waiver' ? (ofDuty ?? ofCycle) : (ofCycle ?? ofDuty)) ?? 'gold';
}
