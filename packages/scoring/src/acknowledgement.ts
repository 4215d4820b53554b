import { addDays, type CalendarDate, earlierOf, laterOf } from './calendar-date.js';
import { effectiveRules, figureOn } from './effective-rules.js';
import type { Deadline } from './reminder-deadlines.js';
import { ladderTo } from './reminder-ladder.js';
import type { Rules } from './rules.js';

/** A plan may lie so many days ahead where its deadline is nearer, or over: what is late is planned anew, and not for ever. */
const longestPlanDays = 30;
/** Where no rule says otherwise: short, so that an acknowledgement without a plan never becomes a way out. Assumption of the product. */
const usualPauseDays = 3;

/** Days for which an acknowledgement without a plan holds reminders back, by the rule `acknowledgement-pause-days`. */
export function pauseDaysOn(rules: Rules, on: CalendarDate): number {
  return figureOn(rules, 'acknowledgement-pause-days', on)?.value ?? usualPauseDays;
}

/** Last day that may be given as the plan for a deadline: the deadline itself, or 30 days ahead where that is later. */
export function latestPlanDay(deadlineOn: CalendarDate, on: CalendarDate): CalendarDate {
  return laterOf(deadlineOn, addDays(on, longestPlanDays));
}

/**
 * Until which day, that day included, the reminders of a deadline are held back: the planned day, never past what is allowed for this
 * deadline; without a plan only for a few days. The final steps go out all the same (`holdOn`).
 */
export function acknowledgedUntil(
  deadlineOn: CalendarDate,
  { on, planOn, pauseDays }: { on: CalendarDate; planOn: CalendarDate | null; pauseDays: number },
): CalendarDate {
  return planOn === null ? addDays(on, pauseDays) : earlierOf(planOn, latestPlanDay(deadlineOn, on));
}

/** The next day on which a final step towards a deadline goes out, from the day after; null where none is to come. */
export function nextFinalStep(
  deadline: Pick<Deadline, 'event' | 'level' | 'deadlineOn'>,
  clusterId: string,
  rules: Rules,
  on: CalendarDate,
): CalendarDate | null {
  const ladder = ladderTo(deadline, clusterId, effectiveRules(rules, on));
  return ladder.find(({ rule, dueOn }) => rule.urgency === 'final' && dueOn > on)?.dueOn ?? null;
}
