import type { PortfolioRow } from '@klyngevagt/contracts';
import { addDays, type AwardPeriod, awardPeriods, levelRank, renewalWindowOn, addMonths } from '@klyngevagt/scoring';
import type { DecidedCluster, Reading } from './decision-reader.js';
import { requiredLevelOf } from './required-level.js';

type Span = PortfolioRow['spans'][number];

/** Bars of the mini timeline: what was, what holds, what nobody knows, and the window after the last end. Oldest first. */
export function presentSpans(decided: DecidedCluster, { rules, on }: Pick<Reading, 'rules' | 'on'>): Span[] {
  const { cluster, decision } = decided;
  const periods = awardPeriods(cluster.facts.awards, rules.rules);
  const required = requiredLevelOf(decided);
  const bars = periods.flatMap((period) =>
    barOf(period, periods, on, required !== null && levelRank[period.level] < levelRank[required], decision),
  );
  const window = windowOf(periods, decided, rules.rules, on);
  return [...bars, ...window].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

function barOf(
  period: AwardPeriod,
  periods: readonly AwardPeriod[],
  on: Reading['on'],
  isLower: boolean,
  { label }: DecidedCluster['decision'],
): Span[] {
  if (period.endsOn === null) return unknownBar(period, periods, on);
  if (period.endsOn < period.from) return [];
  const span = { from: period.from, to: period.endsOn };
  if (period.endsOn < on) return [{ ...span, kind: isLower ? 'lower-level' : 'past' }];
  if (isLower) return [{ ...span, kind: 'lower-level' }];
  return [{ ...span, kind: label.status === 'expiring' ? 'expiring' : 'in-force' }];
}

/** An end that nobody knows: from its start to the day asked about, or to the next award of the level with a known end. */
function unknownBar({ award, level, mayHoldFrom }: AwardPeriod, periods: readonly AwardPeriod[], on: Reading['on']): Span[] {
  const hasStart = award.validFrom !== null || award.approvedOn !== null || award.assessedOn !== null;
  const known = periods.filter((other) => other.level === level && other.endsOn !== null && other.endsOn >= mayHoldFrom);
  const next = known.map(({ from }) => from).sort()[0];
  const to = next !== undefined && next <= on ? addDays(next, -1) : on;
  return hasStart && mayHoldFrom <= to ? [{ from: mayHoldFrom, to, kind: 'unknown' }] : [];
}

/** The window stands after the last end only: an earlier one was used, or its gap stays. */
function windowOf(periods: readonly AwardPeriod[], decided: DecidedCluster, rules: Reading['rules']['rules'], on: Reading['on']): Span[] {
  const level = requiredLevelOf(decided) ?? decided.decision.label.level;
  const last = periods
    .filter(
      (period) => period.endsOn !== null && period.award.revokedOn === null && (!level || levelRank[period.level] >= levelRank[level]),
    )
    .sort((one, other) => ((one.endsOn ?? '') < (other.endsOn ?? '') ? -1 : 1))
    .at(-1);
  const hasOpenEnd = periods.some(
    (period) =>
      period.endsOn === null && period.mayHoldFrom > (last?.from ?? '') && (!level || levelRank[period.level] >= levelRank[level]),
  );
  if (!last?.endsOn || hasOpenEnd) return [];
  const rule = renewalWindowOn(rules, last.level, last.endsOn);
  if (!rule) return [];
  const from = addDays(last.endsOn, 1);
  const to = addMonths(last.endsOn, rule.months);
  return [{ from, to, kind: from <= on && on <= to && decided.decision.required.status === 'renewable' ? 'window-open' : 'window' }];
}
