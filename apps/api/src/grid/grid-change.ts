import type { ClusterWithFacts } from '@klyngevagt/db';
import {
  addDays,
  addMonths,
  type Award,
  type AwardPeriod,
  awardPeriods,
  type CalendarDate,
  labelStateOn,
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
 * The award that decides the level today gets the end. Where it has one already, a date at least a year later is a renewal that follows without
 * a gap. Without any award, it is a first one.
 */
export function changeOf({ facts }: ClusterWithFacts, level: Level, validUntil: CalendarDate, rules: Rules, on: CalendarDate): GridChange {
  const latest = presentPeriod(facts, level, rules, on);
  const award = facts.awards.find(({ id }) => id === latest?.award.id);
  if (!latest || !award) return { kind: 'new-award', before: null, award: { level, kind: 'first', validFrom: null, validUntil } };
  const before = award.validUntil;
  if (before === validUntil) return { kind: 'none', before };
  if (latest.until !== null && validUntil >= addMonths(latest.until, renewalFromMonths)) {
    return { kind: 'new-award', before, award: { level, kind: 'renewal', validFrom: addDays(latest.until, 1), validUntil } };
  }
  if (latest.isStartStated && validUntil < latest.mayHoldFrom) return { kind: 'before-start', before, startsOn: latest.mayHoldFrom };
  return { kind: 'new-end', before, award, validUntil };
}

/** The award that decides the level's state on the day; where none does, the one that began last. */
function presentPeriod(facts: ClusterWithFacts['facts'], level: Level, rules: Rules, on: CalendarDate): AwardPeriod | null {
  const awards = facts.awards.filter((award) => award.level === level && award.revokedOn === null);
  const periods = awardPeriods(awards, rules);
  const state = labelStateOn({ recordConfirmedOn: facts.recordConfirmedOn, awards }, level, rules, on);
  const deciding = periods.find(({ award }) => award.id === (state.endsWithAwardId ?? state.awardId));
  return deciding ?? periods.toSorted((one, other) => (one.mayHoldFrom < other.mayHoldFrom ? -1 : 1)).at(-1) ?? null;
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
