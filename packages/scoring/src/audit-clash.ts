import { earliestAudit } from './audit-trial.js';
import { projectedDecisionOn } from './booking.js';
import { addMonths, daysBetween, endOfMonth, type CalendarDate } from './calendar-date.js';
import type { ClusterDecision } from './decision.js';
import { effectiveRules } from './effective-rules.js';
import type { AwardKind, ClusterFacts, Level } from './facts.js';
import type { Rules } from './rules.js';
import { proposeValidity } from './validity-proposal.js';
import { openDayOnOrBefore, subtractWorkingDays } from './working-days.js';

/** Audits that the experts have to hold in a month, against how many they can hold, and who could go earlier. */

/** One audit that is booked, or that must be held by its last safe day if nobody books earlier. */
export interface AuditDemand {
  clusterId: string;
  kind: AwardKind;
  level: Level;
  firstDayOn: CalendarDate;
  lastDayOn: CalendarDate;
  /** Agreed already, so not to be moved here. */
  booked: boolean;
  /** The last safe booking day has passed. */
  late: boolean;
}

/** A cluster that could hold its audit earlier, in a month with room. */
export interface EarlierAudit {
  clusterId: string;
  /** First of the month to which it could go: the nearest before that has room. */
  toMonth: CalendarDate;
  firstDayOn: CalendarDate;
  lastDayOn: CalendarDate;
  /** Calendar days earlier than the last safe audit. */
  daysEarlier: number;
  /** Days of validity that going early costs: 0 for a renewal, which counts from the old end. Null where the rules give no validity. */
  daysLost: number | null;
  /** Among those that are enough to end the clash: who loses least first. */
  suggested: boolean;
}

export interface AuditMonth {
  /** First of the month. */
  month: CalendarDate;
  capacity: number;
  demand: readonly AuditDemand[];
  /** Audits above what the experts can hold; 0 without a clash. */
  over: number;
  /** Who could go earlier; only where there is a clash. */
  earlier: readonly EarlierAudit[];
}

/** The audits that a cluster asks the experts for from a day on: each that stands booked, else the last safe one of its chain. */
export function auditDemandOf(facts: ClusterFacts, { on, chain }: ClusterDecision, rules: Rules): AuditDemand[] {
  const standing = facts.audits.filter(
    ({ state, lastDayOn, reportedOn }) => (state === 'reported' || state === 'confirmed') && lastDayOn >= on && reportedOn <= on,
  );
  const { clusterId } = facts;
  const kind = chain?.cycle.kind ?? 'renewal';
  if (standing.length > 0) {
    return standing.map(({ level, firstDayOn, lastDayOn }) => ({
      clusterId,
      kind,
      level,
      firstDayOn,
      lastDayOn,
      booked: true,
      late: false,
    }));
  }
  const audit = chain?.steps.find(({ step }) => step === 'audit');
  if (!chain || chain.booking || !audit?.latestOn || !audit.startsOn) return [];
  const late = chain.orderBy !== null && on > chain.orderBy;
  const shared = { clusterId, kind, level: chain.cycle.level, booked: false, late };
  if (audit.startsOn >= on) return [{ ...shared, firstDayOn: audit.startsOn, lastDayOn: audit.latestOn }];
  const soonest = earliestAudit(kind, rules, on);
  return soonest ? [{ ...shared, firstDayOn: soonest.firstDayOn, lastDayOn: soonest.lastDayOn }] : [];
}

/** What the clash is worked out from. */
export interface ClashQuestion {
  on: CalendarDate;
  months: number;
  /** Facts of the clusters that the demand is of. */
  clusters: readonly ClusterFacts[];
  demand: readonly AuditDemand[];
  /** Audits that can be held in the month that begins on the day. */
  capacityOf(month: CalendarDate): number;
}

/** Demand and capacity of each month from the one of the day on; an audit counts in the month in which it begins. */
export function auditClash({ on, months, clusters, demand, capacityOf }: ClashQuestion, rules: Rules): AuditMonth[] {
  const first = monthOf(on);
  const load = new Map<CalendarDate, number>();
  const calendar = Array.from({ length: months }, (_, index) => addMonths(first, index)).map((month) => {
    const within = demand.filter(({ firstDayOn }) => monthOf(firstDayOn) === month);
    load.set(month, within.length);
    return { month, capacity: capacityOf(month), demand: within };
  });
  const room = (month: CalendarDate): number => capacityOf(month) - (load.get(month) ?? 0);
  return calendar.map((one) => {
    const over = Math.max(0, one.demand.length - one.capacity);
    const options = over === 0 ? [] : optionsOf(one.demand, { on, clusters, room }, rules);
    let left = (load.get(one.month) ?? 0) - one.capacity;
    const earlier = options.map((option) => {
      const suggested = left > 0 && room(option.toMonth) > 0;
      if (suggested) {
        left -= 1;
        load.set(option.toMonth, (load.get(option.toMonth) ?? 0) + 1);
        load.set(one.month, (load.get(one.month) ?? 0) - 1);
      }
      return { ...option, suggested };
    });
    return { ...one, over, earlier };
  });
}

interface Search {
  on: CalendarDate;
  clusters: readonly ClusterFacts[];
  room(month: CalendarDate): number;
}

/** Who could go earlier, who loses least first, then who has furthest to the last safe day. */
function optionsOf(demand: readonly AuditDemand[], search: Search, rules: Rules): Omit<EarlierAudit, 'suggested'>[] {
  const options = demand.flatMap((one) => (one.booked || one.late ? [] : (earlierOf(one, search, rules) ?? [])));
  return options.sort((one, other) => (one.daysLost ?? Infinity) - (other.daysLost ?? Infinity) || one.daysEarlier - other.daysEarlier);
}

function earlierOf(demand: AuditDemand, { on, clusters, room }: Search, rules: Rules): Omit<EarlierAudit, 'suggested'> | null {
  const facts = clusters.find(({ clusterId }) => clusterId === demand.clusterId);
  const soonest = earliestAudit(demand.kind, rules, on);
  if (!facts || !soonest) return null;
  const lasts = effectiveRules(rules, on).steps[demand.kind].find(({ step }) => step === 'audit')?.lasts ?? 1;
  for (let month = addMonths(monthOf(demand.firstDayOn), -1); month >= monthOf(soonest.firstDayOn); month = addMonths(month, -1)) {
    if (room(month) <= 0) continue;
    const lastDayOn = openDayOnOrBefore(endOfMonth(month), rules.closedDays);
    const firstDayOn = lastDayOn && subtractWorkingDays(lastDayOn, Math.max(0, lasts - 1), rules.closedDays);
    if (!firstDayOn || firstDayOn < soonest.firstDayOn || monthOf(firstDayOn) !== month) continue;
    const daysLost = daysLostBy(facts, demand, lastDayOn, rules, on);
    const { clusterId } = demand;
    return { clusterId, toMonth: month, firstDayOn, lastDayOn, daysEarlier: daysBetween(firstDayOn, demand.firstDayOn), daysLost };
  }
  return null;
}

function daysLostBy(facts: ClusterFacts, demand: AuditDemand, lastDayOn: CalendarDate, rules: Rules, on: CalendarDate): number | null {
  const end = (assessedOn: CalendarDate): CalendarDate | null => {
    const approvedOn = projectedDecisionOn(assessedOn, demand.kind, effectiveRules(rules, on));
    return approvedOn && proposeValidity({ level: demand.level, assessedOn, approvedOn }, facts.awards, rules).validUntil;
  };
  const [early, late] = [end(lastDayOn), end(demand.lastDayOn)];
  return early && late ? daysBetween(early, late) : null;
}

function monthOf(day: CalendarDate): CalendarDate {
  return `${day.slice(0, 8)}01` as CalendarDate;
}
