import type { CalendarDate, RecommendationOwner, RecommendationState } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index } from 'typeorm';
import { AssessmentEntity } from './assessment.js';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';
import { RecertificationCaseEntity } from './recertification-case.js';

/** What an audit's report advises a cluster to do. It outlives the case it came from: open ones follow the cluster into the next. */
@Entity('recommendation')
@Index('recommendation_of_cluster', ['clusterId'])
@Check('recommendation_state_known', `state in ('open', 'reported', 'done', 'dropped')`)
@Check('recommendation_owner_known', `owner in ('cluster', 'officer')`)
@Check('recommendation_closed', `(state in ('done', 'dropped')) = (closed_on is not null)`)
@Check('recommendation_reported', `state <> 'reported' or reported_on is not null`)
@Check('recommendation_text_salted', 'text is null or salt is not null')
export class RecommendationEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'recommendation_cluster' })
  @Column('uuid')
  clusterId!: string;

  /** The case whose audit it came from. */
  @ForeignKey(() => RecertificationCaseEntity, { name: 'recommendation_case', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  caseId!: string | null;

  @ForeignKey(() => AssessmentEntity, { name: 'recommendation_assessment', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  assessmentId!: string | null;

  @Column('date')
  givenOn!: CalendarDate;

  /** Codes of the indicators it is about. */
  @Column('text', { array: true })
  indicators!: string[];

  @Column('text')
  owner!: RecommendationOwner;

  @Column('date', { nullable: true })
  dueOn!: CalendarDate | null;

  @Column('text', { default: 'open' })
  state!: RecommendationState;

  /** The day on which the cluster said that it is done. */
  @Column('date', { nullable: true })
  reportedOn!: CalendarDate | null;

  @Column('date', { nullable: true })
  closedOn!: CalendarDate | null;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
