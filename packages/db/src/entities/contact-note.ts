import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';
import { PersonEntity } from './person.js';

@Entity('contact_note')
@Index('contact_note_of_cluster', ['clusterId'])
@Check('contact_note_body_salted', 'body is null or salt is not null')
export class ContactNoteEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'contact_note_cluster' })
  @Column('uuid')
  clusterId!: string;

  @Column('date')
  notedOn!: CalendarDate;

  @ForeignKey(() => PersonEntity, { name: 'contact_note_author', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  authorId!: string | null;

  /** Erasable: the ledger holds a digest only. Null once erased. */
  @Column('text', { nullable: true })
  body!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
