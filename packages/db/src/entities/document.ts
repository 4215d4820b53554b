import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';

export type DocumentSubjectKind = 'cluster' | 'case' | 'milestone' | 'award' | 'indicator' | 'plan';

/** A document that a cluster delivers or is expected to. Its bytes are those of its versions; its state is that of the newest one. */
@Entity('document')
@Index('document_of_cluster', ['clusterId'])
@Check('document_subject_kind_known', `subject_kind in ('cluster', 'case', 'milestone', 'award', 'indicator', 'plan')`)
@Check('document_subject_given', `subject_id <> ''`)
@Check('document_title_salted', 'title is null or salt is not null')
@Check('document_newest_version_not_negative', 'newest_version >= 0')
export class DocumentEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'document_cluster' })
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  subjectKind!: DocumentSubjectKind;

  /** Id of a row of the kind, or the code of something that has no row. */
  @Column('text')
  subjectId!: string;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  title!: string | null;

  /** The day by which it is expected. */
  @Column('date', { nullable: true })
  dueOn!: CalendarDate | null;

  /** The last day on which it counts. */
  @Column('date', { nullable: true })
  expiresOn!: CalendarDate | null;

  /** Number of the newest version; 0 while it is expected only. */
  @Column('integer', { default: 0 })
  newestVersion!: number;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
