// @ts-check
/** The services that tests run on: a PostgreSQL of their own that is thrown away, a Redis, a browser. */
import { claimName } from './leftovers.mjs';
import { chromium, redisServer } from './machine-programs.mjs';
import { startPostgres } from './postgres.mjs';
import { forgetProcess, rememberProcess } from './processes.mjs';
import { startRedis } from './redis.mjs';

/**
 * @typedef {object} TestServices
 * @property {Record<string, string>} env TEST_DATABASE_URL (may create databases), TEST_REDIS_URL, CHROMIUM_PATH
 * @property {string[]} missing one sentence for each service that could not be had: each counts as a failure
 * @property {() => Promise<void>} stop
 */

/** Speed before safety: this data is thrown away. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', shared_buffers: '256MB' };

/**
 * @param {string} folder
 * @param {{ postgres: boolean, redis: boolean, browser: boolean }} needs
 * @returns {Promise<TestServices>}
 */
export async function startTestServices(folder, needs) {
  /** @type {TestServices} */
  const services = { env: {}, missing: [], stop: () => stopAll(stops) };
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  const { name, forget } = await claimName(folder, 'test');
  const redisName = `${name}-redis`;
  stops.push(async () => forget());
  /** @param {() => Promise<void>} work */
  const attempt = async (work) => {
    try {
      await work();
    } catch (error) {
      services.missing.push(error instanceof Error ? error.message : String(error));
    }
  };
  if (needs.postgres) {
    await attempt(async () => {
      const given = process.env['TEST_DATABASE_URL'];
      if (given) return void (services.env['TEST_DATABASE_URL'] = given);
      const postgres = await startPostgres({ localDir: folder, name, settings });
      services.env['TEST_DATABASE_URL'] = postgres.url();
      stops.push(postgres.remove);
    });
  }
  if (needs.redis) {
    await attempt(async () => {
      const given = process.env['TEST_REDIS_URL'];
      if (given) return void (services.env['TEST_REDIS_URL'] = given);
      const redis = await startRedis(redisServer());
      services.env['TEST_REDIS_URL'] = redis.url;
      rememberProcess(folder, redisName, redis.pid);
      stops.push(async () => {
        await redis.stop();
        forgetProcess(folder, redisName);
      });
    });
  }
  if (needs.browser) await attempt(async () => void (services.env['CHROMIUM_PATH'] = chromium()));
  return services;
}

/**
 * In reverse order, one after the other: what is left is forgotten last.
 * @param {(() => Promise<void>)[]} stops
 */
async function stopAll(stops) {
  for (const stop of stops.splice(0).reverse()) await stop().catch(() => undefined);
}
