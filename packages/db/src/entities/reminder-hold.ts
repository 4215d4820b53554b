import type { CalendarDate, RecipientRole, ReminderEvent } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index, Unique } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';
import { PersonEntity } from './person.js';
import { reminderEvents } from './reminder-events.js';

export type ReminderHoldKind = 'pause' | 'snooze' | 'acknowledgement';

/** Reminders of a cluster are held back for some days: by an officer, with a reason, or because whoever was reminded said that they know. */
@Entity('reminder_hold')
@Unique('reminder_hold_via_once', ['viaKey', 'clusterId', 'event', 'subject', 'deadlineOn'])
@Index('reminder_hold_of_cluster', ['clusterId'])
@Check('reminder_hold_kind_known', `kind in ('pause', 'snooze', 'acknowledgement')`)
@Check('reminder_hold_event_known', `event in (${reminderEvents})`)
@Check('reminder_hold_subject_of_event', 'event is not null or (subject is null and deadline_on is null)')
@Check('reminder_hold_acknowledges_deadline', `kind <> 'acknowledgement' or deadline_on is not null`)
@Check('reminder_hold_date_order', 'from_on <= until_on')
@Check('reminder_hold_plan_of_acknowledgement', `plan_on is null or kind = 'acknowledgement'`)
@Check('reminder_hold_role_known', `by_role in ('manager', 'chair', 'officer', 'head', 'administrator', 'system')`)
@Check('reminder_hold_note_salted', 'note is null or salt is not null')
export class ReminderHoldEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'reminder_hold_cluster' })
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  kind!: ReminderHoldKind;

  /** Null: all events of the cluster. */
  @Column('text', { nullable: true })
  event!: ReminderEvent | null;

  @Column('text', { nullable: true })
  subject!: string | null;

  /** Null: whatever the day. */
  @Column('date', { nullable: true })
  deadlineOn!: CalendarDate | null;

  /** First and last day on which reminders are held back. */
  @Column('date')
  fromOn!: CalendarDate;

  @Column('date')
  untilOn!: CalendarDate;

  /** The day by which it will be done, as whoever acknowledged said; null: none was given. */
  @Column('date', { nullable: true })
  planOn!: CalendarDate | null;

  @ForeignKey(() => PersonEntity, { name: 'reminder_hold_person', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('text')
  byRole!: RecipientRole | 'administrator' | 'system';

  /** Sending key of the mail whose link was used: a link acknowledges once. */
  @Column('uuid', { nullable: true })
  viaKey!: string | null;

  /** Taken back on this day, before its end. */
  @Column('date', { nullable: true })
  endedOn!: CalendarDate | null;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
