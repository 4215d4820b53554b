import type { AwardKind, CalendarDate, Level, PartialDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';

/** What the end of validity rests on: the certificate, a computed proposal that a person accepted, the label owner's register, or nothing. */
export type ValidUntilBasis = 'certificate' | 'accepted-proposal' | 'register' | 'not-known';

@Entity('award')
@Index('award_of_cluster', ['clusterId'])
@Check('award_level_known', `level in ('bronze', 'silver', 'gold')`)
@Check('award_kind_known', `kind in ('first', 'renewal')`)
@Check('award_assessed_on_date', 'is_partial_date(assessed_on)')
@Check('award_approved_on_date', 'is_partial_date(approved_on)')
@Check('award_valid_from_date', 'is_partial_date(valid_from)')
@Check('award_valid_until_date', 'is_partial_date(valid_until)')
@Check('award_assessment_order', 'partial_dates_ordered(assessed_on, approved_on)')
@Check('award_validity_order', 'partial_dates_ordered(valid_from, valid_until)')
@Check('award_valid_until_basis_known', `valid_until_basis in ('certificate', 'accepted-proposal', 'register', 'not-known')`)
@Check('award_valid_until_founded', `(valid_until is null) = (valid_until_basis = 'not-known')`)
@Check('award_note_salted', 'note is null or salt is not null')
export class AwardEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'award_cluster' })
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  level!: Level;

  @Column('text')
  kind!: AwardKind;

  @Column('text', { nullable: true })
  assessedOn!: PartialDate | null;

  @Column('text', { nullable: true })
  approvedOn!: PartialDate | null;

  @Column('text', { nullable: true })
  validFrom!: PartialDate | null;

  @Column('text', { nullable: true })
  validUntil!: PartialDate | null;

  @Column('text')
  validUntilBasis!: ValidUntilBasis;

  @Column('date', { nullable: true })
  revokedOn!: CalendarDate | null;

  /** As published, for example "95 %". */
  @Column('text', { nullable: true })
  score!: string | null;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
