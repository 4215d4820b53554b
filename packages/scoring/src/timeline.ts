import { addDays, addMonths, type CalendarDate } from './calendar-date.js';
import type { ClusterDecision } from './decision.js';
import type { ClusterFacts } from './facts.js';
import type { ProcessStep } from './rules.js';

/** Days that somebody looks forward to, for a list by month and a strip by quarter. Decided by the chain; nothing is computed anew. */

/** Steps by their last safe day; `booked-audit` and `expected-decision` by the booking; the ends by what was recorded. */
export type AheadKind =
  Exclude<ProcessStep, 'decision'> | 'booked-audit' | 'expected-decision' | 'end' | 'window-end' | 'plan-due' | 'level-due' | 'waiver-end';

export interface DateAhead {
  kind: AheadKind;
  on: CalendarDate;
  /** Last day of an audit that lasts; null otherwise. */
  untilOn: CalendarDate | null;
  /** Has passed undone. */
  overdue: boolean;
}

/** Everything of a cluster that is still to come on the day of the decision, and what has passed undone, in order of time. */
export function datesAhead(decision: ClusterDecision, facts: Pick<ClusterFacts, 'waivers'>): DateAhead[] {
  const { on, chain, duty } = decision;
  const required = duty?.required ?? decision.required;
  const dates: DateAhead[] = chain ? [...stepsAhead(chain), ...bookingAhead(chain, on)] : [];
  const add = (kind: AheadKind, day: CalendarDate | null): void => {
    if (day !== null) dates.push({ kind, on: day, untilOn: null, overdue: false });
  };
  const isHeld = required.status === 'in-force' || required.status === 'expiring';
  if (isHeld) add('end', required.validUntil);
  if (required.status === 'renewable') add('window-end', required.windowEndsOn);
  if (chain?.cycle.anchor === 'plan-due' || chain?.cycle.anchor === 'level-due') add(chain.cycle.anchor, chain.cycle.anchorOn);
  for (const waiver of facts.waivers) if (waiver.approvedOn !== null && waiver.startsOn <= on) add('waiver-end', waiver.endsOn);
  return dates
    .filter(({ on: day, untilOn, overdue }) => overdue || (untilOn ?? day) >= on)
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

type Chain = NonNullable<ClusterDecision['chain']>;

/** Once an audit is booked in time, the way to it is behind. */
function stepsAhead({ steps, booking }: Chain): DateAhead[] {
  return steps.flatMap(({ step, latestOn, startsOn, overdue }): DateAhead[] => {
    if (step === 'decision' || latestOn === null || booking?.inTime) return [];
    return [{ kind: step, on: startsOn ?? latestOn, untilOn: startsOn === latestOn ? null : latestOn, overdue }];
  });
}

function bookingAhead({ booking }: Chain, on: CalendarDate): DateAhead[] {
  if (!booking) return [];
  const { firstDayOn, lastDayOn, projectedDecisionOn, submitBy } = booking;
  const untilOn = lastDayOn === firstDayOn ? null : lastDayOn;
  return [
    ...(submitBy ? [{ kind: 'submission' as const, on: submitBy, untilOn: null, overdue: false }] : []),
    { kind: 'booked-audit', on: firstDayOn, untilOn, overdue: false },
    { kind: 'expected-decision', on: projectedDecisionOn, untilOn: null, overdue: projectedDecisionOn < on },
  ];
}

/** The day by which the required level must have been awarded anew: the end, the due day of a plan, or the end of the window. */
export function recertifyBy({ chain }: Pick<ClusterDecision, 'chain'>): CalendarDate | null {
  return chain?.cycle.anchorOn ?? null;
}

export interface Quarter {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  /** Clusters whose day falls in it, in the order given. */
  clusterIds: readonly string[];
}

/** The days by quarter, from the quarter of `from` through that of `to`, empty ones included. Days outside are left out. */
export function byQuarter(
  days: readonly { clusterId: string; on: CalendarDate | null }[],
  from: CalendarDate,
  to: CalendarDate,
): Quarter[] {
  const quarters: Quarter[] = [];
  for (let startsOn = quarterStart(from); startsOn <= to; startsOn = addMonths(startsOn, 3)) {
    const endsOn = addDays(addMonths(startsOn, 3), -1);
    const within = days.filter(({ on }) => on !== null && startsOn <= on && on <= endsOn);
    quarters.push({ startsOn, endsOn, clusterIds: within.map(({ clusterId }) => clusterId) });
  }
  return quarters;
}

/** First day of the quarter that a day lies in. */
function quarterStart(day: CalendarDate): CalendarDate {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % 3);
  return `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01` as CalendarDate;
}
