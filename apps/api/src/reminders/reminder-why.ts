import type { ReminderWhyCode } from '@klyngevagt/contracts';
import type { ClusterPage, ReminderListRow, RunsOfDay } from '@klyngevagt/db';
import {
  addDays,
  type CalendarDate,
  type ClusterDecision,
  deadlinesOf,
  isExemptAlone,
  type NewReminder,
  planReminders,
  type RecipientRole,
  type Rules,
} from '@klyngevagt/scoring';
import { copenhagenDate, realToday } from '../clock.js';

export interface WhyReason {
  code: ReminderWhyCode;
  row: ReminderListRow | null;
  /** What a sentence without a row speaks of. */
  step: Pick<NewReminder, 'event' | 'offsetDays' | 'deadlineOn' | 'role'> | null;
  /** The other day of a sentence that has one. */
  day: CalendarDate | null;
  at: Date | string | null;
  count: number | null;
}

export interface WhyQuestion {
  cluster: Pick<ClusterPage, 'facts' | 'people' | 'responsibleOfficer'>;
  /** On the day asked about. */
  decision: ClusterDecision;
  rules: Rules;
  /** Every reminder of the cluster. */
  rows: readonly ReminderListRow[];
  runs: RunsOfDay;
  today: CalendarDate;
  /** The demonstration's days are not those of the clock on the wall. */
  isDemoDay: boolean;
  isWorkerSilent: boolean;
}

const reason = (code: ReminderWhyCode, more: Partial<WhyReason> = {}): WhyReason => ({
  code,
  row: null,
  step: null,
  day: null,
  at: null,
  count: null,
  ...more,
});

/**
 * Why nothing, or not more, was sent about a cluster on a day. First what became of each reminder of that day, then what the plan of that day
 * lacks, then why there was no plan, last whether sending ran at all.
 */
export function whyNotMore(question: WhyQuestion): WhyReason[] {
  const { decision, rows } = question;
  const { on } = decision;
  const ofTheDay = rows.filter((row) => row.dueOn === on || sentOn(row) === on);
  const reasons = ofTheDay.map((row) => rowReason(row, question));
  const duty = dutyReason(question);
  if (duty !== null) reasons.push(duty);
  else reasons.push(...planReasons(question));
  if (reasons.length === 0) reasons.push(reason('no-step-that-day'));
  const next = rows.find(({ state, dueOn }) => state === 'planned' && dueOn > on);
  if (next && !reasons.some(({ code }) => code === 'sent')) reasons.push(reason('next-step', { row: next, day: next.dueOn }));
  return [...reasons, ...runReasons(question)];
}

const sentOn = ({ sentAt }: ReminderListRow) => (sentAt === null ? null : copenhagenDate(new Date(sentAt)));

function rowReason(row: ReminderListRow, question: WhyQuestion): WhyReason {
  switch (row.state) {
    case 'sent':
      return sentReason(row, question);
    case 'acknowledged':
      return reason('acknowledged', { row });
    case 'suppressed':
      return reason(row.suppressedBecause ?? 'not-needed', { row });
    case 'superseded':
      return supersededReason(row, question);
    case 'failed':
      return reason(`failed-${row.failedBecause ?? 'refused'}`, { row });
    case 'uncertain':
      return reason('uncertain', { row });
    case 'sending':
      return reason('in-hand', { row });
    case 'planned':
      return waitingReason(row, question);
  }
}

/** The demonstration's days are not those of the clock on the wall: a mail of one of its runs counts for the day it was due. */
function sentReason(row: ReminderListRow, { decision: { on }, today }: WhyQuestion): WhyReason {
  const isOfTheDay = sentOn(row) === on || today !== realToday();
  return isOfTheDay ? reason('sent', { row, at: row.sentAt }) : reason('sent-on-another-day', { row, day: sentOn(row) });
}

function supersededReason(row: ReminderListRow, question: WhyQuestion): WhyReason {
  if (hasLeft(row, question)) return reason('superseded-recipient-left', { row });
  const heir = question.rows.find(
    (other) =>
      other.state !== 'superseded' &&
      other.event === row.event &&
      other.subject === row.subject &&
      other.cycle === row.cycle &&
      other.offsetDays === row.offsetDays &&
      other.personId === row.personId &&
      other.deadlineOn !== row.deadlineOn,
  );
  return heir ? reason('superseded-by-new-deadline', { row, day: heir.deadlineOn }) : reason('superseded', { row });
}

/** Whether the recipient was told in a role of their own that they have no longer. Who heads a programme, or stood in, is not known here. */
function hasLeft({ role, personId, standsInForId }: ReminderListRow, { cluster, today }: WhyQuestion): boolean {
  if (role === 'head' || standsInForId !== null) return false;
  if (role === 'officer') return cluster.responsibleOfficer?.id !== personId;
  return !cluster.people.some(
    (seat) => seat.personId === personId && seat.role === role && seat.startsOn <= today && (seat.endsOn === null || seat.endsOn >= today),
  );
}

function waitingReason(row: ReminderListRow, { today, isWorkerSilent }: WhyQuestion): WhyReason {
  if (row.dueOn > today) return reason('planned-for-the-day', { row });
  if (row.nextAttemptAt !== null) return reason('postponed', { row, at: row.nextAttemptAt, count: row.attempts });
  return reason(isWorkerSilent ? 'waits-for-silent-worker' : 'waits-for-next-run', { row });
}

/** Nobody is reminded of a duty that does not bind, is waived or is not known. */
function dutyReason({ decision, cluster }: WhyQuestion): WhyReason | null {
  const { verdict, chain } = decision;
  if (verdict === 'not-bound') return reason('not-bound');
  if (isExemptAlone(decision)) return reason('exempt');
  if (chain !== null && deadlinesOf(decision, cluster.facts).length > 0) return null;
  return reason(verdict === 'unknown' ? 'unknown-duty' : 'no-deadline');
}

const roles: readonly RecipientRole[] = ['manager', 'chair', 'officer'];

/** What the rules foresee for the day and the stored plan does not hold, and what they moved away from a closed day. */
function planReasons(question: WhyQuestion): WhyReason[] {
  const { cluster, decision, rules, rows } = question;
  const { on, chain } = decision;
  const reasons: WhyReason[] = [];
  if (chain?.booking?.inTime) reasons.push(reason('audit-booked', { day: chain.booking.firstDayOn }));
  const everyone = roles.map((role) => ({ personId: role, role }));
  for (const step of planReminders(cluster.facts, rules, { recipients: everyone, stored: [], holds: [], tasks: [] }, on).insert) {
    const rawOn = addDays(step.deadlineOn, step.offsetDays);
    const isStored = rows.some((row) => sameStep(row, step));
    if (rawOn === on && step.dueOn !== on && isStored) reasons.push(reason('moved-from-closed-day', { step, day: step.dueOn }));
    if (step.dueOn === on && !isStored) reasons.push(reason(isSeatTaken(question, step.role) ? 'not-planned' : 'no-recipient', { step }));
  }
  return reasons;
}

function sameStep(row: ReminderListRow, step: NewReminder): boolean {
  return (
    row.event === step.event &&
    row.offsetDays === step.offsetDays &&
    row.deadlineOn === step.deadlineOn &&
    (row.role === step.role || row.escalatedFrom === step.role)
  );
}

function isSeatTaken({ cluster, decision: { on } }: WhyQuestion, role: RecipientRole): boolean {
  if (role === 'officer') return cluster.responsibleOfficer !== null;
  return cluster.people.some((seat) => seat.role === role && seat.startsOn <= on && (seat.endsOn === null || seat.endsOn >= on));
}

/** Runs are kept for three months, so a silence before the oldest says nothing. */
function runReasons({ decision: { on }, runs, today }: WhyQuestion): WhyReason[] {
  if (on > today || runs.keptSince === null || on < runs.keptSince) return [];
  return [runs.count > 0 ? reason('worker-ran', { count: runs.count, at: runs.lastAt }) : reason('worker-did-not-run')];
}
