import { addDays } from './calendar-date.js';
import type { EffectiveRules } from './effective-rules.js';
import type { Deadline } from './reminder-deadlines.js';
import { holdOn, type ReminderHold } from './reminder-hold.js';
import { ladderTo, type LadderStep } from './reminder-ladder.js';
import { openDayOnOrAfter } from './working-days.js';

export interface HeldStep extends LadderStep {
  /** How it ends without being sent; absent: it goes out. */
  heldAs?: 'paused' | 'acknowledged';
}

interface Holding {
  effective: EffectiveRules;
  clusterId: string;
  holds: readonly ReminderHold[];
}

/** The steps of a deadline with what holds them back. A snoozed step goes out on the open day after. */
export function heldLadder({ effective, clusterId, holds }: Holding, deadline: Deadline): readonly HeldStep[] {
  const ladder = ladderTo(deadline, clusterId, effective);
  if (holds.length === 0) return ladder;
  return ladder.map((step) => {
    const hold = holdOn(holds, deadline, { dueOn: step.dueOn, urgency: step.rule.urgency });
    if (hold === null) return step;
    if (hold.kind !== 'snooze') return { ...step, heldAs: hold.kind === 'pause' ? 'paused' : 'acknowledged' };
    const dayAfter = addDays(hold.untilOn, 1);
    return { ...step, dueOn: openDayOnOrAfter(dayAfter, effective.rules.closedDays) ?? dayAfter };
  });
}
