import type { DataSource } from 'typeorm';
import { CaseMilestoneEntity } from '../entities/case-milestone.js';
import { DocumentEntity } from '../entities/document.js';
import { RecertificationCaseEntity } from '../entities/recertification-case.js';
import { RecommendationEntity } from '../entities/recommendation.js';
import type { Row } from '../row.js';
import type { Scope } from '../scope.js';
import { columnsOf, inScope, listOf, Parameters } from '../sql.js';
import type { StoredCase } from './recertification-case-repository.js';

export interface DatedDocument extends Row<DocumentEntity> {
  /** What officers made of the versions, the newest first. */
  decisions: ('approved' | 'returned' | null)[];
}

/** Work with a day that does not decide a cluster. */
export interface CalendarTasks {
  /** Running ones. */
  cases: StoredCase[];
  /** Open ones with a due day. */
  recommendations: Row<RecommendationEntity>[];
  /** Those with a due day or a last day. */
  documents: DatedDocument[];
}

/** What stands in a calendar beside the duty itself, for however many clusters. */
export class CalendarTaskRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One statement. */
  async read(scope: Scope): Promise<CalendarTasks> {
    const parameters = new Parameters();
    const inReach = inScope(scope, 'fact.cluster_id', parameters);
    const facts = (entity: new () => { id: string }, condition: string, more = '') => {
      const { tableName } = this.dataSource.getMetadata(entity);
      return listOf(`select ${columnsOf(this.dataSource, entity, 'fact')}${more} from "${tableName}" as fact
        where ${inReach} and ${condition} order by fact.created_at, fact.id`);
    };
    const running = `fact.state in ('open', 'failed')`;
    const ofRunning = `fact.case_id in (select id from recertification_case where state in ('open', 'failed'))`;
    const decisions = `array(select version.decision from document_version as version
      where version.document_id = fact.id order by version.number desc) as decisions`;
    const [read] = (await this.dataSource.query(
      `select ${facts(RecertificationCaseEntity, running)} as cases,
        ${facts(CaseMilestoneEntity, ofRunning)} as milestones,
        ${facts(RecommendationEntity, `fact.state = 'open' and fact.due_on is not null`)} as recommendations,
        ${facts(DocumentEntity, '(fact.due_on is not null or fact.expires_on is not null)', `, ${decisions}`)} as documents`,
      parameters.values,
    )) as [
      {
        cases: Row<RecertificationCaseEntity>[];
        milestones: Row<CaseMilestoneEntity>[];
        recommendations: Row<RecommendationEntity>[];
        documents: DatedDocument[];
      },
    ];
    const cases = read.cases.map((one) => ({ ...one, milestones: read.milestones.filter(({ caseId }) => caseId === one.id) }));
    return { cases, recommendations: read.recommendations, documents: read.documents };
  }
}
