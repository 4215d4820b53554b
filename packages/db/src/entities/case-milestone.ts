import type { CalendarDate, Milestone, StepOwner } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index, Unique } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';
import { RecertificationCaseEntity } from './recertification-case.js';

const steps = `'gap-analysis', 'self-test', 'order', 'experts', 'documentation', 'submission', 'audit', 'report', 'decision', 'label'`;

/** What was planned and done about one step of a case. Last safe days are computed and stand nowhere. */
@Entity('case_milestone')
@Unique('case_milestone_once', ['caseId', 'milestone'])
@Index('case_milestone_of_cluster', ['clusterId'])
@Check('case_milestone_known', `milestone in (${steps})`)
@Check('case_milestone_owner_known', `owner in ('cluster', 'officer', 'assessor', 'eucles')`)
@Check('case_milestone_note_salted', 'note is null or salt is not null')
export class CaseMilestoneEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'case_milestone_cluster' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey(() => RecertificationCaseEntity, { name: 'case_milestone_case', onDelete: 'CASCADE' })
  @Column('uuid')
  caseId!: string;

  @Column('text')
  milestone!: Milestone;

  @Column('date', { nullable: true })
  plannedOn!: CalendarDate | null;

  @Column('date', { nullable: true })
  doneOn!: CalendarDate | null;

  /** Who has the ball, where it is another than the template says. */
  @Column('text', { nullable: true })
  owner!: StepOwner | null;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
