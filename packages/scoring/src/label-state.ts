import { awardPeriods, levelRank, levelsFromHighest, renewalWindowAfter, type AwardPeriod, type RenewalWindow } from './award-period.js';
import { daysBetween, type CalendarDate } from './calendar-date.js';
import type { LabelState, LabelStatus } from './decision.js';
import { effectiveRules, type EffectiveRules } from './effective-rules.js';
import type { Award, Level } from './facts.js';
import { endOf, gaplessRun, openSuccessor, type Run } from './gapless-run.js';
import type { Reason } from './reason.js';
import type { Rules } from './rules.js';

/** What of a cluster decides its label. */
export interface LabelFacts {
  recordConfirmedOn: CalendarDate | null;
  awards: readonly Award[];
}

/**
 * State of a cluster's label on a day. With a level: of the awards of that level or higher, which is what a duty asks for. Without:
 * of the highest level in force, else renewable, else the one that ended last.
 *
 * Absence of a record is not a fact: `none`, `renewable` and `lapsed` need a confirmed record, otherwise the answer is `unknown`.
 */
export function labelStateOn(facts: LabelFacts, level: Level | null, rules: Rules, on: CalendarDate): LabelState {
  const periods = awardPeriods(facts.awards, rules);
  return labelStateOf(periods, level, facts.recordConfirmedOn, effectiveRules(rules, on), on);
}

/** As `labelStateOn`, for periods that were resolved before. */
export function labelStateOf(
  periods: readonly AwardPeriod[],
  level: Level | null,
  recordConfirmedOn: CalendarDate | null,
  effective: EffectiveRules,
  on: CalendarDate,
): LabelState {
  const best = bestOutcome(periods, level, effective.rules, on);
  if (!best) return absent(level, recordConfirmedOn);
  if (best.outcome === 'in-force') return inForce(best.period, scopeOf(periods, level, best.period.level), effective, on);
  if (best.outcome === 'uncertain') return uncertain(best.period);
  if (best.outcome === 'revoked') return revoked(best.period, on);
  return ended(best, recordConfirmedOn, on);
}

/** The awards that may carry a run on: of the level asked about or higher, else of the level that holds. */
function scopeOf(periods: readonly AwardPeriod[], level: Level | null, held: Level): readonly AwardPeriod[] {
  const scope: AwardPeriod[] = [];
  for (const period of periods) {
    if (level ? levelRank[period.level] >= levelRank[level] : period.level === held) scope.push(period);
  }
  return scope.length === periods.length ? periods : scope;
}

type OutcomeCode = 'in-force' | 'uncertain' | 'renewable' | 'revoked' | 'lapsed';

interface Outcome {
  outcome: OutcomeCode;
  period: AwardPeriod;
  endedOn: CalendarDate;
  window: RenewalWindow | null;
}

const outcomeRank: Readonly<Record<OutcomeCode, number>> = { 'in-force': 3, uncertain: 2, renewable: 1, revoked: 0, lapsed: 0 };

/** The outcome that speaks for all levels asked about: in force, else uncertain, else renewable, else the one that ended last. */
function bestOutcome(periods: readonly AwardPeriod[], level: Level | null, rules: Rules, on: CalendarDate): Outcome | null {
  let best: Outcome | null = null;
  for (const candidateLevel of levelsFromHighest) {
    if (level && levelRank[candidateLevel] < levelRank[level]) break;
    const outcome = outcomeOfLevel(periods, candidateLevel, rules, on);
    if (!outcome) continue;
    // Levels come from the highest: nothing below can say more.
    if (outcome.outcome === 'in-force') return outcome;
    const rank = outcomeRank[outcome.outcome];
    const bestRank = best ? outcomeRank[best.outcome] : -1;
    if (rank > bestRank || (best && rank === 0 && bestRank === 0 && outcome.endedOn > best.endedOn)) best = outcome;
  }
  return best;
}

function outcomeOfLevel(periods: readonly AwardPeriod[], level: Level, rules: Rules, on: CalendarDate): Outcome | null {
  let covering: AwardPeriod | null = null;
  let open: AwardPeriod | null = null;
  let last: AwardPeriod | null = null;
  for (const period of periods) {
    if (period.level !== level || period.mayHoldFrom > on) continue;
    const isRevoked = period.award.revokedOn !== null && period.award.revokedOn <= on;
    const isEnded = isRevoked || (period.endsOn !== null && period.endsOn < on);
    if (isEnded) {
      if (!last || endsAfter(period, last)) last = period;
    } else if (period.until !== null && period.from <= on) {
      if (!covering || period.from > covering.from) covering = period;
    } else if (!isFollowed(period, periods, on) && (!open || period.mayHoldFrom > open.mayHoldFrom)) open = period;
  }
  if (covering) return { outcome: 'in-force', period: covering, endedOn: on, window: null };
  if (open) return { outcome: 'uncertain', period: open, endedOn: on, window: null };
  return last && endedOutcome(last, rules, on);
}

function wasRevoked({ award, until }: AwardPeriod): boolean {
  return award.revokedOn !== null && (until === null || award.revokedOn <= until);
}

/** Of two with the same last day, the one that was revoked says more. */
function endsAfter(period: AwardPeriod, other: AwardPeriod): boolean {
  const [end, otherEnd] = [endOf(period), endOf(other)];
  return end > otherEnd || (end === otherEnd && wasRevoked(period) && !wasRevoked(other));
}

/** Whether a later award of the level or higher, with a known end, has begun by the day: the older unknown end then decides nothing. */
function isFollowed(period: AwardPeriod, periods: readonly AwardPeriod[], on: CalendarDate): boolean {
  return periods.some(
    (other) =>
      other !== period &&
      levelRank[other.level] >= levelRank[period.level] &&
      other.until !== null &&
      other.from <= on &&
      other.mayHoldFrom >= period.from,
  );
}

function endedOutcome(period: AwardPeriod, rules: Rules, on: CalendarDate): Outcome {
  const endedOn = endOf(period);
  if (wasRevoked(period)) return { outcome: 'revoked', period, endedOn, window: null };
  const window = renewalWindowAfter(period.level, endedOn, rules);
  return { outcome: window && on <= window.endsOn ? 'renewable' : 'lapsed', period, endedOn, window };
}

function inForce(covering: AwardPeriod, scope: readonly AwardPeriod[], effective: EffectiveRules, on: CalendarDate): LabelState {
  const run = gaplessRun(covering, scope);
  const level = covering.level;
  const reasons: Reason[] = [];
  const openEnd = openSuccessor(scope, run);
  if (openEnd) {
    reasons.push({ code: 'in-force-until', params: { level, awardId: covering.award.id, validUntil: null, daysLeft: null } });
    reasons.push(endReason(openEnd));
    const label = { ...nothingKnown('in-force'), level, awardId: covering.award.id, validFrom: run.from };
    return { ...label, reasons };
  }
  const daysLeft = daysBetween(on, run.until);
  const window = renewalWindowAfter(run.last.level, run.until, effective.rules);
  const { horizon } = effective;
  const isExpiring = horizon !== null && daysLeft <= horizon.value;
  const windowEndsOn = window?.endsOn ?? null;
  const validUntil = run.until;
  const horizonDays = horizon?.value ?? null;
  const ruleId = horizon?.id ?? null;
  const windowMonths = window?.rule.months ?? null;
  const windowRuleId = window?.rule.id ?? null;
  const awardId = run.last.award.id;
  const validFrom = run.from;
  const params = { level, awardId, validFrom, validUntil, daysLeft, windowEndsOn, windowMonths, windowRuleId, horizonDays, ruleId };
  reasons.push({ code: 'in-force-until', params });
  if (isExpiring) reasons.push({ code: 'expiring-within-horizon', params: { level, validUntil, daysLeft, horizonDays, ruleId } });
  pushStartReasons(reasons, covering, run, on);
  return {
    status: isExpiring ? 'expiring' : 'in-force',
    level,
    awardId: covering.award.id,
    validFrom,
    validUntil,
    daysLeft,
    windowEndsOn,
    endsWithAwardId: awardId,
    reasons,
  };
}

function pushStartReasons(reasons: Reason[], covering: AwardPeriod, run: Run, on: CalendarDate): void {
  const approvedOn = covering.award.approvedOn;
  if (!covering.isStartStated) {
    reasons.push({ code: 'start-not-stated', params: { awardId: covering.award.id, assumedFrom: covering.from } });
  }
  if (approvedOn !== null && approvedOn.length === 10 && approvedOn > on) {
    reasons.push({ code: 'covered-retroactively', params: { awardId: covering.award.id, validFrom: covering.from, approvedOn } });
  }
  if (run.last !== covering && covering.endsOn !== null && run.last.from > on) {
    const params = {
      awardId: run.last.award.id,
      approvedOn: run.last.award.approvedOn,
      previousEndOn: covering.endsOn,
      validUntil: run.until,
    };
    reasons.push({ code: 'renewed-early', params });
  }
}

function uncertain(period: AwardPeriod): LabelState {
  const isEndUnknown = period.until === null;
  const reason: Reason = isEndUnknown
    ? endReason(period)
    : {
        code: 'start-coarser-than-day',
        params: { level: period.level, awardId: period.award.id, from: period.mayHoldFrom, to: period.from },
      };
  return { ...nothingKnown('unknown'), level: period.level, awardId: period.award.id, reasons: [reason] };
}

function endReason(period: AwardPeriod): Reason {
  const { id: awardId, approvedOn, validUntil } = period.award;
  const code = validUntil === null ? 'end-not-known' : 'end-coarser-than-day';
  return { code, params: { level: period.level, awardId, approvedOn, validUntil } };
}

function revoked(period: AwardPeriod, on: CalendarDate): LabelState {
  const endedOn = endOf(period);
  return {
    ...nothingKnown('revoked'),
    level: period.level,
    awardId: period.award.id,
    validFrom: period.from,
    validUntil: endedOn,
    daysLeft: daysBetween(on, endedOn),
    reasons: [{ code: 'revoked-on', params: { level: period.level, awardId: period.award.id, revokedOn: period.award.revokedOn } }],
  };
}

/** A label that ended. Unless the record was confirmed, a renewal may exist that nobody entered: the last known end stands, its meaning does not. */
function ended({ outcome, period, endedOn, window }: Outcome, recordConfirmedOn: CalendarDate | null, on: CalendarDate): LabelState {
  if (recordConfirmedOn === null) {
    const base = { ...nothingKnown('unknown'), level: period.level, awardId: period.award.id, validFrom: period.from, validUntil: endedOn };
    return { ...base, reasons: [{ code: 'record-not-confirmed', params: { level: period.level, awardId: period.award.id, endedOn } }] };
  }
  const daysLeft = daysBetween(on, endedOn);
  const windowEndsOn = window?.endsOn ?? null;
  const months = window?.rule.months ?? null;
  const ruleId = window?.rule.id ?? null;
  const { level } = period;
  const awardId = period.award.id;
  const params = { level, awardId, endedOn, daysLeft, recordConfirmedOn, windowEndsOn, months, ruleId };
  const isRenewable = outcome === 'renewable';
  const reason: Reason = { code: isRenewable ? 'ended-renewable-until' : 'ended-window-closed', params };
  return {
    status: isRenewable ? 'renewable' : 'lapsed',
    level,
    awardId,
    validFrom: period.from,
    validUntil: endedOn,
    daysLeft,
    windowEndsOn,
    endsWithAwardId: awardId,
    reasons: [reason],
  };
}

function absent(level: Level | null, recordConfirmedOn: CalendarDate | null): LabelState {
  if (recordConfirmedOn === null) {
    return { ...nothingKnown('unknown'), reasons: [{ code: 'record-not-confirmed', params: { level, awardId: null, endedOn: null } }] };
  }
  return { ...nothingKnown('none'), reasons: [{ code: 'no-award-recorded', params: { level, recordConfirmedOn } }] };
}

function nothingKnown(status: LabelStatus): LabelState {
  return { status, level: null, awardId: null, validFrom: null, validUntil: null, daysLeft: null, windowEndsOn: null, reasons: [] };
}
