import type { CalendarDate, Level } from '@klyngevagt/scoring';
import { Check, Column, Entity, Exclusion, ForeignKey } from 'typeorm';
import { Fact } from './fact.js';
import { ProgrammeEntity } from './programme.js';

@Entity('obligation')
@Check('obligation_required_level_known', `required_level in ('bronze', 'silver', 'gold')`)
@Check('obligation_date_order', 'starts_on <= ends_on')
@Exclusion('obligation_one_at_a_time', `using gist (programme_id with =, daterange(starts_on, ends_on, '[]') with &&)`)
export class ObligationEntity extends Fact {
  @ForeignKey(() => ProgrammeEntity, { name: 'obligation_programme' })
  @Column('uuid')
  programmeId!: string;

  @Column('text')
  requiredLevel!: Level;

  @Column('date')
  startsOn!: CalendarDate;

  @Column('date')
  endsOn!: CalendarDate;

  /** Whether a label that ended but may still be renewed satisfies the duty. */
  @Column('boolean', { default: false })
  acceptsRenewalWindow!: boolean;

  @Column('text', { nullable: true })
  note!: string | null;
}
