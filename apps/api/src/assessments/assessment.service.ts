import type { AssessmentSheet, ClusterAssessments, QueryOf } from '@klyngevagt/contracts';
import { AssessmentRepository, FrameworkRepository, type StoredAssessment, type StoredFramework } from '@klyngevagt/db';
import { assessmentKinds, type AssessmentKind } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { KnownTimes } from '../present/known-times.js';
import { foundIn } from '../frameworks/framework.service.js';
import { presentFramework } from '../frameworks/framework.presenter.js';
import { mayFill, presentAnswers, presentAssessment } from './assessment.presenter.js';

/** Reading of assessments: everything of a cluster at once, or one with all that filling it in needs. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly frameworks: FrameworkRepository,
    private readonly decisions: DecisionReader,
    private readonly knownTimes: KnownTimes,
  ) {}

  async readOfCluster(caller: Caller, slug: string, { known, on }: QueryOf<'assessment.list'>): Promise<ClusterAssessments> {
    const knownAt = await this.knownTimes.read(known);
    const [{ cluster }, all, frameworks] = await Promise.all([
      this.decisions.readCluster(caller.scope, slug, { known, on }),
      this.assessments.readOfCluster(caller.scope, slug, knownAt),
      this.frameworks.readFrameworks(knownAt),
    ]);
    const shown = on === undefined ? all : all.filter(({ startedOn }) => startedOn <= on);
    const used = frameworks.filter(({ id, state }) => state === 'active' || shown.some(({ frameworkId }) => frameworkId === id));
    return {
      cluster: { slug, name: cluster.name, fictional: cluster.isFictional },
      frameworks: used.map(presentFramework),
      assessments: shown.map((assessment) => presentAssessment(assessment, foundIn(frameworks, assessment.frameworkId), caller)),
      medians: await this.readMedians(cluster.id, shown),
      mayStart: assessmentKinds.filter((kind) => mayFill(caller, kind) && mayStart(shown, kind)),
    };
  }

  async readSheet(caller: Caller, id: string, { known }: QueryOf<'assessment.read'>): Promise<AssessmentSheet> {
    const knownAt = await this.knownTimes.read(known);
    const { assessment, framework } = await this.readOne(caller, id, knownAt);
    const others = await this.assessments.readOfCluster(caller.scope, assessment.clusterSlug, knownAt);
    const before = others.find(({ kind, state, round }) => kind === assessment.kind && state === 'closed' && round < assessment.round);
    return {
      assessment: presentAssessment(assessment, framework, caller),
      framework: presentFramework(framework),
      previous: before ? { round: before.round, closedOn: before.closedOn, answers: presentAnswers(before, framework, caller) } : null,
    };
  }

  async readOne(
    { scope }: Caller,
    id: string,
    known: string | null = null,
  ): Promise<{ assessment: StoredAssessment; framework: StoredFramework }> {
    const [assessment, frameworks] = await Promise.all([this.assessments.readOne(scope, id, known), this.frameworks.readFrameworks(known)]);
    return { assessment, framework: foundIn(frameworks, assessment.frameworkId) };
  }

  /** For each kind that the cluster has itself, under the framework of its newest one. */
  private async readMedians(clusterId: string, shown: readonly StoredAssessment[]): Promise<ClusterAssessments['medians']> {
    const newest = assessmentKinds.flatMap((kind) => shown.find((assessment) => assessment.kind === kind) ?? []);
    return Promise.all(
      newest.map(async ({ kind, frameworkId }) => {
        const medians = await this.assessments.readMedians(frameworkId, kind, clusterId);
        return { kind, frameworkId, values: [...medians].map(([indicator, median]) => ({ indicator, median })) };
      }),
    );
  }
}

/** One of a kind at a time; what experts score belongs to the newest round, once. */
function mayStart(present: readonly StoredAssessment[], kind: AssessmentKind): boolean {
  const ofKind = present.filter((assessment) => assessment.kind === kind);
  if (ofKind.some(({ state }) => state !== 'closed')) return false;
  const newest = Math.max(0, ...present.map(({ round }) => round));
  return kind === 'self-test' || (newest > 0 && !ofKind.some(({ round }) => round === newest));
}
