// @ts-check
/** The services that tests run on: a PostgreSQL of their own that is thrown away, a Redis, a browser. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, redisServer } from './machine-programs.mjs';
import { removePostgres, startPostgres } from './postgres.mjs';
import { endLeftovers, forgetProcess, rememberProcess, rememberedProcess } from './processes.mjs';
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
 * Servers of test runs that were killed. A run that goes on beside this one is left alone.
 * @param {string} folder
 */
async function removeLeftovers(folder) {
  const names = readdirSync(folder).filter((name) => /^test-\d+$/.test(name));
  for (const name of names) {
    if (rememberedProcess(folder, name) !== null) continue;
    await removePostgres({ localDir: folder, name });
    await endLeftovers(folder, [`redis-of-${name}`]);
    forgetProcess(folder, name);
  }
}

/**
 * @param {string} folder
 * @param {{ postgres: boolean, redis: boolean, browser: boolean }} needs
 * @returns {Promise<TestServices>}
 */
export async function startTestServices(folder, needs) {
  /** @type {TestServices} */
  const services = { env: {}, missing: [], stop: async () => void (await Promise.allSettled(stops.reverse().map((stop) => stop()))) };
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  const name = `test-${process.pid}`;
  const redisName = `redis-of-${name}`;
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
      await removeLeftovers(folder);
      rememberProcess(folder, name, process.pid);
      const postgres = await startPostgres({ localDir: folder, name, settings });
      services.env['TEST_DATABASE_URL'] = postgres.url();
      stops.push(async () => {
        await postgres.remove();
        forgetProcess(folder, name);
        if (existsSync(join(folder, name))) rmSync(join(folder, name), { recursive: true, force: true });
      });
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
