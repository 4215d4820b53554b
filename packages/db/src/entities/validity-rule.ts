import type { AwardKind, Level } from '@klyngevagt/scoring';
import { Check, Column, Entity, Unique } from 'typeorm';
import { Rule } from './rule.js';

@Entity('validity_rule')
@Unique('validity_rule_once', ['level', 'kind', 'effectiveFrom'])
@Check('validity_rule_level_known', `level in ('bronze', 'silver', 'gold')`)
@Check('validity_rule_kind_known', `kind in ('first', 'renewal')`)
@Check('validity_rule_months_positive', 'months > 0')
export class ValidityRuleEntity extends Rule {
  @Column('text')
  level!: Level;

  @Column('text')
  kind!: AwardKind;

  @Column('integer')
  months!: number;
}
