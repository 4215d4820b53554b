import { addDays, addMonths, earlierOf, earliestOf, isDay, laterOf, latestOf, type CalendarDate } from './calendar-date.js';
import type { Award, AwardKind, Level } from './facts.js';
import { renewalWindowOn, validityRuleOn } from './effective-rules.js';
import type { RenewalWindowRule, Rules } from './rules.js';

/** Levels in rising order: a higher rank satisfies a lower duty. */
export const levelRank: Readonly<Record<Level, number>> = { bronze: 1, silver: 2, gold: 3 };

/** Levels from the highest to the lowest. */
export const levelsFromHighest: readonly Level[] = ['gold', 'silver', 'bronze'];

/** An award as a stretch of days. */
export interface AwardPeriod {
  award: Award;
  level: Level;
  /** As it counts: a renewal approved after the window is a first award, whatever was recorded. */
  kind: AwardKind;
  /** First day on which the award surely counts. */
  from: CalendarDate;
  /** First day on which it may count: earlier than `from` where the start is coarser than a day or not stated. */
  mayHoldFrom: CalendarDate;
  /** False where neither a start nor an approval was recorded; `from` then rests on the usual length before the end. */
  isStartStated: boolean;
  /** Last day stated or saved, as a day; null: not known. */
  until: CalendarDate | null;
  /** Last day on which it holds: `until`, or the day before a revocation. Null: not known. */
  endsOn: CalendarDate | null;
}

const periodsKept = new WeakMap<readonly Award[], { rules: Rules; periods: readonly AwardPeriod[] }>();

/**
 * The awards of a cluster as periods, in the order given. A computed end is never used: only what was stated or saved. They do not depend
 * on the day asked about, and facts are never changed in place: a cluster decided day after day has its periods worked out once.
 */
export function awardPeriods(awards: readonly Award[], rules: Rules): readonly AwardPeriod[] {
  const kept = periodsKept.get(awards);
  if (kept?.rules === rules) return kept.periods;
  const periods = awards.map((award) => periodOf(award, awards, rules));
  periodsKept.set(awards, { rules, periods });
  return periods;
}

/** Given surely before another award: where the dates are too coarse to tell, it is not taken for the earlier one. */
export function isSurelyBefore(other: Award, award: Pick<Award, 'approvedOn' | 'assessedOn'>): boolean {
  const event = award.approvedOn ?? award.assessedOn;
  const began = other.approvedOn ?? other.validFrom ?? other.assessedOn;
  return event === null || began === null || latestOf(began) < earliestOf(event);
}

/** The award that a renewal continues: of the same level and given before, with the latest known end before the renewal's own. */
export function predecessorOf(award: Award, awards: readonly Award[]): Award | null {
  let latest: Award | null = null;
  for (const other of awards) {
    if (other === award || other.id === award.id || other.level !== award.level || !isDay(other.validUntil)) continue;
    if (isDay(award.validUntil) && other.validUntil >= award.validUntil) continue;
    if (!isSurelyBefore(other, award)) continue;
    if (!latest || !isDay(latest.validUntil) || other.validUntil > latest.validUntil) latest = other;
  }
  return latest;
}

/** The renewal window of a label that ended: its rule and its last day. */
export interface RenewalWindow {
  rule: RenewalWindowRule;
  endsOn: CalendarDate;
}

const endsKept = 4096;
const windows = new WeakMap<Rules, Record<Level, Map<CalendarDate, RenewalWindow | null>>>();

/** The renewal window after an end; null if no rule gives one. Labels end with a month, so that many clusters share one answer. */
export function renewalWindowAfter(level: Level, endedOn: CalendarDate, rules: Rules): RenewalWindow | null {
  let levels = windows.get(rules);
  if (!levels) windows.set(rules, (levels = { bronze: new Map(), silver: new Map(), gold: new Map() }));
  const ends = levels[level];
  const known = ends.get(endedOn);
  if (known !== undefined) return known;
  if (ends.size >= endsKept) ends.clear();
  const rule = renewalWindowOn(rules, level, endedOn);
  const window = rule && { rule, endsOn: addMonths(endedOn, rule.months) };
  ends.set(endedOn, window);
  return window;
}

/** The last day of the renewal window of a label that ended; null if no rule gives one. */
export function windowEndOf(level: Level, endedOn: CalendarDate, rules: Rules): CalendarDate | null {
  return renewalWindowAfter(level, endedOn, rules)?.endsOn ?? null;
}

function periodOf(award: Award, awards: readonly Award[], rules: Rules): AwardPeriod {
  const until = isDay(award.validUntil) ? award.validUntil : null;
  const endsOn = until && award.revokedOn && award.revokedOn <= until ? addDays(award.revokedOn, -1) : until;
  const joined = award.kind === 'renewal' ? joinsEndOf(award, awards, rules) : null;
  const kind = award.kind === 'renewal' && joined === 'too-late' ? 'first' : award.kind;
  const start = startOf(award, kind, joined === 'too-late' ? null : joined, until, rules);
  const from = until ? earlierOf(start.from, until) : start.from;
  const mayHoldFrom = earlierOf(start.mayHoldFrom, from);
  return { award, level: award.level, kind, from, mayHoldFrom, isStartStated: start.isStartStated, until, endsOn };
}

interface Start {
  from: CalendarDate;
  mayHoldFrom: CalendarDate;
  isStartStated: boolean;
}

function startOf(award: Award, kind: AwardKind, joinedEnd: CalendarDate | null, until: CalendarDate | null, rules: Rules): Start {
  if (award.validFrom !== null) return stated(earliestOf(award.validFrom), latestOf(award.validFrom));
  if (joinedEnd) {
    const from = addDays(joinedEnd, 1);
    return stated(from, from);
  }
  if (award.approvedOn !== null) return stated(earliestOf(award.approvedOn), latestOf(award.approvedOn));
  const mayHoldFrom = award.assessedOn === null ? firstDayEver : earliestOf(award.assessedOn);
  const assessedBy = award.assessedOn === null ? firstDayEver : latestOf(award.assessedOn);
  const from = until ? laterOf(usualStart(award.level, kind, until, rules), assessedBy) : mayHoldFrom;
  return { from, mayHoldFrom, isStartStated: false };
}

const firstDayEver = '0001-01-01' as CalendarDate;

function stated(mayHoldFrom: CalendarDate, from: CalendarDate): Start {
  return { from, mayHoldFrom, isStartStated: true };
}

/** A certificate of which only the end is known has surely begun one usual validity before it. */
function usualStart(level: Level, kind: AwardKind, until: CalendarDate, rules: Rules): CalendarDate {
  const rule = validityRuleOn(rules, level, kind, until);
  return rule ? addDays(addMonths(until, -rule.months), 1) : until;
}

/** The end that a renewal continues; `too-late` if its event fell after the window, null where no earlier end is known. */
function joinsEndOf(award: Award, awards: readonly Award[], rules: Rules): CalendarDate | 'too-late' | null {
  const previous = predecessorOf(award, awards);
  if (!previous || !isDay(previous.validUntil)) return null;
  if (previous.revokedOn && award.approvedOn && earliestOf(award.approvedOn) >= previous.revokedOn) return 'too-late';
  const rule = renewalWindowOn(rules, award.level, previous.validUntil);
  const event = rule?.event === 'assessed' ? award.assessedOn : award.approvedOn;
  const isLate = rule && event !== null && earliestOf(event) > addMonths(previous.validUntil, rule.months);
  return isLate ? 'too-late' : previous.validUntil;
}
