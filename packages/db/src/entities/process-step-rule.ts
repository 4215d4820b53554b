import type { AwardKind, Milestone, ProcessStepRule, StepOwner } from '@klyngevagt/scoring';
import { Check, Column, Entity, Unique } from 'typeorm';
import { Rule } from './rule.js';

const steps = `'gap-analysis', 'self-test', 'order', 'experts', 'documentation', 'submission', 'audit', 'report', 'decision', 'label'`;

/** The process template. */
@Entity('process_step_rule')
@Unique('process_step_rule_once', ['step', 'kind', 'effectiveFrom'])
@Check('process_step_rule_step_known', `step in (${steps})`)
@Check('process_step_rule_kind_known', `kind in ('first', 'renewal')`)
@Check('process_step_rule_before_known', `before in ('anchor', 'decision', 'audit', 'order', 'submission', 'self-test')`)
@Check('process_step_rule_unit_known', `unit in ('calendar-days', 'working-days')`)
@Check('process_step_rule_offset_not_negative', '"offset" >= 0')
@Check('process_step_rule_lasts_not_negative', 'lasts >= 0')
@Check('process_step_rule_owner_known', `owner in ('cluster', 'officer', 'assessor', 'eucles')`)
@Check('process_step_rule_after_known', `"after" <@ array[${steps}]`)
export class ProcessStepRuleEntity extends Rule {
  @Column('text')
  step!: Milestone;

  @Column('text')
  kind!: AwardKind;

  @Column('text')
  before!: ProcessStepRule['before'];

  @Column('integer')
  offset!: number;

  @Column('text')
  unit!: ProcessStepRule['unit'];

  /** Working days. */
  @Column('integer')
  lasts!: number;

  /** Who does it. */
  @Column('text', { default: 'cluster' })
  owner!: StepOwner;

  /** Steps that must be done before this one. */
  @Column('text', { array: true, default: [] })
  after!: Milestone[];
}
