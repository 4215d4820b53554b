import type { FigureKey } from '@klyngevagt/scoring';
import { Check, Column, Entity, Unique } from 'typeorm';
import { Rule } from './rule.js';

@Entity('figure_rule')
@Unique('figure_rule_once', ['key', 'effectiveFrom'])
@Check(
  'figure_rule_key_known',
  `key in ('expiring-horizon-days', 'record-confirmation-max-age-months', 'reminder-repeat-from-move-days', 'retention-person-years', 'retention-message-years', 'cure-period-months', 'retention-text-years', 'acknowledgement-pause-days', 'retention-acknowledgement-years', 'retention-case-text-years')`,
)
@Check('figure_rule_value_not_negative', 'value >= 0')
export class FigureRuleEntity extends Rule {
  @Column('text')
  key!: FigureKey;

  @Column('integer')
  value!: number;
}
