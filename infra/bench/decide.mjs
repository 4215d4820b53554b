// @ts-check
/** Whole decisions with chain and reasons per second, against json-rules-engine on the same rules: both must answer the same first. */
import { createDataSource, everyCluster, PortfolioRepository, RulesRepository } from '@klyngevagt/db';
import { addDays, decideCluster } from '@klyngevagt/scoring';
import { isDeepStrictEqual } from 'node:util';
import { generateClusters } from './clusters.mjs';
import { answered, decided, givenOf, sameRules } from './decide-engine.mjs';
import { inTurn, median, perProcessorSecond, print } from './measure.mjs';

const rounds = 3;
const milliseconds = 2000;

/** @typedef {import('@klyngevagt/scoring').CalendarDate} CalendarDate */

export async function decide(/** @type {import('./place.mjs').Place} */ place) {
  const databaseUrl = await place.makeDatabase('decide', 'sourced');
  await generateClusters(databaseUrl, 1000);
  const { rules, clusters } = await read(databaseUrl);
  const today = /** @type {CalendarDate} */ (new Date().toISOString().slice(0, 10));
  const engine = sameRules();
  /** @type {ReturnType<typeof givenOf>[]} */
  const given = [];
  for (const { facts } of clusters) {
    const decision = decideCluster(facts, rules, today);
    // Nothing of a decision is kept, as in the product: V8 would put all that follow where what lives long is, which is slower.
    const own = structuredClone(givenOf(decision, today));
    const answer = answered((await engine.run(own)).events);
    if (!isDeepStrictEqual(answer, decided(decision)))
      throw new Error(`The engine answers ${JSON.stringify(answer)}, the product ${JSON.stringify(decided(decision))}`);
    given.push(own);
  }
  const product = () =>
    perProcessorSecond(milliseconds, (count) => {
      const on = addDays(today, (count / clusters.length) % 30);
      let reasons = 0;
      for (const { facts } of clusters) reasons += decideCluster(facts, rules, on).reasons.length;
      if (reasons < clusters.length) throw new Error('A decision without a reason');
      return clusters.length;
    });
  const floor = () =>
    perProcessorSecond(milliseconds, async (count) => {
      await engine.run(given[count % given.length]);
      return 1;
    });
  await product();
  const results = await inTurn(rounds, { product, floor });
  const [value, base] = [median(results.product), median(results.floor)];
  print({ name: 'decide', value, unit: 'decisions/s', floor: base, ratio: value / base });
}

/** @param {string} databaseUrl */
async function read(databaseUrl) {
  const dataSource = await createDataSource(databaseUrl).initialize();
  try {
    const { rules } = await new RulesRepository(dataSource).readRules();
    const clusters = await new PortfolioRepository(dataSource).readPortfolio({ scope: everyCluster, portfolio: 'all' });
    return { rules, clusters };
  } finally {
    await dataSource.destroy();
  }
}
