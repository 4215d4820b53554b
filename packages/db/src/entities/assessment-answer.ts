import { Check, Column, Entity, ForeignKey, Generated, Index, Unique } from 'typeorm';
import { AssessmentEntity } from './assessment.js';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';

/** One indicator's answer. */
@Entity('assessment_answer')
@Unique('assessment_answer_once', ['assessmentId', 'indicator'])
@Index('assessment_answer_of_cluster', ['clusterId'])
@Check('assessment_answer_score_not_negative', 'score >= 0')
@Check('assessment_answer_confirms_score', 'not is_to_confirm or score is not null')
@Check('assessment_answer_salted', 'comment is null or salt is not null')
export class AssessmentAnswerEntity extends Fact {
  @ForeignKey(() => AssessmentEntity, { name: 'assessment_answer_assessment', onDelete: 'CASCADE' })
  @Column('uuid')
  assessmentId!: string;

  @ForeignKey(() => ClusterEntity, { name: 'assessment_answer_cluster' })
  @Column('uuid')
  clusterId!: string;

  /** Code of an indicator of the assessment's framework. */
  @Column('text')
  indicator!: string;

  /** Null: not answered. */
  @Column('double precision', { nullable: true })
  score!: number | null;

  /** Carried over from the round before: it counts once somebody confirms it. */
  @Column('boolean', { default: false })
  isToConfirm!: boolean;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
