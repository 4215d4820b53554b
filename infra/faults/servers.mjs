// @ts-check
/** The servers that faults happen to: a PostgreSQL and a Redis of their own, each on a port that stays when it restarts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimName } from '../local/leftovers.mjs';
import { localFolder } from '../local/local-folder.mjs';
import { redisServer } from '../local/machine-programs.mjs';
import { lastingPort } from '../local/ports.mjs';
import { startPostgres } from '../local/postgres.mjs';
import { forgetProcess, rememberProcess } from '../local/processes.mjs';
import { startRedis } from '../local/redis.mjs';

/**
 * @typedef {object} Servers
 * @property {(database?: string) => string} databaseUrl
 * @property {() => Promise<void>} restartPostgres what runs in it is cut off
 * @property {string | null} redisUrl null where the machine has no Redis
 * @property {() => Promise<void>} restartRedis it keeps nothing
 * @property {() => Promise<void>} emptyRedis
 * @property {(name: string) => string} folder a fresh one that goes away with the servers
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Servers>} */
export async function startServers() {
  const localDir = localFolder();
  const { name, forget } = await claimName(localDir, 'faults');
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', port: String(await lastingPort()) };
  const place = { localDir, name, settings };
  const folders = mkdtempSync(join(tmpdir(), 'faults-'));
  let postgres = await startPostgres(place);
  const redisName = `${name}-redis`;
  let redis = await startRedisIfThere();
  if (redis) rememberProcess(localDir, redisName, redis.pid);
  return {
    databaseUrl: (database) => postgres.url(database),
    restartPostgres: async () => {
      await postgres.stop();
      postgres = await startPostgres(place);
    },
    redisUrl: redis?.url ?? null,
    restartRedis: async () => {
      if (!redis) throw new Error('there is no Redis to restart');
      await redis.stop();
      redis = await startRedis(redisServer(), Number(new URL(redis.url).port));
      rememberProcess(localDir, redisName, redis.pid);
    },
    emptyRedis: async () => {
      if (!redis) throw new Error('there is no Redis to empty');
      await say(Number(new URL(redis.url).port), 'FLUSHALL');
    },
    folder: (name) => mkdtempSync(join(folders, `${name}-`)),
    close: async () => {
      await redis?.stop();
      forgetProcess(localDir, redisName);
      await postgres.remove();
      forget();
      rmSync(folders, { recursive: true, force: true });
    },
  };
}

async function startRedisIfThere() {
  let program;
  try {
    program = redisServer();
  } catch {
    return null;
  }
  return startRedis(program, await lastingPort());
}

/**
 * @param {number} port
 * @param {string} command
 * @returns {Promise<void>}
 */
function say(port, command) {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.write(`${command}\r\n`));
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      if (data.toString().startsWith('+OK')) resolve();
      else reject(new Error(`Redis: ${data}`));
    });
  });
}
