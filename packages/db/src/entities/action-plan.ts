import type { CalendarDate, ClosedAs } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';
import { ProgrammeEntity } from './programme.js';

@Entity('action_plan')
@Index('action_plan_of_cluster', ['clusterId'])
@Check('action_plan_accepted_order', 'proposed_on <= accepted_on')
@Check('action_plan_closed_order', 'proposed_on <= closed_on')
@Check('action_plan_closed_as_known', `closed_as in ('refused', 'withdrawn')`)
@Check('action_plan_closed_how', '(closed_on is null) = (closed_as is null)')
@Check('action_plan_returned_order', 'proposed_on <= returned_on')
@Check('action_plan_returned_waits', 'returned_on is null or accepted_on is null')
@Check('action_plan_due_order', 'proposed_on <= due_on')
@Check('action_plan_text_salted', 'text is null or salt is not null')
export class ActionPlanEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'action_plan_cluster' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey(() => ProgrammeEntity, { name: 'action_plan_programme' })
  @Column('uuid')
  programmeId!: string;

  @Column('date')
  proposedOn!: CalendarDate;

  @Column('date', { nullable: true })
  acceptedOn!: CalendarDate | null;

  /** Refused or withdrawn from this day on. */
  @Column('date', { nullable: true })
  closedOn!: CalendarDate | null;

  @Column('text', { nullable: true })
  closedAs!: ClosedAs | null;

  /** Sent back with comments on this day; null once the cluster has proposed it again. */
  @Column('date', { nullable: true })
  returnedOn!: CalendarDate | null;

  @Column('date')
  dueOn!: CalendarDate;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
