import type { Answer, CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, Exclusion, ForeignKey, Generated, Index } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';
import { ProgrammeEntity } from './programme.js';

@Entity('membership')
@Index('membership_of_cluster', ['clusterId'])
@Check('membership_member_known', `member in ('yes', 'no', 'not-known')`)
@Check('membership_bound_known', `bound in ('yes', 'no', 'not-known')`)
@Check('membership_bound_only_members', `member = 'yes' or bound <> 'yes'`)
@Check('membership_date_order', 'starts_on <= ends_on')
@Check('membership_level_due_order', 'starts_on <= level_due_on')
@Check('membership_note_salted', 'note is null or salt is not null')
@Exclusion('membership_one_at_a_time', `using gist (programme_id with =, cluster_id with =, daterange(starts_on, ends_on, '[]') with &&)`)
export class MembershipEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'membership_cluster' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey(() => ProgrammeEntity, { name: 'membership_programme' })
  @Column('uuid')
  programmeId!: string;

  @Column('text')
  member!: Answer;

  /** Whether the programme's obligation binds this member. */
  @Column('text')
  bound!: Answer;

  @Column('date')
  startsOn!: CalendarDate;

  @Column('date', { nullable: true })
  endsOn!: CalendarDate | null;

  /** The source names the month only; the last day of it was taken. */
  @Column('boolean', { default: false })
  isEndDayAssumed!: boolean;

  @Column('date', { nullable: true })
  levelDueOn!: CalendarDate | null;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
