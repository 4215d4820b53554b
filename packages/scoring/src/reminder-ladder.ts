import { addDays, type CalendarDate } from './calendar-date.js';
import { type EffectiveRules, stepsTowards } from './effective-rules.js';
import type { Deadline } from './reminder-deadlines.js';
import type { ClosedDays, ReminderStepRule } from './rules.js';
import { addWorkingDays, openDayOnOrAfter, openDayOnOrBefore, subtractWorkingDays } from './working-days.js';

/** One step of the ladder towards a deadline. */
export interface LadderStep {
  rule: ReminderStepRule;
  /** Day it goes out: so many days from the deadline, or the open day before; what tells that a deadline has passed never goes out before it has. */
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

function dayOf(rule: ReminderStepRule, deadlineOn: CalendarDate, { rules: { closedDays } }: EffectiveRules): CalendarDate {
  const rawOn = (rule.unit === 'working-days' ? workingDayOf(rule, deadlineOn, closedDays) : null) ?? addDays(deadlineOn, rule.offsetDays);
  const before = openDayOnOrBefore(rawOn, closedDays);
  const isTooEarly = before !== null && rule.offsetDays > 0 && before <= deadlineOn;
  return (isTooEarly ? openDayOnOrAfter(rawOn, closedDays) : before) ?? rawOn;
}

function workingDayOf({ offsetDays }: ReminderStepRule, deadlineOn: CalendarDate, closedDays: ClosedDays): CalendarDate | null {
  if (offsetDays < 0) return subtractWorkingDays(deadlineOn, -offsetDays, closedDays);
  return offsetDays > 0 ? addWorkingDays(deadlineOn, offsetDays, closedDays) : deadlineOn;
}
