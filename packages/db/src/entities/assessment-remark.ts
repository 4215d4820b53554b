import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index } from 'typeorm';
import { AssessmentEntity } from './assessment.js';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';

/** What an officer says about one indicator on returning an assessment. Open until the assessment is handed in again. */
@Entity('assessment_remark')
@Index('assessment_remark_of_assessment', ['assessmentId'])
@Index('assessment_remark_of_cluster', ['clusterId'])
@Check('assessment_remark_salted', 'body is null or salt is not null')
export class AssessmentRemarkEntity extends Fact {
  @ForeignKey(() => AssessmentEntity, { name: 'assessment_remark_assessment', onDelete: 'CASCADE' })
  @Column('uuid')
  assessmentId!: string;

  @ForeignKey(() => ClusterEntity, { name: 'assessment_remark_cluster' })
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  indicator!: string;

  @Column('date')
  givenOn!: CalendarDate;

  @Column('boolean', { default: true })
  isOpen!: boolean;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  body!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
