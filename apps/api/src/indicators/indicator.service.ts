import type { HeatMapView, IndicatorRanking, QueryOf } from '@klyngevagt/contracts';
import { AssessmentRepository, FrameworkRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { notFound } from '../http/refusal.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import type { Compared } from './compared.js';
import { presentHeatMap } from './heat-map.presenter.js';
import { presentRanking } from './ranking.presenter.js';

/** The indicators of all clusters side by side. */
@Injectable()
export class IndicatorService {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly assessments: AssessmentRepository,
    private readonly frameworks: FrameworkRepository,
  ) {}

  async readMap(caller: Caller, query: QueryOf<'indicator.map'>): Promise<HeatMapView> {
    return presentHeatMap(await this.read(caller, query), caller.language);
  }

  /** @throws Refusal `not-found` for a code that no version shown here has. */
  async readRanking(caller: Caller, code: string, query: QueryOf<'indicator.ranking'>): Promise<IndicatorRanking> {
    const ranking = presentRanking(await this.read(caller, query), code, caller.language);
    if (ranking === null) throw notFound();
    return ranking;
  }

  private async read({ scope }: Caller, { on, known, programme, level, kind }: QueryOf<'indicator.map'>): Promise<Compared> {
    const reading = await this.decisions.readRows({ scope, programme, on, known });
    const [assessments, frameworks] = await Promise.all([
      this.assessments.read({ scope, isClosed: true, known: reading.known }),
      this.frameworks.readFrameworks(reading.known),
    ]);
    const ofLevel = frameworks.filter((framework) => framework.level === level);
    const ids = new Set(ofLevel.map(({ id }) => id));
    return {
      reading,
      level,
      kind: kind ?? null,
      programme: programme ?? null,
      frameworks: ofLevel,
      active: ofLevel.find(({ state }) => state === 'active') ?? null,
      assessments: assessments.filter(({ frameworkId }) => ids.has(frameworkId)),
    };
  }
}
