import { Check, Column, Entity, ForeignKey, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import { PersonEntity } from './person.js';

/** Mails that a person may do without, or ask for. What a duty calls for is none of them. */
export const mailKinds = ['milestone', 'recommendation', 'document', 'self-test-returned', 'weekly', 'quiet'] as const;
export type MailKind = (typeof mailKinds)[number];

/** No row: every kind is sent but `quiet`, the mail that tells that there is nothing to tell. */
@Entity('mail_preference')
@Check('mail_preference_kind_known', `kind in ('milestone', 'recommendation', 'document', 'self-test-returned', 'weekly', 'quiet')`)
export class MailPreferenceEntity {
  @ForeignKey(() => PersonEntity, { name: 'mail_preference_person', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_preference_id' })
  personId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'mail_preference_id' })
  kind!: MailKind;

  @Column('boolean')
  isWanted!: boolean;

  @UpdateDateColumn({ type: 'timestamptz' })
  changedAt!: Date;
}
