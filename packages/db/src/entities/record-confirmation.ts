import type { CalendarDate } from '@klyngevagt/scoring';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';
import { PersonEntity } from './person.js';

/** An officer checked the label owner's register for a cluster: from then on an absence of awards is a fact. */
@Entity('record_confirmation')
@Index('record_confirmation_of_cluster', ['clusterId'])
export class RecordConfirmationEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'record_confirmation_cluster' })
  @Column('uuid')
  clusterId!: string;

  @Column('date')
  confirmedOn!: CalendarDate;

  @ForeignKey(() => PersonEntity, { name: 'record_confirmation_confirmed_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  confirmedById!: string | null;
}
