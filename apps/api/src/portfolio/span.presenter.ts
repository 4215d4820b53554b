import type { PortfolioRow } from '@klyngevagt/contracts';
import { addDays, type AwardPeriod, awardPeriods, type Level, levelRank, windowEndOf } from '@klyngevagt/scoring';
import type { DecidedRow, Reading } from './decision-reader.js';
import { requiredLevelOf } from './required-level.js';

type Span = PortfolioRow['spans'][number];

/** Bars of the mini timeline: what was, what holds, what nobody knows, and the window after the last end. Oldest first. */
export function presentSpans(decided: DecidedRow, { rules, on }: Pick<Reading, 'rules' | 'on'>): Span[] {
  const { cluster, decision } = decided;
  const periods = awardPeriods(cluster.facts.awards, rules.rules);
  const required = requiredLevelOf(decided);
  const spans: Span[] = [];
  for (const period of periods) {
    const isLower = required !== null && levelRank[period.level] < levelRank[required];
    const bar = barOf(period, periods, on, isLower, decision);
    if (bar) spans.push(bar);
  }
  const window = windowOf(periods, required ?? decision.label.level, decided, rules.rules, on);
  if (window) spans.push(window);
  return spans.length < 2 ? spans : spans.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

function barOf(
  period: AwardPeriod,
  periods: readonly AwardPeriod[],
  on: Reading['on'],
  isLower: boolean,
  { label }: DecidedRow['decision'],
): Span | null {
  const { from, endsOn: to } = period;
  if (to === null) return unknownBar(period, periods, on);
  if (to < from) return null;
  if (isLower) return { from, to, kind: 'lower-level' };
  if (to < on) return { from, to, kind: 'past' };
  return { from, to, kind: label.status === 'expiring' ? 'expiring' : 'in-force' };
}

/** An end that nobody knows: from its start to the day asked about, or to the next award of the level with a known end. */
function unknownBar({ award, level, mayHoldFrom }: AwardPeriod, periods: readonly AwardPeriod[], on: Reading['on']): Span | null {
  const hasStart = award.validFrom !== null || award.approvedOn !== null || award.assessedOn !== null;
  const known = periods.filter((other) => other.level === level && other.endsOn !== null && other.endsOn >= mayHoldFrom);
  const next = known.map(({ from }) => from).sort()[0];
  const to = next !== undefined && next <= on ? addDays(next, -1) : on;
  return hasStart && mayHoldFrom <= to ? { from: mayHoldFrom, to, kind: 'unknown' } : null;
}

/** The window stands after the last end only: an earlier one was used, or its gap stays. */
function windowOf(
  periods: readonly AwardPeriod[],
  level: Level | null,
  { decision }: DecidedRow,
  rules: Reading['rules']['rules'],
  on: Reading['on'],
): Span | null {
  const counts = (period: AwardPeriod) => !level || levelRank[period.level] >= levelRank[level];
  let last: AwardPeriod | null = null;
  for (const period of periods) {
    if (period.endsOn === null || period.award.revokedOn !== null || !counts(period)) continue;
    if (!last?.endsOn || period.endsOn >= last.endsOn) last = period;
  }
  if (!last?.endsOn) return null;
  const { from: lastFrom } = last;
  if (periods.some((period) => period.endsOn === null && period.mayHoldFrom > lastFrom && counts(period))) return null;
  const to = windowEndOf(last.level, last.endsOn, rules);
  if (!to) return null;
  const from = addDays(last.endsOn, 1);
  return { from, to, kind: from <= on && on <= to && decision.required.status === 'renewable' ? 'window-open' : 'window' };
}
