import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.js';
import { ReminderEntity } from './reminder.js';

/**
 * A mail that told of a reminder came back. The reminder may have been sent anew, or superseded, since; that this mail went out and came
 * back stays with it.
 */
@Entity('reminder_return')
export class ReminderReturnEntity {
  @ForeignKey(() => ReminderEntity, { name: 'reminder_return_reminder', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminder_return_id' })
  reminderId!: string;

  /** Left part of the Message-ID: a mail may come back before the worker has recorded it. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminder_return_id' })
  sendingKey!: string;

  /** When it was recorded. */
  @Column('timestamptz')
  returnedAt!: Date;

  /** Whoever said so; null: a mail server (`mail_return`). */
  @ForeignKey(() => PersonEntity, { name: 'reminder_return_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  byId!: string | null;

  /** In that person's own words. */
  @Column('text', { nullable: true })
  reason!: string | null;
}
