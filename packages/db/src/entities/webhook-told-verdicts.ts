import type { CalendarDate } from '@klyngevagt/scoring';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { WebhookEndpointEntity } from './webhook-endpoint.js';

/** What an endpoint was told of verdicts: those that followed on the day from what had been recorded by then. The verdicts themselves are computed. */
@Entity('webhook_told_verdicts')
export class WebhookToldVerdictsEntity {
  @ForeignKey(() => WebhookEndpointEntity, { name: 'webhook_told_verdicts_endpoint', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_told_verdicts_id' })
  endpointId!: string;

  @Column('timestamptz')
  knownAt!: Date;

  @Column('date')
  dayOn!: CalendarDate;
}
