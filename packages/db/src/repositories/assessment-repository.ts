import type { AssessmentKind } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { AssessmentAnswerEntity } from '../entities/assessment-answer.js';
import { AssessmentEntity } from '../entities/assessment.js';
import { AssessmentRemarkEntity } from '../entities/assessment-remark.js';
import { ClusterEntity } from '../entities/cluster.js';
import { NotFoundError } from '../errors.js';
import type { Row } from '../row.js';
import type { Scope } from '../scope.js';
import { columnsOf, inScope, listOf, Parameters, tableOf, type Known, type Reader } from '../sql.js';

/** An assessment with its answers, in no order, and the remarks made on it, the oldest first. */
export interface StoredAssessment extends Row<AssessmentEntity> {
  clusterSlug: string;
  clusterName: string;
  answers: Row<AssessmentAnswerEntity>[];
  remarks: Row<AssessmentRemarkEntity>[];
}

export interface AssessmentQuestion {
  scope: Scope;
  /** Only this cluster's. */
  clusterSlug?: string | undefined;
  /** Only this one. */
  id?: string | undefined;
  /** Only those that count. */
  isClosed?: boolean | undefined;
  known?: Known | undefined;
}

/** Of a median, no fewer than this many others: fewer would tell whose scores they are. */
export const fewestOthers = 5;

export class AssessmentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Assessments in scope, the newest round of a cluster first. */
  async read(question: AssessmentQuestion): Promise<StoredAssessment[]> {
    return readAssessments(this.dataSource, question);
  }

  /** @throws NotFoundError also for one that is out of scope. */
  async readOne(scope: Scope, id: string, known: Known = null): Promise<StoredAssessment> {
    const [found] = await readAssessments(this.dataSource, { scope, id, known });
    if (found === undefined) throw new NotFoundError('assessment');
    return found;
  }

  /** @throws NotFoundError for a cluster that does not exist or is out of scope. */
  async readOfCluster(scope: Scope, clusterSlug: string, known: Known = null): Promise<StoredAssessment[]> {
    const parameters = new Parameters();
    const cluster = tableOf(this.dataSource, ClusterEntity, known, parameters);
    const sql = `select 1 from ${cluster} as cluster where slug = ${parameters.add(clusterSlug)} and ${inScope(scope, 'cluster.id', parameters)}`;
    if (((await this.dataSource.query(sql, parameters.values)) as unknown[]).length === 0) throw new NotFoundError('cluster');
    return readAssessments(this.dataSource, { scope, clusterSlug, known });
  }

  /**
   * The middle of what the other clusters of the same portfolio scored in their newest closed assessment of a kind, by indicator: numbers
   * without names, and only where enough others gave one. The scope of whoever asks does not matter: nothing here can be told apart.
   */
  async readMedians(frameworkId: string, kind: AssessmentKind, exceptClusterId: string): Promise<Map<string, number>> {
    const rows = (await this.dataSource.query(medianStatement, [frameworkId, kind, exceptClusterId, fewestOthers])) as Median[];
    return new Map(rows.map(({ indicator, median }) => [indicator, median]));
  }
}

interface Median {
  indicator: string;
  median: number;
}

const medianStatement = `
  with newest as (
    select distinct on (assessment.cluster_id) assessment.id from assessment
    join cluster on cluster.id = assessment.cluster_id
    where assessment.framework_id = $1 and assessment.kind = $2 and assessment.state = 'closed' and assessment.cluster_id <> $3
      and cluster.portfolio = (select portfolio from cluster where id = $3)
    order by assessment.cluster_id, assessment.round desc
  )
  select indicator, percentile_cont(0.5) within group (order by score)::double precision as median
  from assessment_answer join newest on newest.id = assessment_id
  where score is not null and not is_to_confirm
  group by indicator having count(*) >= $4`;

/** Also inside a transaction that is about to write. */
export async function readAssessments(reader: Reader, question: AssessmentQuestion): Promise<StoredAssessment[]> {
  const { scope, clusterSlug, id, isClosed = false, known = null } = question;
  const parameters = new Parameters();
  const table = (entity: typeof AssessmentEntity | typeof AssessmentAnswerEntity | typeof AssessmentRemarkEntity | typeof ClusterEntity) =>
    tableOf(reader, entity, known, parameters);
  const conditions = [inScope(scope, 'assessment.cluster_id', parameters)];
  if (clusterSlug !== undefined) conditions.push(`cluster.slug = ${parameters.add(clusterSlug)}`);
  if (id !== undefined) conditions.push(`assessment.id = ${parameters.add(id)}::uuid`);
  if (isClosed) conditions.push(`assessment.state = 'closed'`);
  const ofAssessment = (entity: typeof AssessmentAnswerEntity | typeof AssessmentRemarkEntity, order: string) =>
    listOf(`select ${columnsOf(reader, entity, 'part')} from ${table(entity)} as part
      where part.assessment_id = assessment.id order by ${order}`);
  const sql = `select ${listOf(`
    select ${columnsOf(reader, AssessmentEntity, 'assessment')}, cluster.slug as "clusterSlug", cluster.name as "clusterName",
      ${ofAssessment(AssessmentAnswerEntity, 'part.indicator')} as answers,
      ${ofAssessment(AssessmentRemarkEntity, 'part.given_on, part.created_at, part.id')} as remarks
    from ${table(AssessmentEntity)} as assessment
    join ${table(ClusterEntity)} as cluster on cluster.id = assessment.cluster_id
    where ${conditions.join(' and ')}
    order by cluster.name, assessment.round desc, assessment.kind`)} as rows`;
  const [answer] = (await reader.query(sql, parameters.values)) as [{ rows: StoredAssessment[] }];
  return answer.rows;
}
