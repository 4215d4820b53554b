import { Check, Column, Entity, Generated, Unique } from 'typeorm';
import { Fact } from './fact.js';

export type PersonRole = 'administrator' | 'officer' | 'reader' | 'manager';

/** Somebody who works with clusters or is told about them. Name, address, title and phone are erasable; the ledger holds digests only. */
@Entity('person')
@Unique('person_email', ['email'])
@Unique('person_account', ['accountId'])
@Check('person_email_form', `email = lower(email) and email like '_%@_%'`)
@Check('person_language_known', `language in ('da', 'en')`)
@Check('person_role_known', `role in ('administrator', 'officer', 'reader', 'manager')`)
@Check('person_erased_whole', `(erased_at is null) = (name is not null and salt is not null)`)
@Check(
  'person_erased_empty',
  `erased_at is null or (email is null and title is null and phone is null and account_id is null and role is null)`,
)
export class PersonEntity extends Fact {
  @Column({ type: 'text', nullable: true, collation: 'da-DK-x-icu' })
  name!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text')
  language!: 'da' | 'en';

  /** What the person may do when signed in; null: is told, never signs in. */
  @Column('text', { nullable: true })
  role!: PersonRole | null;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('timestamptz', { nullable: true })
  erasedAt!: Date | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
