import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index, Unique } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { DocumentEntity } from './document.js';
import { Fact } from './fact.js';
import { PersonEntity } from './person.js';

/** One file of a document as it was sent, and what an officer made of it. A version is never overwritten. */
@Entity('document_version')
@Index('document_version_of_cluster', ['clusterId'])
@Unique('document_version_once', ['documentId', 'number'])
@Unique('document_version_stored_key', ['storedKey'])
@Check('document_version_number_positive', 'number >= 1')
@Check('document_version_size_positive', 'size_bytes > 0')
@Check('document_version_sha256_form', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('document_version_uploaded_by_known', `uploaded_by_role in ('officer', 'manager', 'administrator', 'system')`)
@Check('document_version_decision_known', `decision in ('approved', 'returned')`)
@Check('document_version_decided', '(decision is null) = (decided_on is null)')
@Check('document_version_salted', '(file_name is null and comment is null and decision_text is null) or salt is not null')
export class DocumentVersionEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'document_version_cluster' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey(() => DocumentEntity, { name: 'document_version_document', onDelete: 'CASCADE' })
  @Column('uuid')
  documentId!: string;

  @Column('integer')
  number!: number;

  /** Erasable, like everything here that a person typed. */
  @Column('text', { nullable: true })
  fileName!: string | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  /** Found in the file, not taken from its name. */
  @Column('text')
  mediaType!: string;

  @Column('integer')
  sizeBytes!: number;

  @Column('text')
  sha256!: string;

  /** Where its bytes lie in the file storage. */
  @Column('uuid')
  storedKey!: string;

  @ForeignKey(() => PersonEntity, { name: 'document_version_uploaded_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  uploadedById!: string | null;

  @Column('text')
  uploadedByRole!: 'officer' | 'manager' | 'administrator' | 'system';

  @Column('text', { nullable: true })
  decision!: 'approved' | 'returned' | null;

  @Column('date', { nullable: true })
  decidedOn!: CalendarDate | null;

  @ForeignKey(() => PersonEntity, { name: 'document_version_decided_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  @Column('text', { nullable: true })
  decisionText!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
