import { addDays, laterOf, type CalendarDate } from './calendar-date.js';
import { stepBefore, type StepDates } from './chain-dates.js';
import type { ClosedDays, Milestone, ProcessStepRule } from './rules.js';
import { addWorkingDays, openDayOnOrAfter } from './working-days.js';

/** In the order in which they are worked through. */
export const milestones = [
  'gap-analysis',
  'self-test',
  'order',
  'experts',
  'documentation',
  'submission',
  'audit',
  'report',
  'decision',
  'label',
] as const satisfies readonly Milestone[];

/** The rows of the process template that apply to a case, by milestone. A milestone without a row has no last safe day. */
export type CaseTemplate = ReadonlyMap<Milestone, ProcessStepRule>;

/** First and last day of a step; they differ for an audit of two days only. */
export interface Days {
  from: CalendarDate;
  to: CalendarDate;
}

/**
 * Last days counted backwards from an anchor. A step whose day is already fixed is counted back from that day and not from its own last
 * day: with an audit that is booked this gives the last days for that very audit. Null outside the calendar.
 */
export function lastDays(
  template: CaseTemplate,
  anchorOn: CalendarDate,
  closedDays: ClosedDays,
  fixed: ReadonlyMap<Milestone, CalendarDate> = new Map(),
): Map<Milestone, StepDates<Milestone>> {
  const counted = new Map<Milestone, StepDates<Milestone>>();
  for (const milestone of [...milestones].reverse()) {
    const rule = template.get(milestone);
    if (!rule) continue;
    const target = rule.before === 'anchor' ? anchorOn : (fixed.get(rule.before) ?? startOf(counted, rule.before));
    const unknown = { step: milestone, latestOn: null, rawOn: null, startsOn: null, ruleId: rule.id };
    counted.set(milestone, target ? stepBefore(rule, target, closedDays) : unknown);
  }
  return counted;
}

function startOf(counted: ReadonlyMap<Milestone, StepDates<Milestone>>, milestone: Milestone): CalendarDate | null {
  const dates = counted.get(milestone);
  if (!dates) return null;
  return milestone === 'audit' ? dates.startsOn : dates.latestOn;
}

/** The first day of an audit that can follow a step which ends on the day, and the like for every other distance of the template. */
export function dayAfter(rule: ProcessStepRule, endsOn: CalendarDate, closedDays: ClosedDays): CalendarDate | null {
  return rule.unit === 'working-days' ? addWorkingDays(endsOn, rule.offset, closedDays) : addDays(endsOn, rule.offset);
}

/** A step that begins on the day: the days it takes. */
export function daysFrom(rule: ProcessStepRule | undefined, from: CalendarDate, closedDays: ClosedDays): Days {
  const to = rule && rule.lasts > 1 ? addWorkingDays(from, rule.lasts - 1, closedDays) : from;
  return { from, to: to ?? from };
}

/** The day itself, or the next on which somebody works; outside the calendar the day itself. */
export function openFrom(day: CalendarDate, closedDays: ClosedDays): CalendarDate {
  return openDayOnOrAfter(day, closedDays) ?? day;
}

/** The latest of some days; null where there is none. */
export function latestDay(days: readonly (CalendarDate | null | undefined)[]): CalendarDate | null {
  return days.reduce<CalendarDate | null>((latest, day) => (day ? (latest ? laterOf(latest, day) : day) : latest), null);
}
