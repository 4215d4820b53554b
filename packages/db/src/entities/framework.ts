import type { CalendarDate, FrameworkDimension, FrameworkState, Level } from '@klyngevagt/scoring';
import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { Fact } from './fact.js';

/** One version of what a label asks for. An active one is never edited, only superseded; at most one of a level is active. */
@Entity('framework')
@Unique('framework_once', ['level', 'version'])
@Index('framework_active_once', ['level'], { unique: true, where: `state = 'active'` })
@Check('framework_level_known', `level in ('bronze', 'silver', 'gold')`)
@Check('framework_state_known', `state in ('draft', 'active', 'retired')`)
@Check('framework_version_given', `version <> ''`)
@Check('framework_date_order', 'effective_from <= effective_until')
@Check('framework_share_is_percent', 'share_of_total between 0 and 100')
export class FrameworkEntity extends Fact {
  @Column('text')
  level!: Level;

  @Column('text')
  version!: string;

  @Column('text', { default: 'draft' })
  state!: FrameworkState;

  @Column('date')
  effectiveFrom!: CalendarDate;

  @Column('date', { nullable: true })
  effectiveUntil!: CalendarDate | null;

  @Column('jsonb')
  dimensions!: FrameworkDimension[];

  /** Percent of all points that must be reached. */
  @Column('double precision')
  shareOfTotal!: number;

  /** Codes of the indicators whose minimum binds; null: of all that state one. */
  @Column('text', { array: true, nullable: true })
  bindingMinimums!: string[] | null;
}
