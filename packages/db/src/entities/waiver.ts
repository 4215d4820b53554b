import type { CalendarDate, ClosedAs } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';
import { PersonEntity } from './person.js';
import { ProgrammeEntity } from './programme.js';

@Entity('waiver')
@Index('waiver_of_cluster', ['clusterId'])
@Check('waiver_date_order', 'starts_on <= ends_on')
@Check('waiver_two_persons', 'proposed_by_id <> decided_by_id')
@Check('waiver_decided_once', 'approved_on is null or closed_on is null')
@Check('waiver_closed_as_known', `closed_as in ('refused', 'withdrawn')`)
@Check('waiver_closed_how', '(closed_on is null) = (closed_as is null)')
@Check('waiver_approved_order', 'proposed_on <= approved_on')
@Check('waiver_closed_order', 'proposed_on <= closed_on')
@Check('waiver_text_salted', 'text is null or salt is not null')
export class WaiverEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'waiver_cluster' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey(() => ProgrammeEntity, { name: 'waiver_programme' })
  @Column('uuid')
  programmeId!: string;

  @Column('date')
  startsOn!: CalendarDate;

  @Column('date')
  endsOn!: CalendarDate;

  @Column('date')
  proposedOn!: CalendarDate;

  /** Two persons make an exemption: the one who proposes it and another who decides. */
  @ForeignKey(() => PersonEntity, { name: 'waiver_proposed_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  proposedById!: string | null;

  @ForeignKey(() => PersonEntity, { name: 'waiver_decided_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  /** Refused or withdrawn from this day on. */
  @Column('date', { nullable: true })
  closedOn!: CalendarDate | null;

  @Column('text', { nullable: true })
  closedAs!: ClosedAs | null;

  /** The exemption counts from its approval on. */
  @Column('date', { nullable: true })
  approvedOn!: CalendarDate | null;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
