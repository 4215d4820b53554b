import { Check, Column, Entity, ForeignKey, Generated, Index } from 'typeorm';
import { AuditBookingEntity } from './audit-booking.js';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';

/** One of the experts of a booked audit. */
@Entity('audit_expert')
@Index('audit_expert_of_booking', ['bookingId'])
@Index('audit_expert_of_cluster', ['clusterId'])
@Check('audit_expert_country_form', `country ~ '^[A-Z]{2}$'`)
@Check('audit_expert_name_salted', 'name is null or salt is not null')
export class AuditExpertEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'audit_expert_cluster' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey(() => AuditBookingEntity, { name: 'audit_expert_booking', onDelete: 'CASCADE' })
  @Column('uuid')
  bookingId!: string;

  /** Erasable: the ledger holds a digest only. Null once erased. */
  @Column('text', { nullable: true })
  name!: string | null;

  /** Two letters, ISO 3166. */
  @Column('text')
  country!: string;

  /** The expert or the cluster has said that they are too close. */
  @Column('boolean')
  hasConflict!: boolean;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
