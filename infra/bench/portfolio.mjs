// @ts-check
/** The portfolio to a signed-in officer, against a bare server on the same data. */
import { get } from 'node:http';
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../local/ports.mjs';
import { generateClusters } from './clusters.mjs';
import { load } from './load.mjs';
import { inTurn, median, print, say } from './measure.mjs';
import { startApi, untilItAnswers } from './place.mjs';
import { processorSeconds } from './processor-time.mjs';

const rounds = 3;
const seconds = 4;

/** As a browser asks. */
const acceptEncoding = { 'accept-encoding': 'gzip, deflate, br, zstd' };
/** The pool of the API; a floor whose product computes anew has as many connections, one whose product does not has one for each core. */
const apiConnections = 10;

/** @typedef {Awaited<ReturnType<typeof startApi>>} Api */
/** @typedef {{ url: string, cost: () => Promise<number | null> }} Floor */
/** @typedef {{ floor: Floor, freshFloor: Floor, api: Api, fresh: Api, tag: string, cost: (api: Api) => Promise<number | null> }} Servers */

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
  /** @param {{ pid: number | undefined }} program @param {string} applicationName */
  const costOf = ({ pid }, applicationName) => processorSeconds({ pid, databaseUrl, applicationName });
  /** @param {string} name @param {number} connections @returns {Promise<Floor>} */
  const startFloor = async (name, connections) => {
    const port = await freePort();
    const own = { DATABASE_URL: databaseUrl, PORT: String(port), CONNECTIONS: String(connections), APPLICATION_NAME: name };
    const child = place.startProgram(name, ['infra/bench/floor-server.mjs'], { ...process.env, ...own });
    const url = `http://127.0.0.1:${port}/`;
    await untilItAnswers(`${url}100`, child);
    return { url, cost: () => costOf(child, name) };
  };
  return {
    floor: await startFloor(`floor-${clusters}`, availableParallelism()),
    freshFloor: await startFloor(`floor-fresh-${clusters}`, apiConnections),
    api,
    fresh,
    tag: answer.headers.get('etag') ?? '',
    cost: (api) => costOf(api, 'klyngevagt-api'),
  };
}

/**
 * Bytes of the product's answer on the wire: the kept one is compressed once, soon after it was made.
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {boolean} isKept
 */
async function bytesOf(url, headers, isKept) {
  for (let waited = 0; ; waited += 100) {
    /** @type {import('node:http').IncomingMessage} */
    const answer = await new Promise((resolve, reject) => get(url, { headers }, resolve).once('error', reject));
    let bytes = 0;
    for await (const part of answer) bytes += part.length;
    if (!isKept || answer.headers['content-encoding'] === 'br' || waited >= 10_000) return bytes;
    await pause(100);
  }
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
  const servers = await serversOf(place, clusters);
  const api = kind === 'fresh' ? servers.fresh : servers.api;
  const { url, cookie } = api;
  const floor = kind === 'fresh' ? servers.freshFloor : servers.floor;
  const address = `${url}/api/v1/portfolio`;
  const bytes = await bytesOf(address, { cookie, ...acceptEncoding }, kind !== 'fresh');
  const headers = { cookie, ...acceptEncoding, ...(kind === 'unchanged' ? { 'if-none-match': servers.tag } : {}) };
  const status = kind === 'unchanged' ? 304 : 200;
  const product = (/** @type {number} */ length) => load(address, { headers, seconds: length, status });
  const bare = (/** @type {number} */ length) => load(`${floor.url}${bytes}`, { seconds: length });
  await product(2);
  await bare(1);
  const costs = { product: costly(() => servers.cost(api)), floor: costly(floor.cost) };
  const results = await inTurn(rounds, {
    product: () => costs.product.of(() => product(seconds)),
    floor: () => costs.floor.of(() => bare(seconds)),
    stored: () => load(`${floor.url}stored`, { seconds: 2 }),
  });
  const speed = (/** @type {import('./load.mjs').Load[]} */ loads) => median(loads.map(({ perSecond }) => perSecond));
  const p99 = (/** @type {import('./load.mjs').Load[]} */ loads) => median(loads.map((one) => one.p99));
  print({
    name,
    value: speed(results.product),
    unit: 'requests/s',
    floor: speed(results.floor),
    ratio: speed(results.product) / speed(results.floor),
    bytes,
    processorMs: costs.product.each(),
    floorProcessorMs: costs.floor.each(),
    p99ms: p99(results.product),
    floorP99ms: p99(results.floor),
    storedFloor: speed(results.stored),
    storedRatio: speed(results.product) / speed(results.stored),
  });
};

/**
 * Processor time of a server for each answer, over all rounds.
 * @param {() => Promise<number | null>} cost
 */
function costly(cost) {
  let [spent, answers] = [0, 0];
  return {
    /** @param {() => Promise<import('./load.mjs').Load>} run */
    of: async (run) => {
      const before = await cost();
      const result = await run();
      spent += ((await cost()) ?? 0) - (before ?? 0);
      answers += result.answers;
      return result;
    },
    /** @returns {number | undefined} milliseconds; nothing where the system does not tell */
    each: () => (spent > 0 ? (1000 * spent) / answers : undefined),
  };
}
