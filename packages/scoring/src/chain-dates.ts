import { addDays, type CalendarDate } from './calendar-date.js';
import type { ChainStep } from './decision.js';
import type { ChainRule, EffectiveRules } from './effective-rules.js';
import type { AwardKind } from './facts.js';
import type { Reason } from './reason.js';
import type { ClosedDays, Milestone, ProcessStep, ProcessStepRule } from './rules.js';
import { openDayOnOrBefore, subtractWorkingDays } from './working-days.js';

/** The part of a chain that does not depend on who booked what: the same for every cluster with this anchor. */
export interface ChainDates {
  /** In order of time, none of them overdue. */
  steps: readonly ChainStep[];
  /** The first day on which a step may be overdue is the one after this; null: no step has a day. */
  earliestOn: CalendarDate | null;
  orderBy: CalendarDate | null;
  bindingRuleId: string | null;
  reasons: readonly Reason[];
}

const anchorsKept = 4096;
const counted = new WeakMap<EffectiveRules, Record<AwardKind, Map<CalendarDate, ChainDates>>>();

/**
 * Dates counted backwards from an anchor, each step rolled back from closed days before the next is counted from it. The decision is
 * not rolled: it may fall on the anchor itself, whatever weekday that is. Many clusters share a month end, so each anchor is counted once.
 */
export function chainDates(anchorOn: CalendarDate, kind: AwardKind, effective: EffectiveRules): ChainDates {
  let kinds = counted.get(effective);
  if (!kinds) counted.set(effective, (kinds = { first: new Map(), renewal: new Map() }));
  const anchors = kinds[kind];
  const known = anchors.get(anchorOn);
  if (known) return known;
  if (anchors.size >= anchorsKept) anchors.clear();
  const dates = countBack(anchorOn, effective.steps[kind], effective.rules.closedDays);
  anchors.set(anchorOn, dates);
  return dates;
}

/** Dates of one step; `Step` also stands for milestones that no chain has. */
export type StepDates<Step extends Milestone = ProcessStep> = Omit<ChainStep, 'overdue' | 'step'> & { step: Step };

/** One step counted back from a day, for a chain, a case, or for an audit that is only tried. */
export function stepBefore<Step extends Milestone>(
  rule: ProcessStepRule & { step: Step },
  fromOn: CalendarDate,
  closedDays: ClosedDays,
): StepDates<Step> {
  const raw = rule.unit === 'working-days' ? subtractWorkingDays(fromOn, rule.offset, closedDays) : addDays(fromOn, -rule.offset);
  const latestOn = raw && (isAnchored(rule.step) ? raw : openDayOnOrBefore(raw, closedDays));
  const startsOn = latestOn && rule.lasts > 1 ? subtractWorkingDays(latestOn, rule.lasts - 1, closedDays) : latestOn;
  return { step: rule.step, latestOn, rawOn: raw === latestOn ? null : raw, startsOn, ruleId: rule.id };
}

/** The decision and the label that follows it may fall on the anchor itself, whatever weekday that is. */
function isAnchored(step: Milestone): boolean {
  return step === 'decision' || step === 'label';
}

/** Steps in the order in which they are counted: each stands behind what it counts from. */
const backwards: readonly ProcessStep[] = ['decision', 'audit', 'submission', 'order', 'self-test'];

function countBack(anchorOn: CalendarDate, rules: readonly ChainRule[], closedDays: ClosedDays): ChainDates {
  const days: Partial<Record<ProcessStepRule['before'], CalendarDate | null>> = { anchor: anchorOn };
  const steps: Omit<ChainStep, 'overdue'>[] = [];
  const reasons: Reason[] = [];
  for (const name of backwards) {
    const rule = rules.find((candidate) => candidate.step === name);
    if (!rule) continue;
    const fromOn = days[rule.before] ?? null;
    const step = fromOn
      ? stepBefore(rule, fromOn, closedDays)
      : { step: name, latestOn: null, rawOn: null, startsOn: null, ruleId: rule.id };
    if (name === 'decision' || name === 'order') days[name] = step.latestOn;
    if (name === 'audit') days.audit = step.startsOn;
    steps.push(step);
    reasons.push(...stepReasons(rule, fromOn, step, closedDays));
  }
  steps.reverse();
  sortByTime(steps);
  const orderBy = steps.find((step) => step.step === 'order')?.latestOn ?? null;
  return {
    steps: steps.map((step) => ({ ...step, overdue: false })),
    earliestOn: earliestOf(steps),
    orderBy,
    bindingRuleId: bindingRule(rules),
    reasons,
  };
}

function stepReasons(
  rule: ProcessStepRule,
  fromOn: CalendarDate | null,
  { step, latestOn, rawOn, startsOn }: Omit<ChainStep, 'overdue'>,
  closedDays: ClosedDays,
): Reason[] {
  const distance = { before: rule.before, fromOn, offset: rule.offset, unit: rule.unit, lasts: rule.lasts };
  const source = { ruleId: rule.id, source: rule.source, confidence: rule.confidence };
  if (latestOn === null) {
    return [
      {
        code: 'outside-calendar',
        params: { step, rawOn, ...distance, calendarFrom: closedDays.from, calendarTo: closedDays.to, ...source },
      },
    ];
  }
  const reason: Reason = {
    code: 'step-counted-back',
    params: { step, ...distance, rawOn: rawOn ?? latestOn, latestOn, startsOn, ...source },
  };
  return rawOn === null ? [reason] : [reason, { code: 'rolled-back-from-closed-day', params: { step, rawOn, latestOn } }];
}

/** The self-test may lie on either side of other steps where distances are edited; shown is the order of time. Unknown days keep their place. */
function sortByTime(steps: Omit<ChainStep, 'overdue'>[]): void {
  if (steps.every((step) => step.latestOn !== null)) steps.sort((one, other) => compareDays(one.latestOn, other.latestOn));
}

function earliestOf(steps: readonly Omit<ChainStep, 'overdue'>[]): CalendarDate | null {
  let earliest: CalendarDate | null = null;
  for (const { latestOn } of steps) {
    if (latestOn !== null && (earliest === null || latestOn < earliest)) earliest = latestOn;
  }
  return earliest;
}

function compareDays(one: CalendarDate | null, other: CalendarDate | null): number {
  if (one === null || other === null || one === other) return 0;
  return one < other ? -1 : 1;
}

/** Of the distances that reach from the anchor to the order, the longest that no source gives. */
function bindingRule(rules: readonly ChainRule[]): string | null {
  let binding: ChainRule | null = null;
  for (const rule of rules) {
    const isOnTheWay = rule.step === 'order' || rule.step === 'audit' || rule.step === 'decision';
    if (!isOnTheWay || rule.confidence === 'sourced' || rule.offset === 0) continue;
    if (!binding || rule.offset > binding.offset) binding = rule;
  }
  return binding?.id ?? null;
}
