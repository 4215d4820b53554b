import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.js';

/**
 * A mail server told of a mail that it had taken: that it gave it up, or that it still tries. Each is told once of a sending; told again it
 * changes nothing. It may come before the worker has recorded the mail, so it hangs on the sending.
 */
@Entity('mail_return')
@Index('mail_return_of_person', ['personId'])
@Check('mail_return_kind_known', `kind in ('failed', 'delayed')`)
export class MailReturnEntity {
  /** Left part of the Message-ID. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_return_id' })
  sendingKey!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'mail_return_id' })
  kind!: 'failed' | 'delayed';

  /** Whose mail it was; erasing the person removes the row. */
  @ForeignKey(() => PersonEntity, { name: 'mail_return_person', onDelete: 'CASCADE' })
  @Column('uuid')
  personId!: string;

  /** `5.1.1` and the like (RFC 3463). */
  @Column('text')
  status!: string;

  /** The server's own words, which name addresses; empty: it said nothing, or the years of the mail are over. */
  @Column('text')
  diagnostic!: string;

  @Column('timestamptz')
  receivedAt!: Date;
}
