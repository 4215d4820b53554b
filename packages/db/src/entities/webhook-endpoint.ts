import { Check, Column, CreateDateColumn, Entity, ForeignKey, Generated, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import { PersonEntity } from './person.js';
import { ProgrammeEntity } from './programme.js';

/** What an endpoint can hear of. `webhook.test` goes to whoever is asked to try. */
export type WebhookEvent = 'cluster.changed' | 'reminder.sent' | 'reminder.failed' | 'verdict.changed';

/**
 * An address of another system that is told what happened. It stands in the ledger like every fact, because it decides who hears of
 * clusters; address and name only as digests, since addresses like to carry a key. Its secrets are in no ledger (`webhook_secret`).
 */
@Entity('webhook_endpoint')
@Index('webhook_endpoint_of_programme', ['programmeId'])
@Check(
  'webhook_endpoint_events_known',
  `events <> '{}' and events - array['cluster.changed', 'reminder.sent', 'reminder.failed', 'verdict.changed'] = '{}'`,
)
@Check('webhook_endpoint_one_scope', 'programme_id is null or cluster_ids is null')
@Check('webhook_endpoint_clusters_given', `cluster_ids <> '{}'`)
@Check('webhook_endpoint_switched_off', '(switched_off_because is not null) = (not is_active)')
@Check('webhook_endpoint_switched_off_known', `switched_off_because in ('person', 'gone')`)
export class WebhookEndpointEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** What people call it. */
  @Column('text')
  name!: string;

  @Column('text')
  url!: string;

  /** Each kind of event that it hears, with the instant since when: what happened before is never told. */
  @Column('jsonb')
  events!: Partial<Record<WebhookEvent, string>>;

  /** Only clusters that are or were members of this programme. */
  @ForeignKey(() => ProgrammeEntity, { name: 'webhook_endpoint_programme' })
  @Column('uuid', { nullable: true })
  programmeId!: string | null;

  /** Only these clusters. Neither these nor a programme: every cluster. */
  @Column('uuid', { array: true, nullable: true })
  clusterIds!: string[] | null;

  @Column('boolean', { default: true })
  isActive!: boolean;

  /** `gone`: the address answered that it is gone for good (410). */
  @Column('text', { nullable: true })
  switchedOffBecause!: 'person' | 'gone' | null;

  @Column('timestamptz', { default: () => 'now()' })
  secretChangedAt!: Date;

  @ForeignKey(() => PersonEntity, { name: 'webhook_endpoint_created_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  createdById!: string | null;

  @Column('uuid', { select: false })
  @Generated('uuid')
  salt!: string;

  @VersionColumn()
  revision!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
