import type { AwardKind, ProcessStep, ProcessStepRule } from '@klyngevagt/scoring';
import { Check, Column, Entity, Unique } from 'typeorm';
import { Rule } from './rule.js';

@Entity('process_step_rule')
@Unique('process_step_rule_once', ['step', 'kind', 'effectiveFrom'])
@Check('process_step_rule_step_known', `step in ('self-test', 'order', 'submission', 'audit', 'decision')`)
@Check('process_step_rule_kind_known', `kind in ('first', 'renewal')`)
@Check('process_step_rule_before_known', `before in ('anchor', 'decision', 'audit', 'order')`)
@Check('process_step_rule_unit_known', `unit in ('calendar-days', 'working-days')`)
@Check('process_step_rule_offset_not_negative', '"offset" >= 0')
@Check('process_step_rule_lasts_not_negative', 'lasts >= 0')
export class ProcessStepRuleEntity extends Rule {
  @Column('text')
  step!: ProcessStep;

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
}
