import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { PersonEntity } from './person.js';

/** A mail as it was sent, word for word. Its texts name people: erasing a person removes the row. */
@Entity('message')
@Unique('message_header', ['messageIdHeader'])
@Index('message_of_person', ['personId'])
@Index('message_digest_of_day', ['personId', 'sentOn'], { where: `kind = 'digest'` })
@Check('message_kind_known', `kind in ('reminder', 'digest', 'weekly', 'quiet')`)
@Check('message_language_known', `language in ('da', 'en')`)
@Check('message_erased_empty', `erased_at is null or (sent_to = '' and subject = '' and text = '' and html = '' and smtp_answer = '')`)
export class MessageEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => PersonEntity, { name: 'message_person', onDelete: 'CASCADE' })
  @Column('uuid')
  personId!: string;

  /** Null: about no single cluster. */
  @ForeignKey(() => ClusterEntity, { name: 'message_cluster', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  /** `digest`: everything of one day that is not urgent, about all clusters of a person. */
  @Column('text', { default: 'reminder' })
  kind!: 'reminder' | 'digest' | 'weekly' | 'quiet';

  @Column('text')
  language!: 'da' | 'en';

  /** Address it went to; the person's may change later. */
  @Column('text')
  sentTo!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  text!: string;

  @Column('text')
  html!: string;

  /** `<…@…>`, as in the mail's head. */
  @Column('text')
  messageIdHeader!: string;

  /** What the mail server said when it took the mail. */
  @Column('text')
  smtpAnswer!: string;

  /** An earlier sending broke off: the recipient may have had this mail before. */
  @Column('boolean', { default: false })
  isPossibleRepeat!: boolean;

  @Column('timestamptz')
  sentAt!: Date;

  /** The day on which it went out; a demonstration's day is another than that of the instant. */
  @Column('date', { nullable: true })
  sentOn!: CalendarDate | null;

  /** Its years are over: address and texts are gone. */
  @Column('timestamptz', { nullable: true })
  erasedAt!: Date | null;
}
