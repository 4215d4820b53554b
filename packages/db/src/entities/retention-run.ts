import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What was erased on a day because its years were over. Days on which nothing was have no row. It stands in the ledger like every fact. */
@Entity('retention_run')
@Check('retention_run_not_negative', 'people >= 0 and mails >= 0 and texts >= 0')
export class RetentionRunEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('date')
  ranOn!: CalendarDate;

  @Column('integer')
  people!: number;

  @Column('integer')
  mails!: number;

  /** Reasons, notes and what was written with corrections. */
  @Column('integer')
  texts!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
