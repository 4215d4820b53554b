import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { MessageEntity } from './message.js';

/** What a mail about several clusters says about one of them: all of it that others of this cluster may read. */
@Entity('message_part')
export class MessagePartEntity {
  @ForeignKey(() => MessageEntity, { name: 'message_part_message', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'message_part_id' })
  messageId!: string;

  @ForeignKey(() => ClusterEntity, { name: 'message_part_cluster', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'message_part_id' })
  clusterId!: string;

  @Column('text', { default: '' })
  subject!: string;

  @Column('text')
  text!: string;

  @Column('text')
  html!: string;
}
