import type { ClusterForecast, Forecast, QueryOf } from '@klyngevagt/contracts';
import { forecastCluster, forecastDays } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { presentProgramme } from '../portfolio/programme.presenter.js';
import { presentForecastRow, presentHolders } from './forecast.presenter.js';

const monthsAhead = 24;

/** What becomes of the clusters in the months to come. Nothing of it is stored, and nothing else waits for it. */
@Injectable()
export class ForecastService {
  constructor(private readonly decisions: DecisionReader) {}

  async read(caller: Caller, { on, known, programme }: QueryOf<'forecast.read'>): Promise<Forecast> {
    const reading = await this.decisions.readPortfolio({ scope: caller.scope, present: caller.present, on, known, programme });
    const days = forecastDays(reading.on, monthsAhead);
    const forecasts = reading.clusters.map((decided) => ({
      cluster: decided.cluster,
      forecast: forecastCluster(decided.cluster.facts, reading.rules.rules, days),
    }));
    const asked = reading.programmes.find(({ slug }) => slug === programme);
    const offeredTo = forecasts.filter(({ forecast }) => forecast.usualPace !== null).length;
    return {
      on: reading.on,
      today: reading.today,
      known: reading.known,
      programme: asked ? presentProgramme(asked, caller.language) : null,
      programmes: reading.programmes.map((one) => presentProgramme(one, caller.language)),
      days,
      nothing: presentHolders(forecasts, ({ nothing }) => nothing),
      asBooked: presentHolders(forecasts, ({ asBooked }) => asBooked),
      usualPace: offeredTo === 0 ? null : { ...presentHolders(forecasts, ({ usualPace, asBooked }) => usualPace ?? asBooked), offeredTo },
      rows: forecasts.map(presentForecastRow),
    };
  }

  async readCluster(caller: Caller, slug: string, time: QueryOf<'cluster.forecast'>): Promise<ClusterForecast> {
    const { on, today, known, cluster, rules } = await this.decisions.readCluster(caller.scope, slug, time);
    const days = forecastDays(on, monthsAhead);
    const row = presentForecastRow({ cluster, forecast: forecastCluster(cluster.facts, rules.rules, days) });
    return { on, today, known, days, row };
  }
}
