import { addDays, addMonths, daysBetween, type CalendarDate } from './calendar-date.js';
import type { ClusterDecision, Cycle } from './decision.js';
import type { Confidence } from './facts.js';
import { figureOn } from './effective-rules.js';
import type { Rules } from './rules.js';

/** `failed` stays open as long as its cure period runs: a new decision may still come. */
export type CaseState = 'open' | 'awarded' | 'failed' | 'withdrawn' | 'expired';

/** How a case may end. */
export type CaseOutcome = Exclude<CaseState, 'open'>;

/**
 * The cycle for which a case is to be opened by itself on a day: the cluster is bound, and what it works towards is no further away than
 * the horizon. Null: not yet, or nothing to work towards. Whoever opens it looks first whether there is one.
 */
export function cycleToOpen(decision: ClusterDecision, rules: Rules, on: CalendarDate): Cycle | null {
  const cycle = decision.chain?.cycle ?? null;
  const horizon = figureOn(rules, 'expiring-horizon-days', on);
  if (!cycle || !decision.bound || !horizon) return null;
  return daysBetween(on, cycle.anchorOn) <= horizon.value ? cycle : null;
}

/** First day on which a case of the cycle is opened by itself; null without a horizon. */
export function opensByItselfOn(cycle: Cycle, rules: Rules, on: CalendarDate): CalendarDate | null {
  const horizon = figureOn(rules, 'expiring-horizon-days', on);
  return horizon ? addDays(cycle.anchorOn, -horizon.value) : null;
}

/** How long a cluster has to mend what a failed decision names, as the rule proposes it; null without a rule. */
export function proposeCureEnd(decidedOn: CalendarDate, rules: Rules): CalendarDate | null {
  const rule = figureOn(rules, 'cure-period-months', decidedOn);
  return rule ? addMonths(decidedOn, rule.value) : null;
}

/** Why an outcome cannot be recorded for a case. */
export type OutcomeRefusal = 'decided-in-future' | 'decided-before-opened' | 'cure-not-after' | 'not-expired';

export interface OutcomeInput {
  outcome: CaseOutcome;
  decidedOn: CalendarDate;
  openedOn: CalendarDate;
  cureEndsOn: CalendarDate | null;
  /** Anchor of the case's cycle while it is the present one; null once the cluster works towards something else. */
  anchorOn: CalendarDate | null;
}

/** An outcome belongs to a past day of the case; a cure period lies after the decision; what still can be reached has not expired. */
export function refuseOutcome(
  { outcome, decidedOn, openedOn, cureEndsOn, anchorOn }: OutcomeInput,
  today: CalendarDate,
): OutcomeRefusal | null {
  if (decidedOn > today) return 'decided-in-future';
  if (decidedOn < openedOn && outcome !== 'awarded') return 'decided-before-opened';
  if (outcome === 'failed' && cureEndsOn !== null && cureEndsOn <= decidedOn) return 'cure-not-after';
  if (outcome === 'expired' && anchorOn !== null && decidedOn <= anchorOn) return 'not-expired';
  return null;
}

/** Whether a cure period runs on a day, or ended without another decision. */
export function cureOn(cureEndsOn: CalendarDate | null, on: CalendarDate): 'none' | 'running' | 'ended' {
  return cureEndsOn === null ? 'none' : on <= cureEndsOn ? 'running' : 'ended';
}

/**
 * Whether a case rests on invented facts: the award that is renewed, or the plan or membership that a first award is promised in. It is
 * then as invented as they are.
 */
export function restsOnIllustration(
  cycle: Pick<Cycle, 'key' | 'kind'>,
  facts: { awards: readonly Stated[]; plans: readonly Stated[]; memberships: readonly Stated[] },
): boolean {
  const isInvented = ({ confidence }: Stated) => confidence === 'illustrative';
  if (cycle.kind === 'renewal') return facts.awards.some((award) => isInvented(award) && cycle.key.endsWith(`:${award.id}`));
  return [...facts.plans, ...facts.memberships].some(isInvented);
}

interface Stated {
  id: string;
  confidence: Confidence;
}
