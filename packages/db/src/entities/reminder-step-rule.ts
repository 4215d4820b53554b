import type { Level, ProcessStepRule, RecipientRole, ReminderChannel, ReminderEvent, ReminderUrgency } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { reminderEvents } from './reminder-events.js';
import { Rule } from './rule.js';

@Entity('reminder_step_rule')
@Unique('reminder_step_rule_once', ['event', 'level', 'clusterId', 'offsetDays', 'effectiveFrom'])
@Check('reminder_step_rule_event_known', `event in (${reminderEvents})`)
@Check('reminder_step_rule_recipients_known', `recipients <@ array['manager', 'chair', 'officer', 'head']`)
@Check('reminder_step_rule_level_known', `level in ('bronze', 'silver', 'gold')`)
@Check('reminder_step_rule_unit_known', `unit in ('calendar-days', 'working-days')`)
@Check('reminder_step_rule_channel_known', `channel in ('mail', 'inbox')`)
@Check('reminder_step_rule_urgency_known', `urgency in ('routine', 'urgent', 'final')`)
export class ReminderStepRuleEntity extends Rule {
  @Column('text')
  event!: ReminderEvent;

  /** Null: towards a label of any level. */
  @Column('text', { nullable: true })
  level!: Level | null;

  /** Null: for every cluster that has no steps of its own. */
  @ForeignKey(() => ClusterEntity, { name: 'reminder_step_rule_cluster' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  /** Days from the deadline, negative before it. */
  @Column('integer')
  offsetDays!: number;

  @Column('text', { default: 'calendar-days' })
  unit!: ProcessStepRule['unit'];

  /** None: the step is taken out. */
  @Column('text', { array: true })
  recipients!: RecipientRole[];

  @Column('text', { default: 'mail' })
  channel!: ReminderChannel;

  @Column('text', { default: 'routine' })
  urgency!: ReminderUrgency;
}
