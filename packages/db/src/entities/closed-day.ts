import type { CalendarDate } from '@klyngevagt/scoring';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Fact } from './fact.js';
import { ProgrammeEntity } from './programme.js';

/** A day on which nobody works, weekends apart: for everybody, or in one programme's own closed weeks. */
@Entity('closed_day')
@Index('closed_day_for_all', ['dayOn'], { unique: true, where: 'programme_id is null' })
@Index('closed_day_of_programme', ['programmeId', 'dayOn'], { unique: true, where: 'programme_id is not null' })
export class ClosedDayEntity extends Fact {
  @Column('date')
  dayOn!: CalendarDate;

  @Column('text')
  nameDa!: string;

  @Column('text')
  nameEn!: string;

  @ForeignKey(() => ProgrammeEntity, { name: 'closed_day_programme' })
  @Column('uuid', { nullable: true })
  programmeId!: string | null;
}
