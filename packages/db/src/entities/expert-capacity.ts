import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, Index } from 'typeorm';
import { Fact } from './fact.js';

/** How many audits the experts can hold in a month: one row for every month that has none of its own, and one for each that has. */
@Entity('expert_capacity')
@Index('expert_capacity_standard', ['isStandard'], { unique: true, where: 'is_standard' })
@Index('expert_capacity_of_month', ['monthOn'], { unique: true })
@Check('expert_capacity_standard_or_month', 'is_standard = (month_on is null)')
@Check('expert_capacity_first_of_month', 'extract(day from month_on) = 1')
@Check('expert_capacity_not_negative', 'audits >= 0')
export class ExpertCapacityEntity extends Fact {
  @Column('boolean')
  isStandard!: boolean;

  /** First day of the month; null for the standard. */
  @Column('date', { nullable: true })
  monthOn!: CalendarDate | null;

  @Column('integer')
  audits!: number;
}
