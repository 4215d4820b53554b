import { addDays, type CalendarDate } from './calendar-date.js';
import type { ClusterDecision } from './decision.js';
import type { EffectiveRules } from './effective-rules.js';
import type { ReminderEvent, ReminderStepRule } from './rules.js';
import { openDayOnOrBefore } from './working-days.js';

/** A day that people are reminded of. */
export interface Deadline {
  event: ReminderEvent;
  deadlineOn: CalendarDate;
}

/** One step of the ladder towards a deadline. */
export interface LadderStep {
  rule: ReminderStepRule;
  /** Day it goes out: so many days from the deadline, or the open day before. */
  dueOn: CalendarDate;
}

/**
 * What people are reminded of under a decision. Nobody is reminded of a duty that does not bind, is waived or is not known. A first
 * award has only its booking day; a renewal also its end, and once that has passed the end of the window. An audit booked in time
 * makes reminders to book unnecessary.
 */
export function deadlinesOf({ chain, verdict, required }: ClusterDecision): Deadline[] {
  if (!chain || verdict === 'exempt' || verdict === 'not-bound' || verdict === 'unknown') return [];
  const deadlines: Deadline[] = [];
  if (chain.orderBy && !chain.booking?.inTime) deadlines.push({ event: 'booking', deadlineOn: chain.orderBy });
  if (chain.cycle.kind === 'renewal' && required.validUntil) deadlines.push({ event: 'end', deadlineOn: required.validUntil });
  if (chain.cycle.anchor === 'window-end') deadlines.push({ event: 'window-end', deadlineOn: chain.cycle.anchorOn });
  return deadlines;
}

const deadlinesKept = 8192;
const ladders = new WeakMap<EffectiveRules, Map<string, readonly LadderStep[]>>();

/** The steps towards a deadline in order of time. Outside the calendar a step goes out on its own day, closed or not: late would be worse. */
export function ladderTo({ event, deadlineOn }: Deadline, effective: EffectiveRules): readonly LadderStep[] {
  let known = ladders.get(effective);
  if (!known) ladders.set(effective, (known = new Map()));
  const key = `${event} ${deadlineOn}`;
  let ladder = known.get(key);
  if (ladder) return ladder;
  if (known.size >= deadlinesKept) known.clear();
  ladder = effective.reminderSteps
    .filter((rule) => rule.event === event)
    .map((rule) => {
      const rawOn = addDays(deadlineOn, rule.offsetDays);
      return { rule, dueOn: openDayOnOrBefore(rawOn, effective.rules.closedDays) ?? rawOn };
    });
  known.set(key, ladder);
  return ladder;
}
