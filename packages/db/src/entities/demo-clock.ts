import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The plain date of the demonstration, one row that API and worker both read. Null: the real date. Instants stay real. */
@Entity('demo_clock')
@Check('demo_clock_single', 'id')
export class DemoClockEntity {
  @PrimaryColumn('boolean', { default: true })
  id!: boolean;

  @Column('date', { nullable: true })
  today!: CalendarDate | null;
}
