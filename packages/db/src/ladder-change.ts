import { randomUUID } from 'node:crypto';
import {
  type CalendarDate,
  type Confidence,
  effectiveReminderSteps,
  type Level,
  type RecipientRole,
  type ReminderChannel,
  type ReminderEvent,
  type ReminderStepRule,
  type ReminderUrgency,
} from '@klyngevagt/scoring';
import type { RuleRows } from './repositories/rules-repository.js';
import type { RuleRowChange } from './rule-row-change.js';

interface LadderStepValue {
  level: Level | null;
  offsetDays: number;
  unit: ReminderStepRule['unit'];
  recipients: RecipientRole[];
  channel: ReminderChannel;
  urgency: ReminderUrgency;
}

/** All steps towards an event as they are from a day on; of one cluster, or (null) of all that have none of their own. */
export interface LadderChange {
  event: ReminderEvent;
  clusterId: string | null;
  steps: LadderStepValue[];
  effectiveFrom: CalendarDate;
  source: string;
  confidence: Confidence;
}

/**
 * The rows by which a ladder becomes what is wished. What already stands is left alone, with its source. Rows of days before stay: a step
 * that is left out gets a row without recipients. Rows that were to begin on that day or later give way; they have decided nothing yet.
 */
export function ladderRowChange({ reminderSteps }: Pick<RuleRows, 'reminderSteps'>, change: LadderChange): RuleRowChange {
  const { event, clusterId, effectiveFrom, source, confidence } = change;
  const ofLadder = reminderSteps.filter((row) => row.event === event && row.clusterId === clusterId);
  const earlier = ofLadder.filter((row) => row.effectiveFrom < effectiveFrom);
  const wished = new Map<string, LadderStepValue>();
  for (const step of effectiveReminderSteps(earlier, effectiveFrom)) wished.set(keyOf(step), { ...valueOf(step), recipients: [] });
  for (const step of change.steps) wished.set(keyOf(step), step);
  const standing = new Map(effectiveReminderSteps(earlier, effectiveFrom).map((row) => [keyOf(row), row]));
  const kept = new Set<string>();
  const add: RuleRowChange['add'] = [];
  for (const [key, step] of wished) {
    const sameDay = ofLadder.find((row) => row.effectiveFrom === effectiveFrom && keyOf(row) === key);
    const before = standing.get(key);
    if (sameDay && isSame(sameDay, step)) kept.add(sameDay.id);
    else if (!before || !isSame(before, step)) {
      add.push({ table: 'reminderSteps', row: { ...step, event, clusterId, effectiveFrom, source, confidence, id: randomUUID() } });
    }
  }
  const remove = ofLadder
    .filter((row) => row.effectiveFrom >= effectiveFrom && !kept.has(row.id))
    .map(({ id }) => ({ table: 'reminderSteps' as const, id }));
  return { add, remove };
}

const keyOf = ({ level, offsetDays }: Pick<LadderStepValue, 'level' | 'offsetDays'>) => `${level} ${offsetDays}`;

function valueOf({ level, offsetDays, unit, recipients, channel, urgency }: ReminderStepRule): LadderStepValue {
  return { level, offsetDays, unit, recipients: [...recipients], channel, urgency };
}

function isSame(row: Pick<ReminderStepRule, 'unit' | 'recipients' | 'channel' | 'urgency'>, step: LadderStepValue): boolean {
  const isToSame = row.recipients.length === step.recipients.length && step.recipients.every((role) => row.recipients.includes(role));
  return (
    isToSame && (step.recipients.length === 0 || (row.unit === step.unit && row.channel === step.channel && row.urgency === step.urgency))
  );
}
