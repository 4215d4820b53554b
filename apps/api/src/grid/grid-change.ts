import type { ClusterWithFacts } from '@klyngevagt/db';
import {
  addDays,
  addMonths,
  type Award,
  type AwardPeriod,
  awardPeriods,
  type CalendarDate,
  type Level,
  type Rules,
} from '@klyngevagt/scoring';

/** What a line of the grid does to a cluster's awards. */
export type GridChange =
  | { kind: 'none'; before: string | null }
  | { kind: 'new-end'; before: string | null; award: StoredAward; validUntil: CalendarDate }
  | { kind: 'new-award'; before: string | null; award: NewAward }
  | { kind: 'before-start'; before: string | null; startsOn: CalendarDate };

type StoredAward = ClusterWithFacts['facts']['awards'][number];
export type NewAward = Pick<Award, 'level' | 'kind' | 'validFrom'> & { validUntil: CalendarDate };

/** An end so many months later is another award; a nearer one corrects the end that is there. */
const renewalFromMonths = 12;

/**
 * The latest award of the level gets the end. Where it has one already, a date at least a year later is a renewal that follows without
 * a gap. Without any award, it is a first one.
 */
export function changeOf(cluster: ClusterWithFacts, level: Level, validUntil: CalendarDate, rules: Rules): GridChange {
  const latest = latestOf(awardPeriods(cluster.facts.awards, rules), level);
  const award = cluster.facts.awards.find(({ id }) => id === latest?.award.id);
  if (!latest || !award) return { kind: 'new-award', before: null, award: { level, kind: 'first', validFrom: null, validUntil } };
  const before = award.validUntil;
  if (before === validUntil) return { kind: 'none', before };
  if (latest.until !== null && validUntil >= addMonths(latest.until, renewalFromMonths)) {
    return { kind: 'new-award', before, award: { level, kind: 'renewal', validFrom: addDays(latest.until, 1), validUntil } };
  }
  if (latest.isStartStated && validUntil < latest.mayHoldFrom) return { kind: 'before-start', before, startsOn: latest.mayHoldFrom };
  return { kind: 'new-end', before, award, validUntil };
}

function latestOf(periods: readonly AwardPeriod[], level: Level): AwardPeriod | null {
  let latest: AwardPeriod | null = null;
  for (const period of periods) {
    if (period.level !== level || period.award.revokedOn !== null) continue;
    if (!latest || period.mayHoldFrom > latest.mayHoldFrom) latest = period;
  }
  return latest;
}

/** The cluster's facts as they would be: for the status afterwards, never saved from here. */
export function afterChange(cluster: ClusterWithFacts, change: GridChange): ClusterWithFacts['facts'] | ChangedFacts {
  const { facts } = cluster;
  if (change.kind === 'new-end') {
    const { award, validUntil } = change;
    return { ...facts, awards: facts.awards.map((one) => (one.id === award.id ? { ...one, validUntil } : one)) };
  }
  if (change.kind === 'new-award') {
    const award: Award = { id: 'not-saved', assessedOn: null, approvedOn: null, revokedOn: null, ...change.award };
    return { ...facts, awards: [...facts.awards, award] };
  }
  return facts;
}

type ChangedFacts = Omit<ClusterWithFacts['facts'], 'awards'> & { awards: readonly Award[] };
