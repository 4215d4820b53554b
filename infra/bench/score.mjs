// @ts-check
/**
 * Whole scorings of assessments with gates, groups and reasons, against json-rules-engine on the same two gates and against bare arithmetic
 * on typed arrays, which gives points and yes or no and can explain nothing. The engine is given less to do: its total is summed for it.
 */
import { score } from '@klyngevagt/scoring';
import { Engine } from 'json-rules-engine';
import { inTurn, median, print } from './measure.mjs';

const rounds = 3;
const milliseconds = 2000;
const indicatorCount = 31;
const assessmentCount = 1000;

/** @typedef {import('@klyngevagt/scoring').Framework} Framework */

export async function scoreBench() {
  const framework = exampleFramework();
  const scores = exampleScores();
  const assessments = scores.map((given) => ({
    answers: framework.indicators.map(({ code }, place) => ({ indicator: code, score: given[place] ?? 0 })),
  }));
  const product = measured((place) => (assessments[place] ? score(assessments[place], framework).reasons.length : 0));
  const arrays = measured(arithmetic(framework, scores));
  const engine = gateEngine(framework);
  const facts = scores.map((given) => factsOf(framework, given));
  const general = async () => {
    let count = 0;
    const started = performance.now();
    while (performance.now() - started < milliseconds) {
      const { events } = await engine.run(facts[count % facts.length]);
      if (events.length === 0) throw new Error('The engine did not answer');
      count += 1;
    }
    return (1000 * count) / (performance.now() - started);
  };
  await product();
  const results = await inTurn(rounds, { product, arrays, general });
  const [value, floor, bare] = [median(results.product), median(results.general), median(results.arrays)];
  print({ name: 'score', value, unit: 'scorings/s', floor, ratio: value / floor, typedArrays: bare, ofTypedArrays: value / bare });
}

/** @param {(place: number) => number} work a number above zero, so that nothing can be left out */
function measured(work) {
  return async () => {
    let [count, answers] = [0, 0];
    const started = performance.now();
    while (performance.now() - started < milliseconds) {
      for (let place = 0; place < assessmentCount; place += 1) answers += work(place);
      count += assessmentCount;
    }
    if (answers < count) throw new Error('A scoring without an answer');
    return (1000 * count) / (performance.now() - started);
  };
}

/** Gold of 31 indicators in five groups with uneven weights; each with a minimum, as the gold label has one for each. @returns {Framework} */
function exampleFramework() {
  const groups = ['A', 'B', 'C', 'D', 'E'];
  const scale = [0, 1, 2, 3, 4, 5].map((value) => ({ value, nameDa: `Trin ${value}`, nameEn: `Step ${value}` }));
  return {
    level: 'gold',
    version: 'bench',
    state: 'active',
    effectiveFrom: /** @type {import('@klyngevagt/scoring').CalendarDate} */ ('2020-01-01'),
    effectiveUntil: null,
    dimensions: groups.map((code) => ({ code, nameDa: code, nameEn: code })),
    indicators: Array.from({ length: indicatorCount }, (_, place) => ({
      code: `${groups[place % groups.length]}${place}`,
      nameDa: `Indikator ${place}`,
      nameEn: `Indicator ${place}`,
      dimension: groups[place % groups.length] ?? 'A',
      measuresDa: '',
      measuresEn: '',
      scale,
      maximum: 5,
      minimum: 1 + (place % 3),
      weight: 0.5 + (place % 4) / 2,
      source: 'bench',
      confidence: /** @type {const} */ ('illustrative'),
      valuesConfidence: /** @type {const} */ ('illustrative'),
    })),
    passRule: { shareOfTotal: 80, bindingMinimums: 'all' },
  };
}

/** Three of four steps lie at the top, so that some assessments pass and some fail at each gate. */
function exampleScores() {
  let state = 7;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: assessmentCount }, () =>
    Uint8Array.from({ length: indicatorCount }, () => (next() < 0.75 ? 5 : Math.floor(next() * 5) + 1)),
  );
}

/** @param {Framework} framework @param {readonly Uint8Array[]} scores */
function arithmetic({ indicators }, scores) {
  const weights = Float64Array.from(indicators, ({ weight }) => weight);
  const minimums = Uint8Array.from(indicators, ({ minimum }) => minimum ?? 0);
  const required = 0.8 * indicators.reduce((sum, { weight, maximum }) => sum + weight * maximum, 0);
  return (/** @type {number} */ place) => {
    const given = /** @type {Uint8Array} */ (scores[place]);
    let points = 0;
    let isMet = true;
    for (let at = 0; at < indicatorCount; at += 1) {
      const value = given[at] ?? 0;
      points += value * (weights[at] ?? 0);
      if (value < (minimums[at] ?? 0)) isMet = false;
    }
    return isMet && points >= required ? 2 : 1;
  };
}

/** @param {Framework} framework @param {Uint8Array} given */
function factsOf({ indicators }, given) {
  const total = indicators.reduce((sum, { weight }, place) => sum + weight * (given[place] ?? 0), 0);
  const maximum = indicators.reduce((sum, indicator) => sum + indicator.weight * indicator.maximum, 0);
  return { share: (100 * total) / maximum, ...Object.fromEntries(indicators.map(({ code }, place) => [code, given[place] ?? 0])) };
}

/** One rule for the share and one for each minimum, as the engine's own conditions. @param {Framework} framework */
function gateEngine({ indicators, passRule }) {
  const engine = new Engine();
  /** @param {string} type @param {string} fact @param {string} operator @param {number} value */
  const rule = (type, fact, operator, value) =>
    engine.addRule({ conditions: { all: [{ fact, operator, value }] }, event: { type, params: { fact } } });
  rule('share-met', 'share', 'greaterThanInclusive', passRule.shareOfTotal);
  rule('share-not-met', 'share', 'lessThan', passRule.shareOfTotal);
  for (const { code, minimum } of indicators) if (minimum !== null) rule('minimum-not-met', code, 'lessThan', minimum);
  return engine;
}
