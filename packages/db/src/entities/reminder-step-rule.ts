import type { RecipientRole, ReminderEvent } from '@klyngevagt/scoring';
import { Check, Column, Entity, Unique } from 'typeorm';
import { Rule } from './rule.js';

@Entity('reminder_step_rule')
@Unique('reminder_step_rule_once', ['event', 'offsetDays', 'effectiveFrom'])
@Check('reminder_step_rule_event_known', `event in ('booking', 'end', 'window-end')`)
@Check('reminder_step_rule_recipients_known', `recipients <@ array['manager', 'chair', 'officer']`)
export class ReminderStepRuleEntity extends Rule {
  @Column('text')
  event!: ReminderEvent;

  /** Calendar days from the deadline, negative before it. */
  @Column('integer')
  offsetDays!: number;

  @Column('text', { array: true })
  recipients!: RecipientRole[];
}
