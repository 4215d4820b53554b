import { addDays, type CalendarDate } from './calendar-date.js';
import { type EffectiveRules, stepsTowards } from './effective-rules.js';
import type { Deadline } from './reminder-deadlines.js';
import type { ReminderStepRule } from './rules.js';
import { addWorkingDays, openDayOnOrBefore } from './working-days.js';

/** One step of the ladder towards a deadline. */
export interface LadderStep {
  rule: ReminderStepRule;
  /** Day it goes out: so many days from the deadline, or the open day before. */
  dueOn: CalendarDate;
}

const deadlinesKept = 8192;
const ladders = new WeakMap<EffectiveRules, Map<string, readonly LadderStep[]>>();

/** The steps towards a deadline in order of time. Outside the calendar a step goes out on its own day, closed or not: late would be worse. */
export function ladderTo(
  { event, level, deadlineOn }: Pick<Deadline, 'event' | 'level' | 'deadlineOn'>,
  clusterId: string,
  effective: EffectiveRules,
): readonly LadderStep[] {
  let known = ladders.get(effective);
  if (!known) ladders.set(effective, (known = new Map()));
  const isOwn = effective.ownSteps.has(`${clusterId} ${event}`);
  const key = `${event} ${level} ${isOwn ? clusterId : ''} ${deadlineOn}`;
  let ladder = known.get(key);
  if (ladder) return ladder;
  if (known.size >= deadlinesKept) known.clear();
  ladder = stepsTowards(effective, { event, level, clusterId })
    .map((rule) => ({ rule, dueOn: dayOf(rule, deadlineOn, effective) }))
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : one.rule.offsetDays - other.rule.offsetDays));
  known.set(key, ladder);
  return ladder;
}

function dayOf({ offsetDays, unit }: ReminderStepRule, deadlineOn: CalendarDate, { rules: { closedDays } }: EffectiveRules): CalendarDate {
  const calendarDay = addDays(deadlineOn, offsetDays);
  const rawOn = (unit === 'working-days' ? addWorkingDays(deadlineOn, offsetDays, closedDays) : null) ?? calendarDay;
  return openDayOnOrBefore(rawOn, closedDays) ?? rawOn;
}
