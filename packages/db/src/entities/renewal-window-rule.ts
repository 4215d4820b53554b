import type { Level } from '@klyngevagt/scoring';
import { Check, Column, Entity, Unique } from 'typeorm';
import { Rule } from './rule.js';

@Entity('renewal_window_rule')
@Unique('renewal_window_rule_once', ['level', 'effectiveFrom'])
@Check('renewal_window_rule_level_known', `level in ('bronze', 'silver', 'gold')`)
@Check('renewal_window_rule_event_known', `event in ('assessed', 'approved')`)
@Check('renewal_window_rule_months_not_negative', 'months >= 0')
export class RenewalWindowRuleEntity extends Rule {
  @Column('text')
  level!: Level;

  @Column('integer')
  months!: number;

  @Column('text')
  event!: 'assessed' | 'approved';
}
