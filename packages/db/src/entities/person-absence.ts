import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import { Fact } from './fact.js';
import { PersonEntity } from './person.js';

/** Somebody is away: what they would be told goes to whoever stands in. Both days belong to it. */
@Entity('person_absence')
@Index('person_absence_of_person', ['personId'])
@Check('person_absence_date_order', 'starts_on <= ends_on')
@Check('person_absence_deputy_other', 'deputy_id <> person_id')
@Exclusion('person_absence_one_at_a_time', `using gist (person_id with =, daterange(starts_on, ends_on, '[]') with &&)`)
export class PersonAbsenceEntity extends Fact {
  @ForeignKey(() => PersonEntity, { name: 'person_absence_person', onDelete: 'CASCADE' })
  @Column('uuid')
  personId!: string;

  /** Null: the deputies of the cluster. Where there is none, the person is told all the same. */
  @ForeignKey(() => PersonEntity, { name: 'person_absence_deputy', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  deputyId!: string | null;

  @Column('date')
  startsOn!: CalendarDate;

  @Column('date')
  endsOn!: CalendarDate;
}
