import { addMonths, endOfMonth, type CalendarDate } from './calendar-date.js';
import { decideCluster } from './decide-cluster.js';
import type { LabelStatus, VerdictCode } from './decision.js';
import { type Expectation, expectedAtUsualPace, expectedFromBooking } from './forecast-awards.js';
import { type UsualPace, usualPaceOf } from './forecast-pace.js';
import type { Award, ClusterFacts } from './facts.js';
import type { Rules } from './rules.js';

/**
 * What becomes of a cluster in the months to come, under courses that are plainly said. A course adds awards that are expected by the
 * rules, and nothing else: there is no probability in it.
 */

/** `nothing`: nobody does anything more. `as-booked`: what is booked leads to its decision. `usual-pace`: as they did before. */
export type CourseName = 'nothing' | 'as-booked' | 'usual-pace';

export interface ForecastMonth {
  on: CalendarDate;
  verdict: VerdictCode;
  /** State of the required level or higher. */
  status: LabelStatus;
  /** The required level or higher is in force. */
  holds: boolean;
}

export interface Course extends Expectation {
  months: readonly ForecastMonth[];
}

export interface ClusterForecast {
  clusterId: string;
  nothing: Course;
  asBooked: Course;
  /** Null where it is not offered: fewer than two renewals to take the pace from. */
  usualPace: Course | null;
  pace: UsualPace;
}

/** The days that a forecast judges: the day itself, then the last day of each of the months that follow. Ends of labels are month ends. */
export function forecastDays(on: CalendarDate, months: number): CalendarDate[] {
  const firstOfMonth = `${on.slice(0, 8)}01` as CalendarDate;
  return [on, ...Array.from({ length: months }, (_, index) => endOfMonth(addMonths(firstOfMonth, index + 1)))];
}

/** The courses of one cluster, by the rules of each day. The first of the days is the one that the forecast is made on. */
export function forecastCluster(facts: ClusterFacts, rules: Rules, days: readonly CalendarDate[]): ClusterForecast {
  const [on, until] = [days[0], days.at(-1)];
  if (on === undefined || until === undefined) throw new RangeError('A forecast needs a day');
  const decision = decideCluster(facts, rules, on);
  const booked = expectedFromBooking(facts, decision, rules);
  const pace = usualPaceOf(facts.awards, decision, rules);
  const paced = pace.medianDays === null ? null : expectedAtUsualPace(facts, booked, pace.medianDays, rules, on, until);
  const course = (expectation: Expectation): Course => ({ ...expectation, months: judge(facts, expectation.awards, rules, days) });
  return {
    clusterId: facts.clusterId,
    nothing: course({ awards: [], withheld: null }),
    asBooked: course(booked),
    usualPace: paced && course(paced),
    pace,
  };
}

/** An expected award is known from the month after which it is decided on, never before: nobody is covered by what has not happened. */
function judge(facts: ClusterFacts, expected: Expectation['awards'], rules: Rules, days: readonly CalendarDate[]): ForecastMonth[] {
  return days.map((on, index) => {
    const known: Award[] = index === 0 ? [] : expected.map(({ award }) => award).filter(({ approvedOn }) => (approvedOn ?? '') <= on);
    const then = known.length > 0 ? { ...facts, awards: [...facts.awards, ...known] } : facts;
    const { verdict, required } = decideCluster(then, rules, on);
    const holds = required.status === 'in-force' || required.status === 'expiring';
    return { on, verdict, status: required.status, holds };
  });
}

/** How many hold the level in each month. */
export interface HolderCount {
  counts: readonly number[];
  /** The first month with fewest holders; null where no month has fewer than the first. */
  lowest: { on: CalendarDate; count: number; lost: readonly string[]; gained: readonly string[] } | null;
}

/** Counts the holders of a portfolio, month by month, and names who falls out by the lowest one. All courses must be of the same days. */
export function countHolders(clusters: readonly { clusterId: string; months: readonly ForecastMonth[] }[]): HolderCount {
  const days = clusters[0]?.months ?? [];
  const counts = days.map((_, index) => clusters.filter(({ months }) => months[index]?.holds).length);
  const fewest = Math.min(...counts);
  const at = counts.indexOf(fewest);
  const day = days[at];
  if (day === undefined || fewest === counts[0]) return { counts, lowest: null };
  const changed = (held: boolean) => clusters.filter(({ months }) => months[0]?.holds === held && months[at]?.holds === !held);
  const [lost, gained] = [changed(true), changed(false)].map((some) => some.map(({ clusterId }) => clusterId));
  return { counts, lowest: { on: day.on, count: fewest, lost: lost ?? [], gained: gained ?? [] } };
}
