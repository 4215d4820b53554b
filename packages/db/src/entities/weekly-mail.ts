import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Generated, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { MessageEntity } from './message.js';
import { PersonEntity } from './person.js';

/** The mails of one week to one person: at most one of each kind, however many workers and runs. */
@Entity('weekly_mail')
@Unique('weekly_mail_once', ['personId', 'weekOn', 'kind'])
@Index('weekly_mail_of_sending', ['sendingKey'])
@Check('weekly_mail_kind_known', `kind in ('weekly', 'quiet')`)
@Check('weekly_mail_state_known', `state in ('planned', 'sending', 'sent', 'uncertain', 'failed')`)
@Check('weekly_mail_failed_with_reason', `(state = 'failed') = (failed_because is not null)`)
export class WeeklyMailEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Monday of the week. */
  @Column('date')
  weekOn!: CalendarDate;

  @ForeignKey(() => PersonEntity, { name: 'weekly_mail_person', onDelete: 'CASCADE' })
  @Column('uuid')
  personId!: string;

  /** `weekly`: the officers' overview; `quiet`: to whoever asked to hear that there is nothing to tell. */
  @Column('text', { default: 'weekly' })
  kind!: 'weekly' | 'quiet';

  @Column('text', { default: 'planned' })
  state!: 'planned' | 'sending' | 'sent' | 'uncertain' | 'failed';

  /** Left part of the Message-ID, the same for every try. */
  @Column('uuid')
  @Generated('uuid')
  sendingKey!: string;

  @Column('int', { default: 0 })
  attempts!: number;

  /** As a reminder's. */
  @Column('int', { default: 0 })
  temporaryRefusals!: number;

  @Column('timestamptz', { nullable: true })
  claimedAt!: Date | null;

  /** A sending broke off: it is tried once more, and marked. */
  @Column('timestamptz', { nullable: true })
  uncertainAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  nextAttemptAt!: Date | null;

  @Column('text', { nullable: true })
  failedBecause!: 'no-address' | 'refused' | 'retries-exhausted' | 'interrupted-again' | 'bounced' | null;

  @ForeignKey(() => MessageEntity, { name: 'weekly_mail_message', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  messageId!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
