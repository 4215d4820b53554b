import { levelRank, type AwardPeriod } from './award-period.js';
import type { CalendarDate } from './calendar-date.js';
import type { Cycle, LabelState } from './decision.js';
import type { ActionPlan, Level, Membership } from './facts.js';

/** What a cycle is decided from: the state of the required level, and what was promised where it is not held. */
export interface CycleInput {
  required: LabelState;
  level: Level;
  periods: readonly AwardPeriod[];
  /** The accepted plan that runs on the day. */
  plan: ActionPlan | null;
  membership: Membership | null;
}

/**
 * What the cluster works towards on a day: renewal of the label in force (anchor: its end) or of one that ended but may be renewed
 * (anchor: the end of the window), else the first award promised by a plan or due by a day. Null where there is nothing to count from.
 */
export function cycleOn({ required, level, periods, plan, membership }: CycleInput, on: CalendarDate): Cycle | null {
  const isInForce = required.status === 'in-force' || required.status === 'expiring';
  if (isInForce || required.status === 'renewable') {
    const anchorOn = isInForce ? required.validUntil : required.windowEndsOn;
    const awardId = required.endsWithAwardId;
    if (!anchorOn || !awardId) return null;
    return { key: `${level}:renewal:${awardId}`, level, kind: 'renewal', anchorOn, anchor: isInForce ? 'end' : 'window-end' };
  }
  const key = `${level}:first:${firstAwardsBy(periods, level, on) + 1}`;
  if (plan) return { key, level, kind: 'first', anchorOn: plan.dueOn, anchor: 'plan-due' };
  const dueOn = membership?.levelDueOn ?? null;
  return dueOn && on <= dueOn ? { key, level, kind: 'first', anchorOn: dueOn, anchor: 'level-due' } : null;
}

function firstAwardsBy(periods: readonly AwardPeriod[], level: Level, on: CalendarDate): number {
  return periods.filter((period) => period.kind === 'first' && levelRank[period.level] >= levelRank[level] && period.from <= on).length;
}
