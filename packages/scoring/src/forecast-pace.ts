import { awardPeriods, levelRank, predecessorOf } from './award-period.js';
import { daysBetween, isDay, type CalendarDate } from './calendar-date.js';
import type { ClusterDecision } from './decision.js';
import type { Award, Level } from './facts.js';
import type { Rules } from './rules.js';

/** One renewal that a cluster has behind it. */
export interface PastRenewal {
  awardId: string;
  approvedOn: CalendarDate;
  /** The end that it continued. */
  endedOn: CalendarDate;
  /** Calendar days from the decision to that end; negative when it came after. */
  daysBeforeEnd: number;
}

/** A cluster's own past lead. */
export interface UsualPace {
  /** In the order in which they were decided. */
  renewals: readonly PastRenewal[];
  /** Median of their days before the end, rounded down; null for fewer than two renewals: one is no habit. */
  medianDays: number | null;
}

const fewestRenewals = 2;

/** How early a cluster has had its renewals decided, of the level that its duty asks for or higher, as far as both days are known. */
export function usualPaceOf(awards: readonly Award[], { on, required, chain }: ClusterDecision, rules: Rules): UsualPace {
  const level: Level | null = chain?.cycle.level ?? required.level;
  const renewals = awardPeriods(awards, rules).flatMap(({ award, kind }): PastRenewal[] => {
    if (kind !== 'renewal' || award.revokedOn !== null || !isDay(award.approvedOn) || award.approvedOn > on) return [];
    if (level !== null && levelRank[award.level] < levelRank[level]) return [];
    const endedOn = predecessorOf(award, awards)?.validUntil ?? null;
    if (!isDay(endedOn)) return [];
    return [{ awardId: award.id, approvedOn: award.approvedOn, endedOn, daysBeforeEnd: daysBetween(award.approvedOn, endedOn) }];
  });
  renewals.sort((one, other) => daysBetween(other.approvedOn, one.approvedOn));
  return { renewals, medianDays: renewals.length < fewestRenewals ? null : median(renewals.map(({ daysBeforeEnd }) => daysBeforeEnd)) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Math.floor((lower + upper) / 2);
}
