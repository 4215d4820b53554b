import type { BodyOf, QueryOf, RecommendationList } from '@klyngevagt/contracts';
import { ConstraintError, FrameworkRepository, RecertificationCaseRepository, RecommendationRepository, type Saved } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { mayDo } from '../auth/permissions.js';
import { Clock } from '../clock.js';
import { unstatedSources } from '../facts/stated-source.js';
import { Refusal } from '../http/refusal.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { mayTake, presentRecommendation } from './recommendation.presenter.js';

/** What audits advised a cluster to do: written by officers, followed up by the cluster, confirmed by officers. */
@Injectable()
export class RecommendationService {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly recommendations: RecommendationRepository,
    private readonly frameworks: FrameworkRepository,
    private readonly cases: RecertificationCaseRepository,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, slug: string, time: QueryOf<'recommendation.list'>): Promise<RecommendationList> {
    const { cluster, on, today, known } = await this.decisions.readCluster(caller.scope, slug, time);
    const [stored, frameworks, { cases }] = await Promise.all([
      this.recommendations.readOfCluster(caller.scope, cluster.id, known),
      this.frameworks.readFrameworks(known),
      this.cases.readCases(caller.scope, cluster.id, known),
    ]);
    const named = ({ code, nameDa, nameEn }: { code: string; nameDa: string; nameEn: string }) => ({
      code,
      name: caller.language === 'da' ? nameDa : nameEn,
    });
    const active = frameworks.find(({ state, level }) => state === 'active' && level === 'gold');
    const names = new Map(frameworks.toReversed().flatMap(({ indicators }) => indicators.map((one) => [one.code, named(one).name])));
    const openCase = cases.find(({ state, openedOn }) => state === 'open' && openedOn <= on) ?? null;
    const shown = stored.filter(({ givenOn }) => givenOn <= on).map((one) => presentRecommendation(one, { caller, on, names, openCase }));
    const isClosed = ({ state }: (typeof shown)[number]) => state === 'done' || state === 'dropped';
    return {
      on,
      today,
      known,
      indicators: active?.indicators.map(named) ?? [],
      recommendations: [...shown.filter((one) => !isClosed(one)), ...shown.filter(isClosed)],
      mayWrite: mayDo(caller.role, 'recommendation:write'),
    };
  }

  /** It belongs to the newest case that was open when it was given. */
  async write(caller: Caller, slug: string, { reason, ...body }: BodyOf<'recommendation.write'>): Promise<Saved> {
    const { cluster } = await this.decisions.readCluster(caller.scope, slug);
    const today = await this.clock.today();
    if (body.givenOn > today) throw new Refusal('invalid-input', [{ field: 'givenOn', code: 'not-come-yet' }]);
    if (body.dueOn !== null && body.dueOn < body.givenOn) throw new Refusal('date-order', [{ field: 'dueOn', code: 'before-start' }]);
    await this.refuseUnknownIndicators(body.indicators);
    const { cases } = await this.cases.readCases(caller.scope, cluster.id);
    return this.recommendations.write(actorOf(caller, reason), caller.scope, slug, {
      ...body,
      caseId: cases.find(({ openedOn }) => openedOn <= body.givenOn)?.id ?? null,
      assessmentId: null,
      source: unstatedSources.officer,
      confidence: 'partly',
    });
  }

  async edit(caller: Caller, id: string, { reason, revision, ...changes }: BodyOf<'recommendation.edit'>): Promise<Saved> {
    await this.refuseUnknownIndicators(changes.indicators);
    return this.recommendations.edit(actorOf(caller, reason), caller.scope, id, revision, changes);
  }

  /** A cluster says that it is done; everything else is an officer's. */
  async takeStep(caller: Caller, id: string, { step, revision, reason }: BodyOf<'recommendation.step'>): Promise<Saved> {
    if (!mayTake(caller.role, step)) throw new Refusal('not-allowed');
    const on = await this.clock.today();
    const taken = { step, on, expectedRevision: revision };
    return this.recommendations.takeStep(actorOf(caller, reason), caller.scope, id, taken).catch((error: unknown) => {
      if (error instanceof ConstraintError) throw new Refusal('conflict', [{ field: 'state', code: 'step-not-open' }]);
      throw error;
    });
  }

  async addNote(caller: Caller, id: string, { text }: BodyOf<'recommendation.note'>): Promise<Saved> {
    if (caller.role === 'reader') throw new Refusal('not-allowed');
    return this.recommendations.addNote(actorOf(caller, null), caller.scope, id, {
      notedOn: await this.clock.today(),
      byRole: caller.role,
      body: text,
      source: caller.role === 'manager' ? unstatedSources.cluster : unstatedSources.officer,
      confidence: 'partly',
    });
  }

  private async refuseUnknownIndicators(codes: readonly string[]): Promise<void> {
    const frameworks = await this.frameworks.readFrameworks();
    const known = new Set(frameworks.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
    const at = codes.findIndex((code) => !known.has(code));
    if (at >= 0) throw new Refusal('invalid-input', [{ field: `indicators.${at}`, code: 'no-such-indicator' }]);
  }
}
