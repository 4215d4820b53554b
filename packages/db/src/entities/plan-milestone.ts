import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index } from 'typeorm';
import { ActionPlanEntity } from './action-plan.js';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';

/** A step that a plan promises. */
@Entity('plan_milestone')
@Index('plan_milestone_of_cluster', ['clusterId'])
@Index('plan_milestone_of_plan', ['planId'])
@Check('plan_milestone_text_salted', 'text is null or salt is not null')
export class PlanMilestoneEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'plan_milestone_cluster' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey(() => ActionPlanEntity, { name: 'plan_milestone_plan', onDelete: 'CASCADE' })
  @Column('uuid')
  planId!: string;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('date')
  dueOn!: CalendarDate;

  @Column('date', { nullable: true })
  doneOn!: CalendarDate | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
