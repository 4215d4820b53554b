// @ts-check
/** The embedded PostgreSQL: a real server that a bare machine gets from an npm package. Started, adopted and stopped here. */
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keptSecret } from './local-folder.mjs';
import { freePort } from './ports.mjs';
import { preparePlace, removePlace } from './postgres-place.mjs';
import { commandOf } from './processes.mjs';

/** @typedef {import('./postgres-place.mjs').Place} Place */

/**
 * @typedef {object} RunningPostgres
 * @property {number} port
 * @property {boolean} isAdopted it ran already, left over from a start that was killed
 * @property {(database?: string) => string} url
 * @property {(database: string) => Promise<void>} ensureDatabase
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} remove stops it and deletes its data
 */

const superuser = 'klyngevagt';

/**
 * @param {Pick<Place, 'programs' | 'home' | 'user'>} place
 * @param {'initdb' | 'pg_ctl'} program
 * @param {string[]} args
 * @returns {{ ok: boolean, output: string }}
 */
function run(place, program, args) {
  const executable = join(place.programs, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
  // A server that pg_ctl starts keeps the streams it inherits: with pipes the call would never return.
  const keepsStreams = args[0] === 'start';
  const result = spawnSync(executable, args, {
    cwd: place.home,
    env: { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C', TZ: 'UTC' },
    stdio: keepsStreams ? 'ignore' : ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    ...place.user,
  });
  if (result.error) throw new Error(`${executable} kan ikke køre / cannot run: ${result.error.message}`, { cause: result.error });
  return { ok: result.status === 0, output: `${result.stdout ?? ''}${result.stderr ?? ''}`.trim() };
}

/** @param {string} home */
const dataOf = (home) => join(home, 'data');

/**
 * @param {Place} place
 * @returns {string} the tail of the server's log
 */
function lastLines(place) {
  const log = join(place.home, 'postgres.log');
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n') : '';
}

/**
 * @param {Place} place
 * @param {string} password
 */
function initialise(place, password) {
  // A start that was killed while it made the data leaves half of it, without the version file that comes last of interest.
  rmSync(dataOf(place.home), { recursive: true, force: true });
  const passwordFile = join(place.home, 'initial-password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid);
  try {
    const made = run(place, 'initdb', [
      `--pgdata=${dataOf(place.home)}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]);
    if (!made.ok) throw new Error(`initdb: ${made.output}`);
    writeFileSync(join(place.home, 'initialised'), `${new Date().toISOString()}\n`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * @param {Pick<Place, 'programs' | 'home' | 'user'>} place
 * @returns {number | null} the port of a server that runs on this data
 */
function runningPort(place) {
  const pidFile = join(dataOf(place.home), 'postmaster.pid');
  const lines = existingLines(pidFile);
  if (lines === null || !run(place, 'pg_ctl', ['status', '--pgdata', dataOf(place.home)]).ok) return null;
  // After a reboot the same pid may be another program's; pg_ctl takes any living process for the server.
  const command = commandOf(Number(lines[0]));
  if (command !== null && !command.includes('postgres')) {
    rmSync(pidFile, { force: true });
    return null;
  }
  return Number(lines[3]) || null;
}

/**
 * A server that ends takes its file with it, at any moment.
 * @param {string} file
 * @returns {string[] | null}
 */
function existingLines(file) {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Ends the server gently, then firmly; a server that is not running is fine.
 * @param {Pick<Place, 'programs' | 'home' | 'user'>} place
 */
function stopServer(place) {
  if (!existsSync(dataOf(place.home))) return;
  for (const mode of ['fast', 'immediate']) {
    if (runningPort(place) === null) return;
    run(place, 'pg_ctl', ['stop', '--pgdata', dataOf(place.home), '--mode', mode, '--timeout', mode === 'fast' ? '3' : '1']);
  }
}

/**
 * @param {Place} place
 * @param {Record<string, string>} settings
 * @returns {Promise<number>}
 */
async function launch(place, settings) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const options = Object.entries({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      port: String(port),
      timezone: 'UTC',
      max_connections: '150',
      ...settings,
    })
      .map(([name, value]) => `-c ${name}=${value === '' ? '""' : value}`)
      .join(' ');
    const log = join(place.home, 'postgres.log');
    run(place, 'pg_ctl', ['start', '--pgdata', dataOf(place.home), '--wait', '--timeout', '60', '--log', log, '--options', options]);
    const running = runningPort(place);
    if (running !== null) return running;
    // The port may have been taken in between, or processes of a killed server may still be ending.
    if (attempt === 4) throw new Error(`PostgreSQL startede ikke / did not start:\n${lastLines(place)}`);
    await pause(1000 * attempt);
  }
}

/**
 * Waits until the server answers with our password, which also proves that an adopted one is ours.
 * @param {string} url
 */
async function untilItAnswers(url) {
  const { default: pg } = await import('pg');
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (error) {
      if (attempt === 20) throw error;
      await pause(500);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/**
 * @param {string} adminUrl
 * @param {string} database
 */
async function ensureDatabase(adminUrl, database) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/** @param {{ localDir: string, name: string }} options */
const placeOf = ({ localDir, name }) => preparePlace(localDir, name, (programs, home, user) => stopServer({ programs, home, user }));

/**
 * Stops a server whose start nobody remembers any more, and deletes its data.
 * @param {{ localDir: string, name: string }} options
 */
export async function removePostgres(options) {
  const place = placeOf(options);
  stopServer(place);
  removePlace(place);
}

/**
 * Starts the server of a local copy, or adopts the one that a killed start left running. It outlives this process: call `stop`.
 * @param {{ localDir: string, name?: string, settings?: Record<string, string> }} options
 * @returns {Promise<RunningPostgres>}
 */
export async function startPostgres({ localDir, name = 'postgres', settings = {} }) {
  const place = placeOf({ localDir, name });
  const isInitialised = existsSync(join(place.home, 'initialised'));
  if (isInitialised && !existsSync(place.secretFile)) {
    throw new Error(
      `${place.secretFile} mangler, men data findes. / is missing while the data is there: put it back, or delete ${localDir}.`,
    );
  }
  const password = keptSecret(join(place.secretFile, '..'), 'password');
  if (!isInitialised) initialise(place, password);
  const adoptedPort = runningPort(place);
  const port = adoptedPort ?? (await launch(place, settings));
  const url = (database = 'postgres') => `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
  await untilItAnswers(url());
  return {
    port,
    isAdopted: adoptedPort !== null,
    url,
    ensureDatabase: (database) => ensureDatabase(url(), database),
    stop: async () => stopServer(place),
    remove: async () => {
      stopServer(place);
      removePlace(place);
    },
  };
}
