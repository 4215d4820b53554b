import type {
  CalendarDate,
  RecipientRole,
  ReminderChannel,
  ReminderEvent,
  ReminderState,
  ReminderUrgency,
  SuppressedBecause,
} from '@klyngevagt/scoring';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { MessageEntity } from './message.js';
import { PersonEntity } from './person.js';
import { reminderEvents } from './reminder-events.js';

/** Why a reminder could not be delivered. Each is an open task for an officer. */
export type FailedBecause = 'no-address' | 'refused' | 'retries-exhausted' | 'interrupted-again' | 'bounced';

/**
 * One message about one step of one deadline to one person. Not a fact: the plan follows from facts and rules, and this row says what
 * became of it. Its key makes planning repeatable; a deadline that moves makes a new key, so that the reminder arms again.
 */
@Entity('reminder')
@Unique('reminder_key', ['clusterId', 'cycle', 'event', 'subject', 'offsetDays', 'deadlineOn', 'personId'])
@Index('reminder_due', ['dueOn', 'id'], { where: `state in ('planned', 'sending', 'uncertain')` })
@Index('reminder_first_of_person', ['personId', 'state', 'id'], { where: `state in ('planned', 'uncertain')` })
@Index('reminder_of_message', ['messageId'])
@Index('reminder_of_person', ['personId'])
@Index('reminder_of_sending', ['sendingKey'], { where: 'sending_key is not null' })
@Check('reminder_event_known', `event in (${reminderEvents})`)
@Check('reminder_role_known', `role in ('manager', 'chair', 'officer', 'head')`)
@Check('reminder_escalated_from_known', `escalated_from in ('manager', 'chair', 'officer', 'head')`)
@Check('reminder_urgency_known', `urgency in ('routine', 'urgent', 'final')`)
@Check('reminder_channel_known', `channel in ('mail', 'inbox')`)
@Check('reminder_state_known', `state in ('planned', 'sending', 'sent', 'uncertain', 'superseded', 'suppressed', 'failed', 'acknowledged')`)
@Check('reminder_suppressed_with_reason', `(state = 'suppressed') = (suppressed_because is not null)`)
@Check('reminder_failed_with_reason', `(state = 'failed') = (failed_because is not null)`)
@Check('reminder_sent_with_instant', `(state = 'sent') = (sent_at is not null)`)
export class ReminderEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => ClusterEntity, { name: 'reminder_cluster', onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  /** Stable name of the cycle: what is being worked towards. */
  @Column('text')
  cycle!: string;

  @Column('text')
  event!: ReminderEvent;

  /** Which of several: a step, or the id of what has the day; empty where there is one only. */
  @Column('text', { default: '' })
  subject!: string;

  /** Days from the deadline; negative before it. */
  @Column('int')
  offsetDays!: number;

  @Column('date')
  deadlineOn!: CalendarDate;

  @ForeignKey(() => PersonEntity, { name: 'reminder_person', onDelete: 'CASCADE' })
  @Column('uuid')
  personId!: string;

  @Column('text')
  role!: RecipientRole;

  /** Told in the place of this person, who is away. */
  @ForeignKey(() => PersonEntity, { name: 'reminder_stands_in_for', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  standsInForId!: string | null;

  /** The role that could not be reached, and because of which this person is told. */
  @Column('text', { nullable: true })
  escalatedFrom!: RecipientRole | null;

  @Column('text', { default: 'routine' })
  urgency!: ReminderUrgency;

  @Column('text', { default: 'mail' })
  channel!: ReminderChannel;

  /** Day it goes out. */
  @Column('date')
  dueOn!: CalendarDate;

  @Column('text')
  state!: ReminderState;

  @Column('text', { nullable: true })
  suppressedBecause!: SuppressedBecause | null;

  @Column('timestamptz', { nullable: true })
  supersededAt!: Date | null;

  /** Since when a worker has it in hand. */
  @Column('timestamptz', { nullable: true })
  claimedAt!: Date | null;

  /** A sending broke off here once: it may have gone out, and is tried once more under the same Message-ID. */
  @Column('timestamptz', { nullable: true })
  uncertainAt!: Date | null;

  /** Left part of the Message-ID, fixed before the first try so that a repeat carries the same. */
  @Column('uuid', { nullable: true })
  sendingKey!: string | null;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  @Column('int', { default: 0 })
  attempts!: number;

  /** Attempts that ended with "later" for this mail. A server that is away refuses nothing, however often it is tried. */
  @Column('int', { default: 0 })
  temporaryRefusals!: number;

  @Column('timestamptz', { nullable: true })
  nextAttemptAt!: Date | null;

  @Column('text', { nullable: true })
  failedBecause!: FailedBecause | null;

  /** Since when it has failed; the database writes it. */
  @Column('timestamptz', { nullable: true })
  failedAt!: Date | null;

  @ForeignKey(() => MessageEntity, { name: 'reminder_message', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  messageId!: string | null;

  /** A person asked for it to go out now, whatever its day. */
  @Column('timestamptz', { nullable: true })
  requestedAt!: Date | null;

  @ForeignKey(() => PersonEntity, { name: 'reminder_requested_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  requestedById!: string | null;

  /** In that person's own words. */
  @Column('text', { nullable: true })
  requestReason!: string | null;

  /** Whoever got the mail said that they know. */
  @Column('timestamptz', { nullable: true })
  acknowledgedAt!: Date | null;

  /** Seen in the inbox of the product. */
  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
