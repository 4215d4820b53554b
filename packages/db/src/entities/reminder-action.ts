import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';

/** What a person did to one reminder. Who and why stands in the ledger. */
@Entity('reminder_action')
@Index('reminder_action_of_reminder', ['reminderId'])
@Index('reminder_action_of_cluster', ['clusterId'])
@Check('reminder_action_kind_known', `kind in ('resend', 'bounce')`)
export class ReminderActionEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'reminder_action_cluster' })
  @Column('uuid')
  clusterId!: string;

  /** The reminder may be gone with its recipient; that something was done stays. */
  @Column('uuid')
  reminderId!: string;

  /** `resend`: it was to go out at once; `bounce`: its mail came back. */
  @Column('text')
  kind!: 'resend' | 'bounce';
}
