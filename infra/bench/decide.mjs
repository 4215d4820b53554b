// @ts-check
/**
 * Whole decisions with chain, reminders' deadlines and reasons, against json-rules-engine on the same rules. The engine is given less to do:
 * ends, windows and last booking days are worked out for it before the clock starts, and it answers only status and verdict.
 */
import { createDataSource, everyCluster, PortfolioRepository, RulesRepository } from '@klyngevagt/db';
import { addDays, decideCluster } from '@klyngevagt/scoring';
import { Engine } from 'json-rules-engine';
import { generateClusters } from './clusters.mjs';
import { inTurn, median, print } from './measure.mjs';

const rounds = 3;
const milliseconds = 2000;

/** @typedef {import('@klyngevagt/scoring').CalendarDate} CalendarDate */

export async function decide(/** @type {import('./place.mjs').Place} */ place) {
  const databaseUrl = await place.makeDatabase('decide', 'sourced');
  await generateClusters(databaseUrl, 1000);
  const dataSource = await createDataSource(databaseUrl).initialize();
  const { rules } = await new RulesRepository(dataSource).readRules();
  const clusters = await new PortfolioRepository(dataSource).readPortfolio({ scope: everyCluster, portfolio: 'all' });
  await dataSource.destroy();
  const today = /** @type {CalendarDate} */ (new Date().toISOString().slice(0, 10));
  const engine = verdictEngine();
  const product = async () => {
    let [count, reasons] = [0, 0];
    const started = performance.now();
    while (performance.now() - started < milliseconds) {
      const on = addDays(today, count % 30);
      for (const { facts } of clusters) reasons += decideCluster(facts, rules, on).reasons.length;
      count += clusters.length;
    }
    if (reasons < count) throw new Error('A decision without a reason');
    return (1000 * count) / (performance.now() - started);
  };
  const given = clusters.map(({ facts }) => givenOf(decideCluster(facts, rules, today), today));
  const floor = async () => {
    let count = 0;
    const started = performance.now();
    while (performance.now() - started < milliseconds) {
      const { events } = await engine.run(given[count % given.length]);
      if (events.length < 2) throw new Error('The engine did not answer status and verdict');
      count += 1;
    }
    return (1000 * count) / (performance.now() - started);
  };
  await product();
  const results = await inTurn(rounds, { product, floor });
  const [value, base] = [median(results.product), median(results.floor)];
  print({ name: 'decide', value, unit: 'decisions/s', floor: base, ratio: value / base });
}

/**
 * @param {import('@klyngevagt/scoring').ClusterDecision} decision
 * @param {CalendarDate} on
 */
function givenOf({ required, bound, chain, verdict }, on) {
  return {
    on,
    isBound: bound,
    isKnown: required.status !== 'unknown',
    isRevoked: required.status === 'revoked',
    hasAward: required.awardId !== null,
    daysLeft: required.daysLeft ?? -99_999,
    daysToWindowEnd: required.windowEndsOn === null ? -99_999 : required.windowEndsOn >= on ? 0 : -1,
    isBookingPassed: chain?.orderBy != null && on > chain.orderBy,
    isBookedInTime: chain?.booking?.inTime ?? false,
    hasWaiver: verdict === 'exempt',
    hasPlan: verdict === 'by-plan',
  };
}

/** The order of status and verdict, as conditions of the engine. */
function verdictEngine() {
  const engine = new Engine([], { allowUndefinedFacts: true });
  /** @param {string} fact @param {string} operator @param {unknown} value */
  const when = (fact, operator, value) => ({ fact, operator, value });
  const is = (/** @type {string} */ fact) => when(fact, 'equal', true);
  const not = (/** @type {string} */ fact) => when(fact, 'equal', false);
  const held = [is('isKnown'), not('isRevoked'), is('hasAward'), when('daysLeft', 'greaterThanInclusive', 0)];
  const ended = [is('isKnown'), not('isRevoked'), is('hasAward'), when('daysLeft', 'lessThan', 0)];
  const open = when('daysToWindowEnd', 'greaterThanInclusive', 0);
  const closed = when('daysToWindowEnd', 'lessThan', 0);
  const notHeld = { any: [not('isKnown'), is('isRevoked'), not('hasAward'), when('daysLeft', 'lessThan', 0)] };
  const unpromised = [is('isBound'), not('hasWaiver'), not('hasPlan')];
  const late = [is('isBookingPassed'), not('isBookedInTime')];
  /** @type {[string, object[]][]} */
  const rules = [
    ['status unknown', [not('isKnown')]],
    ['status revoked', [is('isKnown'), is('isRevoked')]],
    ['status none', [is('isKnown'), not('hasAward'), not('isRevoked')]],
    ['status in-force', [...held, when('daysLeft', 'greaterThan', 180)]],
    ['status expiring', [...held, when('daysLeft', 'lessThanInclusive', 180)]],
    ['status renewable', [...ended, open]],
    ['status lapsed', [...ended, closed]],
    ['verdict not-bound', [not('isBound')]],
    ['verdict at-risk', [is('isBound'), ...held, ...late]],
    ['verdict met', [is('isBound'), ...held, { any: [not('isBookingPassed'), is('isBookedInTime')] }]],
    ['verdict exempt', [is('isBound'), notHeld, is('hasWaiver')]],
    ['verdict by-plan', [is('isBound'), notHeld, not('hasWaiver'), is('hasPlan')]],
    ['verdict renewable', [...unpromised, ...ended, open]],
    ['verdict unknown', [...unpromised, not('isKnown')]],
    ['verdict breach', [...unpromised, { any: [is('isRevoked'), not('hasAward'), { all: [...ended, closed] }] }, is('isKnown')]],
  ];
  for (const [type, all] of rules) {
    engine.addRule({ conditions: /** @type {import('json-rules-engine').TopLevelCondition} */ ({ all }), event: { type } });
  }
  return engine;
}
