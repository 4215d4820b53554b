// @ts-check
/** The portfolio to a signed-in officer, against a bare server on the same data. */
import pg from 'pg';
import { freePort } from '../local/ports.mjs';
import { generateClusters } from './clusters.mjs';
import { load } from './load.mjs';
import { inTurn, median, print, say } from './measure.mjs';
import { startApi, untilItAnswers } from './place.mjs';

const rounds = 3;
const seconds = 4;

/** @typedef {{ floor: string, stored: string, api: Awaited<ReturnType<typeof startApi>>, fresh: Awaited<ReturnType<typeof startApi>>, tag: string }} Servers */

/** @type {Map<number, Promise<Servers>>} */
const opened = new Map();

/**
 * @param {import('./place.mjs').Place} place
 * @param {number} clusters
 */
function serversOf(place, clusters) {
  const present = opened.get(clusters) ?? open(place, clusters);
  opened.set(clusters, present);
  return present;
}

/**
 * @param {import('./place.mjs').Place} place
 * @param {number} clusters
 * @returns {Promise<Servers>}
 */
async function open(place, clusters) {
  say(`portfolio of ${clusters} clusters: preparing`);
  const databaseUrl = await place.makeDatabase(`portfolio_${clusters}`, 'demo');
  if (clusters > 14) await generateClusters(databaseUrl, clusters - 14);
  const api = await startApi(place, `api-${clusters}`, databaseUrl);
  const fresh = await startApi(place, `api-fresh-${clusters}`, databaseUrl, 'infra/bench/api-without-copies.mjs');
  const answer = await fetch(`${api.url}/api/v1/portfolio`, { headers: { cookie: api.cookie } });
  const body = await answer.text();
  const shown = JSON.parse(body).rows.length;
  if (shown !== clusters) throw new Error(`The portfolio shows ${shown} clusters, not ${clusters}`);
  await storeAnswer(databaseUrl, body);
  const port = await freePort();
  const variables = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), ANSWER_BYTES: String(Buffer.byteLength(body)) };
  const child = place.startProgram(`floor-${clusters}`, ['infra/bench/floor-server.mjs'], variables);
  const floor = `http://127.0.0.1:${port}/`;
  await untilItAnswers(floor, child);
  return { floor, stored: `${floor}stored`, api, fresh, tag: answer.headers.get('etag') ?? '' };
}

/**
 * @param {string} databaseUrl
 * @param {string} body
 */
async function storeAnswer(databaseUrl, body) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('create table bench_answer (body text)');
  await client.query('insert into bench_answer values ($1)', [body]);
  await client.end();
}

/**
 * @param {string} name
 * @param {number} clusters
 * @param {'warm' | 'fresh' | 'unchanged'} kind
 */
export const portfolioBench = (name, clusters, kind) => async (/** @type {import('./place.mjs').Place} */ place) => {
  const { floor, stored, api, fresh, tag } = await serversOf(place, clusters);
  const { url, cookie } = kind === 'fresh' ? fresh : api;
  const headers = { cookie, ...(kind === 'unchanged' ? { 'if-none-match': tag } : {}) };
  const status = kind === 'unchanged' ? 304 : 200;
  const product = (/** @type {number} */ length) => load(`${url}/api/v1/portfolio`, { headers, seconds: length, status });
  await product(2);
  await load(floor, { seconds: 1 });
  const results = await inTurn(rounds, {
    product: () => product(seconds),
    floor: () => load(floor, { seconds }),
    stored: () => load(stored, { seconds: 2 }),
  });
  const speed = (/** @type {import('./load.mjs').Load[]} */ loads) => median(loads.map(({ perSecond }) => perSecond));
  const p99 = (/** @type {import('./load.mjs').Load[]} */ loads) => median(loads.map((one) => one.p99));
  print({
    name,
    value: speed(results.product),
    unit: 'requests/s',
    floor: speed(results.floor),
    ratio: speed(results.product) / speed(results.floor),
    p99ms: p99(results.product),
    floorP99ms: p99(results.floor),
    storedFloor: speed(results.stored),
    storedRatio: speed(results.product) / speed(results.stored),
  });
};
