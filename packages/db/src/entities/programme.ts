import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Fact } from './fact.js';
import { PersonEntity } from './person.js';

/** `exercise` holds invented organisations only: grave states are shown there and nowhere else. */
export type Portfolio = 'national' | 'exercise';

@Entity('programme')
@Unique('programme_slug', ['slug'])
@Check('programme_slug_form', `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('programme_portfolio_known', `portfolio in ('national', 'exercise')`)
@Check('programme_date_order', 'starts_on <= ends_on')
export class ProgrammeEntity extends Fact {
  @Column('text')
  slug!: string;

  @Column({ type: 'text', collation: 'da-DK-x-icu' })
  nameDa!: string;

  @Column('text')
  nameEn!: string;

  @Column('text')
  portfolio!: Portfolio;

  @Column('date')
  startsOn!: CalendarDate;

  @Column('date')
  endsOn!: CalendarDate;

  /** Head of the programme: told when nobody before could be reached, or nothing helped. */
  @ForeignKey(() => PersonEntity, { name: 'programme_head', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  headId!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
