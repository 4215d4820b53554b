import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryGeneratedColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import { PersonEntity } from './person.js';

/** Several changes of the rules under one name, tried out before they are made. Open until it is discarded or activated. */
@Entity('rule_draft')
@Check('rule_draft_name_given', `btrim(name) <> ''`)
@Check('rule_draft_state_known', `state in ('open', 'discarded', 'activated')`)
export class RuleDraftEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** As they were asked for, in order: each is read on top of those before it. */
  @Column('jsonb', { default: [] })
  changes!: unknown[];

  @Column('text', { default: 'open' })
  state!: 'open' | 'discarded' | 'activated';

  @VersionColumn()
  revision!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  changedAt!: Date;

  @ForeignKey(() => PersonEntity, { name: 'rule_draft_changed_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  changedById!: string | null;
}
