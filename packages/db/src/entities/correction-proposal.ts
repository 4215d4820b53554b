import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index } from 'typeorm';
import { AwardEntity } from './award.js';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';
import { PersonEntity } from './person.js';

export type CorrectionState = 'open' | 'accepted' | 'refused';

/** "Is this right?": a cluster proposes other values for an award (`awardId`), for a new award (`subject` award, no id) or for its own record. */
@Entity('correction_proposal')
@Index('correction_proposal_of_cluster', ['clusterId'])
@Check('correction_proposal_subject_known', `subject in ('award', 'cluster')`)
@Check('correction_proposal_state_known', `state in ('open', 'accepted', 'refused')`)
@Check('correction_proposal_decided', `(state = 'open') = (decided_on is null)`)
@Check('correction_proposal_decision_order', 'proposed_on <= decided_on')
@Check('correction_proposal_salted', '(text is null and decision_text is null) or salt is not null')
export class CorrectionProposalEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'correction_proposal_cluster' })
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  subject!: 'award' | 'cluster';

  @ForeignKey(() => AwardEntity, { name: 'correction_proposal_award', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  awardId!: string | null;

  @ForeignKey(() => PersonEntity, { name: 'correction_proposal_proposed_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  proposedById!: string | null;

  @Column('date')
  proposedOn!: CalendarDate;

  /** Field name to proposed value: dates, levels, numbers. Never personal data; that goes into `text`. */
  @Column('jsonb')
  proposedValues!: Record<string, string | null>;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('text', { default: 'open' })
  state!: CorrectionState;

  @Column('date', { nullable: true })
  decidedOn!: CalendarDate | null;

  @ForeignKey(() => PersonEntity, { name: 'correction_proposal_decided_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  decisionText!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
