import type { AuditState, CalendarDate, Level } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';

export type AuditForm = 'on-site' | 'video';
export type ReporterRole = 'officer' | 'manager' | 'administrator' | 'system';

@Entity('audit_booking')
@Index('audit_booking_of_cluster', ['clusterId'])
@Check('audit_booking_level_known', `level in ('bronze', 'silver', 'gold')`)
@Check('audit_booking_date_order', 'first_day_on <= last_day_on')
@Check('audit_booking_form_known', `form in ('on-site', 'video')`)
@Check('audit_booking_state_known', `state in ('reported', 'confirmed', 'rejected', 'cancelled', 'held')`)
@Check('audit_booking_reported_by_known', `reported_by_role in ('officer', 'manager', 'administrator', 'system')`)
@Check('audit_booking_salted', 'place is null or salt is not null')
export class AuditBookingEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'audit_booking_cluster' })
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  level!: Level;

  @Column('date')
  firstDayOn!: CalendarDate;

  @Column('date')
  lastDayOn!: CalendarDate;

  @Column('text')
  form!: AuditForm;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  place!: string | null;

  @Column('text')
  state!: AuditState;

  /** Day the booking was reported: it counts from that day on. */
  @Column('date')
  reportedOn!: CalendarDate;

  @Column('text')
  reportedByRole!: ReporterRole;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
