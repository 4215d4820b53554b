import type { AssessmentKind, AssessmentState, CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';
import { FrameworkEntity } from './framework.js';
import { RecertificationCaseEntity } from './recertification-case.js';

/** Scores of one cluster under one framework, given once: by itself, by an expert, or agreed on in the audit. Rounds tie those of one audit together. */
@Entity('assessment')
@Unique('assessment_once', ['clusterId', 'kind', 'round'])
@Index('assessment_of_cluster', ['clusterId'])
@Index('assessment_of_framework', ['frameworkId'])
@Check('assessment_kind_known', `kind in ('self-test', 'expert-a', 'expert-b', 'agreed')`)
@Check('assessment_state_known', `state in ('draft', 'submitted', 'returned', 'closed', 'reopened')`)
@Check('assessment_round_positive', 'round > 0')
@Check('assessment_submitted', `state in ('draft', 'reopened') or submitted_on is not null`)
@Check('assessment_closed', `(state = 'closed') = (closed_on is not null)`)
export class AssessmentEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'assessment_cluster' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey(() => FrameworkEntity, { name: 'assessment_framework' })
  @Column('uuid')
  frameworkId!: string;

  /** Case of recertification that it belongs to: the one that was open when it was started or handed in. Null: none was. */
  @ForeignKey(() => RecertificationCaseEntity, { name: 'assessment_case', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  caseId!: string | null;

  @Column('text')
  kind!: AssessmentKind;

  /** Counts a cluster's audits, from 1. */
  @Column('integer')
  round!: number;

  @Column('text', { default: 'draft' })
  state!: AssessmentState;

  @Column('date')
  startedOn!: CalendarDate;

  @Column('date', { nullable: true })
  submittedOn!: CalendarDate | null;

  @Column('date', { nullable: true })
  closedOn!: CalendarDate | null;
}
