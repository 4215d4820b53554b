// @ts-check
/** A place for benches: a PostgreSQL of their own that is thrown away, and the programs that run against it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { lean, programEnv } from '../local/copy.mjs';
import { claimName } from '../local/leftovers.mjs';
import { localFolder, repositoryRoot } from '../local/local-folder.mjs';
import { freePort } from '../local/ports.mjs';
import { startPostgres } from '../local/postgres.mjs';
import { startChild } from '../local/processes.mjs';

/**
 * @typedef {object} Place
 * @property {string} folder
 * @property {(name: string) => string} databaseUrl
 * @property {(name: string, seed: 'demo' | 'sourced') => Promise<string>} makeDatabase migrated and seeded; answers its address
 * @property {(name: string, args: string[], env: NodeJS.ProcessEnv) => import('../local/processes.mjs').Child} startProgram
 * @property {(url: string, more?: { port?: number, smtpUrl?: string }) => NodeJS.ProcessEnv} programEnv
 * @property {(stop: () => Promise<void>) => void} onClose
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Place>} */
export async function openPlace() {
  const folder = localFolder();
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  const { name: place, forget } = await claimName(folder, 'bench');
  stops.push(async () => forget());
  const postgres = await startPostgres({ localDir: folder, name: place, settings: { shared_buffers: '256MB' } });
  stops.push(postgres.remove);
  /** @type {Place['programEnv']} */
  const env = (url, { port = 0, smtpUrl = 'smtp://127.0.0.1:1' } = {}) =>
    programEnv({
      databaseUrl: url,
      smtpUrl,
      mailboxUrl: 'http://127.0.0.1:1',
      publicUrl: `http://127.0.0.1:${port || 3000}`,
      port,
      folder,
    });
  return {
    folder,
    databaseUrl: postgres.url,
    makeDatabase: async (name, seed) => {
      await postgres.ensureDatabase(name);
      const url = postgres.url(name);
      await run(['packages/db/dist/migrate.js'], env(url));
      await run(['packages/db/dist/seed.js', ...(seed === 'sourced' ? ['--sourced-only'] : [])], env(url));
      return url;
    },
    startProgram: (name, args, variables) => {
      const child = startChild({ folder, name: `${place}-${name}`, args, cwd: repositoryRoot, env: variables });
      stops.push(() => child.stop(5000));
      return child;
    },
    programEnv: env,
    onClose: (stop) => void stops.push(stop),
    close: async () => {
      for (const stop of stops.splice(0).reverse()) await stop().catch((error) => console.error(error));
    },
  };
}

/**
 * Runs a command of the product to its end.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} what it printed
 */
export function run(args, env) {
  const child = spawn(process.execPath, args, { cwd: repositoryRoot, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${args[0]} ended with ${code}: ${output}`))));
  });
}

/**
 * @param {string} url
 * @param {import('../local/processes.mjs').Child} child
 */
export async function untilItAnswers(url, child) {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const isThere = await fetch(url).then(
      async (answer) => (await answer.arrayBuffer(), answer.ok),
      () => false,
    );
    if (isThere) return;
    if (!child.isRunning()) throw new Error(`${child.name} ended (${await child.ended}); see ${child.log}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${child.name} does not answer; see ${child.log}`);
}

/**
 * The API on a port of its own, ready.
 * @param {Place} place
 * @param {string} name
 * @param {string} databaseUrl
 * @param {string} [program]
 */
export async function startApi(place, name, databaseUrl, program = 'apps/api/dist/main.js') {
  const port = await freePort();
  const child = place.startProgram(name, [...lean, join(repositoryRoot, program)], place.programEnv(databaseUrl, { port }));
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(`${url}/health/ready`, child);
  return { url, pid: child.pid, cookie: await signIn(url), stop: () => child.stop(5000) };
}

/**
 * @param {string} url
 * @returns {Promise<string>} the officer's cookie
 */
export async function signIn(url) {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'officer@klyngevagt.example', password: 'klyngevagt-demo' }),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`The officer cannot sign in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
