import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { PersonEntity } from './person.js';

/** A secret address at which a calendar reads a person's deadlines. No fact: it decides nothing and stands in no ledger. */
@Entity('calendar_feed')
@Unique('calendar_feed_secret', ['secretHash'])
@Index('calendar_feed_of_person_once', ['personId'], { unique: true, where: 'cluster_id is null and revoked_at is null' })
@Index('calendar_feed_of_cluster_once', ['personId', 'clusterId'], { unique: true, where: 'revoked_at is null' })
@Check('calendar_feed_language_known', `language in ('da', 'en')`)
@Check('calendar_feed_secret_hashed', `secret_hash ~ '^[0-9a-f]{64}$'`)
export class CalendarFeedEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => PersonEntity, { name: 'calendar_feed_person', onDelete: 'CASCADE' })
  @Column('uuid')
  personId!: string;

  /** Null: everything that the person may see on the day of asking. */
  @ForeignKey(() => ClusterEntity, { name: 'calendar_feed_cluster', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  /** SHA-256 of the secret, in hex. The secret itself is shown once and kept nowhere. */
  @Column('text')
  secretHash!: string;

  @Column('text')
  language!: 'da' | 'en';

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  /** When the present secret took the place of an earlier one. */
  @Column('timestamptz', { nullable: true })
  renewedAt!: Date | null;

  /** To the hour, so that a calendar which asks often writes seldom. */
  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
