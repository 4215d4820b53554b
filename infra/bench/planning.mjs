// @ts-check
/**
 * A night of planning: the worker's own `planAll`, page by page, on a plan that stands already, as on every night but the first. The floor
 * reads the same rows once and does nothing with them.
 */
import { join } from 'node:path';
import { repositoryRoot } from '../local/local-folder.mjs';
import { generateClusters } from './clusters.mjs';
import { inTurn, median, print, say } from './measure.mjs';
import { run } from './place.mjs';

/** @typedef {{ seconds: number, megabytes: number, clusters: number, inserted: number }} Night */
/** @typedef {Night & { floorSeconds: number }} Measured */

const rounds = 3;

/** @type {Map<number, Promise<Measured>>} */
const measured = new Map();

/**
 * @param {import('./place.mjs').Place} place
 * @param {number} clusters
 */
function nightOf(place, clusters) {
  const present = measured.get(clusters) ?? measure(place, clusters);
  measured.set(clusters, present);
  return present;
}

/**
 * @param {import('./place.mjs').Place} place
 * @param {number} clusters
 * @returns {Promise<Measured>}
 */
async function measure(place, clusters) {
  say(`planning of ${clusters} clusters: preparing`);
  const databaseUrl = await place.makeDatabase(`planning_${clusters}`, 'demo');
  await generateClusters(databaseUrl, clusters);
  const env = place.programEnv(databaseUrl);
  /** @param {string} what @returns {Promise<Night>} */
  const night = async (what) => JSON.parse(await run([join(repositoryRoot, 'infra/bench/plan-night.mjs'), what], env));
  const first = await night('plan');
  say(`planning of ${clusters} clusters: the first night planned ${first.inserted} reminders in ${first.seconds.toFixed(0)} s`);
  const nights = await inTurn(rounds, { plan: () => night('plan'), floor: () => night('read') });
  return {
    seconds: median(nights.plan.map(({ seconds }) => seconds)),
    megabytes: Math.max(first.megabytes, ...nights.plan.map(({ megabytes }) => megabytes)),
    clusters,
    inserted: first.inserted,
    floorSeconds: median(nights.floor.map(({ seconds }) => seconds)),
  };
}

export async function plan100k(/** @type {import('./place.mjs').Place} */ place) {
  const night = await nightOf(place, 100_000);
  print({
    name: 'plan-100k',
    value: night.seconds,
    unit: 's',
    floor: night.floorSeconds,
    ratio: night.seconds / night.floorSeconds,
    reminders: night.inserted,
    peakMegabytes: night.megabytes,
  });
}

export async function planGrowth(/** @type {import('./place.mjs').Place} */ place) {
  const small = await nightOf(place, 10_000);
  const large = await nightOf(place, 100_000);
  const [value, floor] = [large, small].map(({ seconds, clusters }) => (1e6 * seconds) / clusters);
  print({ name: 'plan-growth', value: value ?? 0, unit: 'µs/cluster', floor: floor ?? 0, ratio: (value ?? 0) / (floor ?? 1) });
}
