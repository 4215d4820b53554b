import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';
import { ProgrammeEntity } from './programme.js';

@Entity('waiver')
@Index('waiver_of_cluster', ['clusterId'])
@Check('waiver_date_order', 'starts_on <= ends_on')
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

  /** The exemption counts once approved. */
  @Column('date', { nullable: true })
  approvedOn!: CalendarDate | null;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
