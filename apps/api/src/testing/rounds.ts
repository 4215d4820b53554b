import { FrameworkRepository, recordAs, type Saved, systemActor } from '@klyngevagt/db';
import { addDays, type AssessmentKind, type AssessmentState, type CalendarDate } from '@klyngevagt/scoring';
import type { TestDatabase } from '@klyngevagt/db/testing';
import { documentOf } from '../frameworks/framework.presenter.js';

type DataSource = TestDatabase['dataSource'];
const stated = { source: 'Prøve', confidence: 'sourced' } as const;

/** The framework in use, what it says, and a draft that may take its place. */
export async function readActiveFramework(
  dataSource: DataSource,
  version: string,
  from: CalendarDate,
): Promise<{ id: string; draft: Saved; document: object }> {
  const repository = new FrameworkRepository(dataSource);
  const all = await repository.readFrameworks();
  const active = all.find(({ state }) => state === 'active');
  if (!active) throw new Error('The demonstration has a framework in use');
  const effectiveFrom = from > active.effectiveFrom ? from : addDays(active.effectiveFrom, 1);
  const draft = await repository.saveDraft(systemActor('test'), { ...active, version, effectiveFrom, effectiveUntil: null });
  return { id: active.id, draft, document: documentOf({ ...active, effectiveFrom: addDays(effectiveFrom, 1), effectiveUntil: null }) };
}

/** The only round of its kind that is not closed, with every answer given. */
export async function filledRound(dataSource: DataSource, slug: string, kind: AssessmentKind): Promise<Saved> {
  const saved = await openRound(dataSource, slug, kind, 'draft');
  await recordAs(dataSource, systemActor('test'), (manager) =>
    manager.query(
      `insert into assessment_answer (assessment_id, cluster_id, indicator, score, revision, source, confidence)
       select assessment.id, cluster_id, code, 4, 1, $2, $3
       from assessment join framework_indicator using (framework_id) where assessment.id = $1`,
      [saved.id, stated.source, stated.confidence],
    ),
  );
  return saved;
}

/** A round in some state, under the framework in use; earlier ones of the same kind and cluster make way. */
export async function openRound(dataSource: DataSource, slug: string, kind: AssessmentKind, state: AssessmentState): Promise<Saved> {
  const [row] = await recordAs(dataSource, systemActor('test'), async (manager) => {
    const ofCluster = 'cluster_id = (select id from cluster where slug = $1)';
    await manager.query(`delete from assessment where ${ofCluster} and kind = $2`, [slug, kind]);
    return (await manager.query(
      `insert into assessment (cluster_id, framework_id, kind, round, state, started_on, submitted_on, closed_on, revision, source, confidence)
       select cluster.id, framework.id, $2, 1, $3, '2026-11-01', '2026-11-02', case when $3 = 'closed' then date '2026-11-03' end, 1, $4, $5
       from cluster, framework where cluster.slug = $1 and framework.state = 'active' returning id, revision`,
      [slug, kind, state, stated.source, stated.confidence],
    )) as Saved[];
  });
  if (!row) throw new Error(`No round of ${slug}`);
  return row;
}
