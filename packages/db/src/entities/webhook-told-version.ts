import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { WebhookEndpointEntity } from './webhook-endpoint.js';

/**
 * The version of a cluster up to which an endpoint was told. Compared with the present one, it finds every change, in whatever order
 * changes were committed.
 */
@Entity('webhook_told_version')
export class WebhookToldVersionEntity {
  @ForeignKey(() => WebhookEndpointEntity, { name: 'webhook_told_version_endpoint', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_told_version_id' })
  endpointId!: string;

  @ForeignKey(() => ClusterEntity, { name: 'webhook_told_version_cluster', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_told_version_id' })
  clusterId!: string;

  @Column('bigint')
  version!: string;
}
