import { awardPeriods, levelRank } from './award-period.js';
import { addDays, addMonths, daysBetween, type CalendarDate } from './calendar-date.js';
import { decideCluster } from './decide-cluster.js';
import type { LabelStatus, VerdictCode } from './decision.js';
import { dutyOn, runsOn } from './duty.js';
import { renewalWindowOn } from './effective-rules.js';
import type { ClusterFacts, Level } from './facts.js';
import { labelStateOn } from './label-state.js';
import type { Rules } from './rules.js';

/** Days of one kind in a row. */
export interface SpanWithout {
  from: CalendarDate;
  to: CalendarDate;
  /** Both ends included. */
  days: number;
  /** State of the level, or higher, on these days. `unknown` days are counted apart: they may have been held. */
  status: LabelStatus;
  /** Worst verdict on these days: tells days by plan or waiver from breach. */
  verdict: VerdictCode;
}

/** Days on which a cluster was bound and did not hold a level, with the spans they are the sum of. */
export interface DaysWithout {
  level: Level;
  from: CalendarDate;
  to: CalendarDate;
  /** Sum of the spans whose status is known. */
  days: number;
  /** Sum of the spans whose status is not known. */
  unknownDays: number;
  /** Days on which an obligation of the level or higher bound the cluster. */
  boundDays: number;
  spans: readonly SpanWithout[];
}

/**
 * Counts the days from `from` to `to`, both included, on which an obligation of the level or higher bound the cluster and the level was
 * not held, as known from these facts. Ask once with the facts of today and once with those known then to tell the two apart. Throws a
 * RangeError if `to` lies before `from`.
 */
export function daysWithout(level: Level, from: CalendarDate, to: CalendarDate, facts: ClusterFacts, rules: Rules): DaysWithout {
  if (to < from) throw new RangeError(`The period ends ${to} before it begins ${from}`);
  const spans: SpanWithout[] = [];
  let boundDays = 0;
  const starts = changeDays(facts, rules, from, to);
  starts.forEach((start, index) => {
    const next = starts[index + 1];
    const end = next ? addDays(next, -1) : to;
    if (!isBoundTo(level, facts, start)) return;
    const days = daysBetween(start, end) + 1;
    boundDays += days;
    const { status } = labelStateOn(facts, level, rules, start);
    if (status === 'in-force' || status === 'expiring') return;
    append(spans, { from: start, to: end, days, status, verdict: decideCluster(facts, rules, start).verdict });
  });
  const sum = (isUnknown: boolean): number =>
    spans.reduce((total, span) => total + ((span.status === 'unknown') === isUnknown ? span.days : 0), 0);
  return { level, from, to, days: sum(false), unknownDays: sum(true), boundDays, spans };
}

function isBoundTo(level: Level, facts: ClusterFacts, on: CalendarDate): boolean {
  return facts.obligations.some(
    (obligation) =>
      levelRank[obligation.requiredLevel] >= levelRank[level] &&
      runsOn(obligation, on) &&
      dutyOn(facts.memberships, obligation.programmeId, on).answer === 'bound',
  );
}

/** Joins a span to the one before it where nothing that is shown differs. */
function append(spans: SpanWithout[], span: SpanWithout): void {
  const last = spans.at(-1);
  const continues = last && last.status === span.status && last.verdict === span.verdict && addDays(last.to, 1) === span.from;
  if (continues) spans[spans.length - 1] = { ...last, to: span.to, days: last.days + span.days };
  else spans.push(span);
}

/** Every day on which bound, level or verdict may change between two days, the first included. */
function changeDays(facts: ClusterFacts, rules: Rules, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const days = new Set<CalendarDate>([from]);
  const begins = (day: CalendarDate | null): void => {
    if (day !== null && day > from && day <= to) days.add(day);
  };
  const endsAfter = (day: CalendarDate | null): void => begins(day && addDays(day, 1));
  for (const period of awardPeriods(facts.awards, rules)) {
    begins(period.mayHoldFrom);
    begins(period.from);
    begins(period.award.revokedOn);
    endsAfter(period.endsOn);
    const window = period.endsOn && renewalWindowOn(rules, period.level, period.endsOn);
    if (window && period.endsOn) endsAfter(addMonths(period.endsOn, window.months));
  }
  for (const { startsOn, endsOn } of [...facts.obligations, ...facts.programmes, ...facts.waivers]) {
    begins(startsOn);
    endsAfter(endsOn);
  }
  for (const { approvedOn } of facts.waivers) begins(approvedOn);
  for (const { startsOn, endsOn, levelDueOn } of facts.memberships) {
    begins(startsOn);
    endsAfter(endsOn);
    endsAfter(levelDueOn);
  }
  for (const { acceptedOn, closedOn, dueOn } of facts.plans) {
    begins(acceptedOn);
    begins(closedOn);
    endsAfter(dueOn);
  }
  return [...days].sort();
}
