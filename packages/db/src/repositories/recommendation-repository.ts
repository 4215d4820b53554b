import { type CalendarDate, recommendationAfter, type RecommendationStep } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, lockFact, type Changes, type NewFact, type Saved } from '../edit.js';
import { RecommendationEntity } from '../entities/recommendation.js';
import { RecommendationNoteEntity } from '../entities/recommendation-note.js';
import { ConstraintError } from '../errors.js';
import type { Row } from '../row.js';
import type { Scope } from '../scope.js';
import { columnsOf, inScope, listOf, Parameters, tableOf, type Known } from '../sql.js';

/** A recommendation with its notes, the oldest first. */
export interface StoredRecommendation extends Row<RecommendationEntity> {
  notes: Row<RecommendationNoteEntity>[];
}

export type NewRecommendation = Pick<
  NewFact<RecommendationEntity>,
  'caseId' | 'assessmentId' | 'givenOn' | 'indicators' | 'owner' | 'dueOn' | 'text' | 'source' | 'confidence'
>;
export type NewRecommendationNote = Pick<NewFact<RecommendationNoteEntity>, 'notedOn' | 'byRole' | 'body' | 'source' | 'confidence'>;

/** What audits advised, and how it is followed up. */
export class RecommendationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Of a cluster, those due first and then the oldest. Nothing of a cluster out of scope. */
  async readOfCluster(scope: Scope, clusterId: string, known: Known = null): Promise<StoredRecommendation[]> {
    const parameters = new Parameters();
    const table = (entity: typeof RecommendationEntity | typeof RecommendationNoteEntity) =>
      tableOf(this.dataSource, entity, known, parameters);
    const notes =
      listOf(`select ${columnsOf(this.dataSource, RecommendationNoteEntity, 'note')} from ${table(RecommendationNoteEntity)} as note
      where note.recommendation_id = fact.id order by note.noted_on, note.created_at, note.id`);
    const sql = listOf(`select ${columnsOf(this.dataSource, RecommendationEntity, 'fact')}, ${notes} as notes
      from ${table(RecommendationEntity)} as fact
      where fact.cluster_id = ${parameters.add(clusterId)}::uuid and ${inScope(scope, 'fact.cluster_id', parameters)}
      order by fact.due_on nulls last, fact.given_on, fact.id`);
    const [answer] = (await this.dataSource.query(`select ${sql} as rows`, parameters.values)) as [{ rows: StoredRecommendation[] }];
    return answer.rows;
  }

  /** @throws NotFoundError */
  async write(actor: Actor, scope: Scope, clusterSlug: string, recommendation: NewRecommendation): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) =>
      insertFact(manager, RecommendationEntity, {
        ...recommendation,
        clusterId: await clusterIdOf(manager, scope, clusterSlug),
        state: 'open',
      }),
    );
  }

  /** @throws NotFoundError, ConcurrentEditError */
  async edit(
    actor: Actor,
    scope: Scope,
    id: string,
    expectedRevision: number,
    changes: Pick<Changes<RecommendationEntity>, 'indicators' | 'owner' | 'dueOn' | 'text'>,
  ): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) => editFact(manager, RecommendationEntity, scope, { id, expectedRevision, changes }));
  }

  /** @throws NotFoundError, ConcurrentEditError, ConstraintError where the step is not open */
  async takeStep(
    actor: Actor,
    scope: Scope,
    id: string,
    { step, on, expectedRevision }: { step: RecommendationStep; on: CalendarDate; expectedRevision: number },
  ): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) =>
      editFact(manager, RecommendationEntity, scope, {
        id,
        expectedRevision,
        changes: (present) => {
          const state = recommendationAfter(step, present.state);
          if (state === null) throw new ConstraintError('recommendation_state_known', 'state');
          const isClosed = state === 'done' || state === 'dropped';
          const reportedOn = state === 'open' ? null : state === 'reported' ? on : present.reportedOn;
          return { state, reportedOn, closedOn: isClosed ? on : null };
        },
      }),
    );
  }

  /** @throws NotFoundError */
  async addNote(actor: Actor, scope: Scope, id: string, note: NewRecommendationNote): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const { clusterId } = await lockFact(manager, RecommendationEntity, scope, id);
      return insertFact(manager, RecommendationNoteEntity, {
        ...note,
        clusterId,
        recommendationId: id,
      });
    });
  }
}
