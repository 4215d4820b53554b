import type { CalendarDate } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Generated, Index } from 'typeorm';
import { ClusterEntity } from './cluster.js';
import { Fact } from './fact.js';
import { RecommendationEntity } from './recommendation.js';

/** How a recommendation is getting on. */
@Entity('recommendation_note')
@Index('recommendation_note_of_recommendation', ['recommendationId'])
@Index('recommendation_note_of_cluster', ['clusterId'])
@Check('recommendation_note_role_known', `by_role in ('administrator', 'officer', 'manager')`)
@Check('recommendation_note_salted', 'body is null or salt is not null')
export class RecommendationNoteEntity extends Fact {
  @ForeignKey(() => ClusterEntity, { name: 'recommendation_note_cluster' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey(() => RecommendationEntity, { name: 'recommendation_note_recommendation', onDelete: 'CASCADE' })
  @Column('uuid')
  recommendationId!: string;

  @Column('date')
  notedOn!: CalendarDate;

  @Column('text')
  byRole!: 'administrator' | 'officer' | 'manager';

  /** Erasable: the ledger holds a digest only. */
  @Column('text', { nullable: true })
  body!: string | null;

  @Column('uuid', { nullable: true, select: false })
  @Generated('uuid')
  salt!: string | null;
}
