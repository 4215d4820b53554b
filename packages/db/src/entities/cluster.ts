import type { Confidence } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Unique } from 'typeorm';
import { Fact } from './fact.js';
import { PersonEntity } from './person.js';
import type { Portfolio } from './programme.js';

/** Area named by the board: an established stronghold or an emerging area. */
export type ClusterKind = 'styrkeposition' | 'spirende';

@Entity('cluster')
@Unique('cluster_slug', ['slug'])
@Check('cluster_slug_form', `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('cluster_kind_known', `kind in ('styrkeposition', 'spirende')`)
@Check('cluster_portfolio_known', `portfolio in ('national', 'exercise')`)
@Check('cluster_cvr_number_form', `cvr_number ~ '^[0-9]{8}$'`)
@Check('cluster_name_given', `btrim(name) <> ''`)
@Check('cluster_short_name_given', `btrim(short_name) <> ''`)
@Check('cluster_notes_salted', 'notes is null or salt is not null')
export class ClusterEntity extends Fact {
  /** Name in addresses; never changes. */
  @Column('text')
  slug!: string;

  @Column({ type: 'text', collation: 'da-DK-x-icu' })
  name!: string;

  /** Name in tables; null: the name itself is short enough. */
  @Column('text', { nullable: true })
  shortName!: string | null;

  @Column('text')
  domainDa!: string;

  @Column('text')
  domainEn!: string;

  @Column({ type: 'text', nullable: true, collation: 'da-DK-x-icu' })
  city!: string | null;

  @Column('text', { nullable: true })
  cityConfidence!: Confidence | null;

  @Column('text', { nullable: true })
  website!: string | null;

  @Column('text', { nullable: true })
  websiteConfidence!: Confidence | null;

  @Column('text')
  kind!: ClusterKind;

  @Column('text', { nullable: true })
  kindConfidence!: Confidence | null;

  @Column('text')
  portfolio!: Portfolio;

  /** Number of the organisation in the Central Business Register, eight digits. */
  @Column('text', { nullable: true })
  cvrNumber!: string | null;

  @Column('text', { nullable: true })
  journalNumber!: string | null;

  @Column('text', { nullable: true })
  funder!: string | null;

  @ForeignKey(() => PersonEntity, { name: 'cluster_responsible_officer', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  responsibleOfficerId!: string | null;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  notes!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
