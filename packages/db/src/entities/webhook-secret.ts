import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { WebhookEndpointEntity } from './webhook-endpoint.js';

/** What deliveries to an endpoint are signed with, encrypted. After a change the one before signs too until it ends. */
@Entity('webhook_secret')
@Index('webhook_secret_of_endpoint', ['endpointId'])
@Index('webhook_secret_present', ['endpointId'], { unique: true, where: 'valid_until is null' })
export class WebhookSecretEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => WebhookEndpointEntity, { name: 'webhook_secret_endpoint', onDelete: 'CASCADE' })
  @Column('uuid')
  endpointId!: string;

  /** As `sealSecret` makes it. */
  @Column('text')
  sealed!: string;

  /** Null: the present one. */
  @Column('timestamptz', { nullable: true })
  validUntil!: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
