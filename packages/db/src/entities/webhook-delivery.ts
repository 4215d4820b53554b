import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { WebhookEndpointEntity, type WebhookEvent } from './webhook-endpoint.js';

/** `failed`: the last try failed and another will follow. `abandoned`: no further one will, unless somebody asks for it. */
export type WebhookDeliveryState = 'pending' | 'delivered' | 'failed' | 'abandoned';

/** Why a try failed, by what was seen of it. */
export type WebhookError =
  | 'refused' // another answer than 2xx
  | 'redirect'
  | 'gone'
  | 'timeout'
  | 'unreachable'
  | 'name-unknown'
  | 'address-not-public'
  | 'certificate'
  | 'not-https'
  | 'secret-unreadable';

/**
 * One event for one endpoint. Not a fact: it says what became of telling a fact. Its id is the message's id, the same for every try, so
 * that a receiver knows a repeat; its event key makes queueing repeatable.
 */
@Entity('webhook_delivery')
@Unique('webhook_delivery_once', ['endpointId', 'eventKey'])
@Index('webhook_delivery_due', ['endpointId', 'nextAttemptAt'], { where: `state in ('pending', 'failed')` })
@Index('webhook_delivery_latest', ['createdAt', 'id'])
@Index('webhook_delivery_of_cluster', ['clusterId'])
@Check('webhook_delivery_type_known', `type in ('cluster.changed', 'reminder.sent', 'reminder.failed', 'verdict.changed', 'webhook.test')`)
@Check('webhook_delivery_state_known', `state in ('pending', 'delivered', 'failed', 'abandoned')`)
@Check('webhook_delivery_delivered_with_instant', `(state = 'delivered') = (delivered_at is not null)`)
export class WebhookDeliveryEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => WebhookEndpointEntity, { name: 'webhook_delivery_endpoint', onDelete: 'CASCADE' })
  @Column('uuid')
  endpointId!: string;

  @Column('text')
  eventKey!: string;

  @Column('text')
  type!: WebhookEvent | 'webhook.test';

  @ForeignKey(() => ClusterEntity, { name: 'webhook_delivery_cluster', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  /** The body: type, timestamp, and data with ids and links only. */
  @Column('jsonb')
  payload!: { type: string; timestamp: string; data: Record<string, unknown> };

  @Column('text', { default: 'pending' })
  state!: WebhookDeliveryState;

  @Column('int', { default: 0 })
  attempts!: number;

  /** Attempts made before somebody asked for it anew: the pauses begin again from there. */
  @Column('int', { default: 0 })
  attemptsBefore!: number;

  /** A worker has it in hand. */
  @Column('timestamptz', { nullable: true })
  claimedAt!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  nextAttemptAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastAttemptAt!: Date | null;

  /** Status of the last answer; null: there was none. */
  @Column('int', { nullable: true })
  lastStatus!: number | null;

  @Column('text', { nullable: true })
  lastError!: WebhookError | null;

  @Column('int', { nullable: true })
  lastDurationMs!: number | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt!: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
