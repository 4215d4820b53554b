import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';
import { PersonEntity } from './person.js';

export type ClusterRole = 'manager' | 'chair' | 'deputy';

@Entity('person_cluster_role')
@Index('person_cluster_role_of_cluster', ['clusterId'])
@Check('person_cluster_role_known', `role in ('manager', 'chair', 'deputy')`)
@Check('person_cluster_role_date_order', 'starts_on <= ends_on')
@Exclusion(
  'person_cluster_role_one_at_a_time',
  `using gist (person_id with =, cluster_id with =, role with =, daterange(starts_on, ends_on, '[]') with &&)`,
)
export class PersonClusterRoleEntity extends Fact {
  @ForeignKey(() => PersonEntity, { name: 'person_cluster_role_person', onDelete: 'CASCADE' })
  @Column('uuid')
  personId!: string;

  @ForeignKey(() => ClusterEntity, { name: 'person_cluster_role_cluster' })
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  role!: ClusterRole;

  @Column('date')
  startsOn!: CalendarDate;

  @Column('date', { nullable: true })
  endsOn!: CalendarDate | null;
}
