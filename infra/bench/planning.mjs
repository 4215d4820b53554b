// @ts-check
/**
 * A night of planning: the worker's own `planAll`, page by page, on a plan that stands already, as on every night but the first. The floor
 * reads the same rows once and does nothing with them: in each round another third of the pages, so that a run ends within minutes.
 */
import { join } from 'node:path';
import { repositoryRoot } from '../local/local-folder.mjs';
import { generateClusters } from './clusters.mjs';
import { inTurn, median, print, say } from './measure.mjs';
import { run } from './place.mjs';

/** @typedef {{ seconds: number, megabytes: number, clusters: number, inserted: number }} Night */
/** @typedef {Night & { floorSeconds: number }} Measured */

const rounds = 3;

const [few, many] = [10_000, 100_000];

/** @type {Promise<{ small: Measured, large: Measured }> | null} */
let measured = null;

/**
 * Both sizes in turn: what the machine does meanwhile meets both.
 * @param {import('./place.mjs').Place} place
 */
async function measure(place) {
  const small = await prepare(place, few);
  const large = await prepare(place, many);
  const nights = await inTurn(rounds, { large: large.night, floor: large.read, small: small.night });
  const secondsOf = (/** @type {Night[]} */ some) => median(some.map(({ seconds }) => seconds));
  const megabytes = Math.max(large.first.megabytes, ...nights.large.map((night) => night.megabytes));
  const whole = nights.floor.map((night) => ({ ...night, seconds: (night.seconds * large.first.clusters) / night.clusters }));
  return {
    small: { ...small.first, seconds: secondsOf(nights.small), floorSeconds: NaN },
    large: { ...large.first, seconds: secondsOf(nights.large), megabytes, floorSeconds: secondsOf(whole) },
  };
}

/**
 * @param {import('./place.mjs').Place} place
 * @param {number} clusters
 */
async function prepare(place, clusters) {
  say(`planning of ${clusters} clusters: preparing`);
  const databaseUrl = await place.makeDatabase(`planning_${clusters}`, 'demo');
  await generateClusters(databaseUrl, clusters);
  const env = place.programEnv(databaseUrl);
  /** @param {string[]} args @returns {Promise<Night>} */
  const nightBy = async (...args) => JSON.parse(await run([join(repositoryRoot, 'infra/bench/plan-night.mjs'), ...args], env));
  const first = await nightBy('plan');
  say(`planning of ${clusters} clusters: the first night planned ${first.inserted} reminders in ${first.seconds.toFixed(0)} s`);
  let round = 0;
  return { first, night: () => nightBy('plan'), read: () => nightBy('read', String(round++ % 3)) };
}

export async function plan100k(/** @type {import('./place.mjs').Place} */ place) {
  const { large } = await (measured ??= measure(place));
  print({
    name: 'plan-100k',
    value: large.seconds,
    unit: 's',
    floor: large.floorSeconds,
    ratio: large.seconds / large.floorSeconds,
    reminders: large.inserted,
    peakMegabytes: large.megabytes,
  });
}

export async function planGrowth(/** @type {import('./place.mjs').Place} */ place) {
  const { small, large } = await (measured ??= measure(place));
  const [value, floor] = [(1e6 * large.seconds) / large.clusters, (1e6 * small.seconds) / small.clusters];
  print({ name: 'plan-growth', value, unit: 'µs/cluster', floor, ratio: value / floor });
}
