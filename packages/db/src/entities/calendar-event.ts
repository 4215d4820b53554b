import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ClusterEntity } from './cluster.js';

/**
 * What calendars were told about a day: the memory by which an event keeps its id when the day moves, its sequence rises, and one that
 * no longer holds is told as cancelled. Decides nothing, is computed anew from the facts, and holds no text of anybody.
 */
@Entity('calendar_event')
@Unique('calendar_event_once', ['clusterId', 'key'])
@Check('calendar_event_days', 'ends_on >= starts_on')
@Check('calendar_event_ended_known', `ended_as in ('cancelled', 'passed') and (ended_as is null) = (ended_on is null)`)
export class CalendarEventEntity {
  /** The UID of the event in every calendar. */
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => ClusterEntity, { name: 'calendar_event_cluster', onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  /** What the event is about: the cycle and its step, or the id of a fact. */
  @Column('text')
  key!: string;

  @Column('text')
  kind!: string;

  @Column('date')
  startsOn!: CalendarDate;

  /** Last day, included. */
  @Column('date')
  endsOn!: CalendarDate;

  /** SHA-256 of the words in both languages: they changed when it differs. */
  @Column('text')
  digest!: string;

  @Column('int', { default: 0 })
  sequence!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  /** When days or words last changed. */
  @Column('timestamptz', { default: () => 'now()' })
  changedAt!: Date;

  /** Day on which it ceased to hold: before its own day it was cancelled, after it, it has passed. */
  @Column('date', { nullable: true })
  endedOn!: CalendarDate | null;

  @Column('text', { nullable: true })
  endedAs!: 'cancelled' | 'passed' | null;
}
