import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export type WorkerRunKind = 'plan' | 'send' | 'reconcile' | 'retention';

/** One run of the worker: when, what it did, and when the next one is expected. A run that never ends says so by its empty end. */
@Entity('worker_run')
@Index('worker_run_latest', ['kind', 'startedAt'])
@Check('worker_run_kind_known', `kind in ('plan', 'send', 'reconcile', 'retention')`)
export class WorkerRunEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  kind!: WorkerRunKind;

  /** The plain date the run worked for: today, or the demo clock's. */
  @Column('date')
  on!: CalendarDate;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  /** Whole numbers by name: `sent`, `suppressed`, `failed` and the like. */
  @Column('jsonb', { default: {} })
  counts!: Record<string, number>;

  /** When the schedule starts this kind of run again; null where it is not known. */
  @Column('timestamptz', { nullable: true })
  nextRunAt!: Date | null;

  /** What went wrong, without names; null when all went well. */
  @Column('text', { nullable: true })
  error!: string | null;
}
