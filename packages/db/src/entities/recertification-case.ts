import type { AwardKind, CalendarDate, CaseState, Level } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index, Unique } from 'typeorm';
import { AwardEntity } from './award.js';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';

/** The way to one award: of a cluster and a cycle there is one case, however often its decision is corrected. */
@Entity('recertification_case')
@Unique('recertification_case_once', ['clusterId', 'cycle'])
@Index('recertification_case_of_cluster', ['clusterId'])
@Check('recertification_case_level_known', `level in ('bronze', 'silver', 'gold')`)
@Check('recertification_case_kind_known', `kind in ('first', 'renewal')`)
@Check('recertification_case_state_known', `state in ('open', 'awarded', 'failed', 'withdrawn', 'expired')`)
@Check('recertification_case_decided', `(state = 'open') = (decided_on is null)`)
@Check('recertification_case_award_given', `(state = 'awarded') = (award_id is not null)`)
@Check('recertification_case_cure_of_failed', `cure_ends_on is null or state = 'failed'`)
@Check('recertification_case_cure_order', 'decided_on < cure_ends_on')
@Check('recertification_case_note_salted', 'note is null or salt is not null')
export class RecertificationCaseEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'recertification_case_cluster' })
  @Column('uuid')
  clusterId!: string;

  /** Name of the cycle, as the rules give it: what is renewed, or which first award it is. */
  @Column('text')
  cycle!: string;

  @Column('text')
  level!: Level;

  @Column('text')
  kind!: AwardKind;

  @Column('date')
  openedOn!: CalendarDate;

  @Column('text', { default: 'open' })
  state!: CaseState;

  @Column('date', { nullable: true })
  decidedOn!: CalendarDate | null;

  /** The award that came of it. */
  @ForeignKey(() => AwardEntity, { name: 'recertification_case_award' })
  @Column('uuid', { nullable: true })
  awardId!: string | null;

  /** After a failed decision: what it names must be mended by this day. */
  @Column('date', { nullable: true })
  cureEndsOn!: CalendarDate | null;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
