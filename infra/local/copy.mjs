// @ts-check
/** A local copy of the whole product: database, mailbox, API and worker, started and stopped in order. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runLogged } from './install.mjs';
import { keptSecret, readState, repositoryRoot, writeState } from './local-folder.mjs';
import { startMailbox } from './mailbox.mjs';
import { isPortFree } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { lastLinesOf, startChild } from './processes.mjs';
import { step } from './progress.mjs';

/** @typedef {import('./processes.mjs').Child} Child */

/**
 * @typedef {object} Copy
 * @property {string} publicUrl
 * @property {string} mailboxUrl
 * @property {string} databaseUrl
 * @property {Child} api
 * @property {Child} worker
 * @property {Promise<Child>} crashed resolves when the API or the worker ends without being asked to
 */

/** The database of a local copy. */
export const databaseName = 'klyngevagt';

/** API and worker get so long to end what they are doing; all of it must be over within 15 s of Ctrl-C. */
const drainMs = 9_000;

const startLimitMs = 120_000;

/**
 * Young objects are collected a little more often, for some twenty megabytes less each. A heap that may grow to several gigabytes grows
 * fourfold between two collections of old objects; one with a limit stays near what it needs, some ten megabytes less.
 */
export const lean = ['--max-semi-space-size=2', '--max-old-space-size=1024'];

/**
 * @param {{ databaseUrl: string, smtpUrl: string, mailboxUrl: string, publicUrl: string, port: number, folder: string }} places
 * @returns {NodeJS.ProcessEnv} the variables of API, worker and the database's commands
 */
export function programEnv({ databaseUrl, smtpUrl, mailboxUrl, publicUrl, port, folder }) {
  return {
    ...process.env,
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: keptSecret(folder, 'auth-secret'),
    // A receiver to try webhooks with runs on the same machine.
    WEBHOOK_PRIVATE_ADDRESSES: process.env['WEBHOOK_PRIVATE_ADDRESSES'] ?? 'allow',
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Klyngevagt <klyngevagt@klyngevagt.example>',
    DEMO: 'true',
    MAILBOX_URL: mailboxUrl,
    DASHBOARD_DIR: join(repositoryRoot, 'apps/dashboard/dist'),
    DOCUMENTS_DIR: process.env['DOCUMENTS_DIR'] ?? join(folder, 'documents'),
    // Where the C library is glibc: two arenas instead of eight per core keep what is freed from being held.
    MALLOC_ARENA_MAX: process.env['MALLOC_ARENA_MAX'] ?? '2',
    // From Node 22 on: what was compiled at the last start is not compiled again.
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(folder, 'compile-cache'),
  };
}

/**
 * @param {Child} child
 * @param {() => Promise<boolean>} isReady
 * @param {AbortSignal} signal
 */
async function untilReady(child, isReady, signal) {
  for (let waited = 0; !(await isReady()); waited += 150) {
    signal.throwIfAborted();
    if (!child.isRunning()) throw new Error(crashReport(child, await child.ended));
    if (waited > startLimitMs) throw new Error(crashReport(child, `ikke klar efter ${startLimitMs / 1000} s · not ready`));
    await pause(150);
  }
}

/**
 * @param {Child} child
 * @param {number | string} end
 */
export function crashReport(child, end) {
  return `${child.name} stoppede · stopped (${end}):\n${lastLinesOf(child.log, 20)}\n(${child.log})`;
}

/**
 * @param {string} url
 * @returns {Promise<boolean>}
 */
const answersOk = (url) =>
  fetch(url, { signal: AbortSignal.timeout(3000) }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status === 200;
    },
    () => false,
  );

/**
 * Starts everything and waits until it is ready. What was started is pushed on `stops`, so that a start that fails or is interrupted
 * half-way is undone by the caller in reverse order. The database starts while the product is still being `built`.
 * @param {{ folder: string, port: number, today: string | null, isWatching?: boolean, built?: Promise<void>, signal: AbortSignal, stops: (() => Promise<void>)[] }} options
 * @returns {Promise<Copy>}
 */
export async function startCopy({ folder, port, today, isWatching = false, built, signal, stops }) {
  const postgres = await step('Starter databasen', 'starting the database', () => startPostgres({ localDir: folder }));
  stops.push(postgres.stop);
  await postgres.ensureDatabase(databaseName);
  const databaseUrl = postgres.url(databaseName);
  signal.throwIfAborted();

  const mailbox = await startMailbox({ dir: join(folder, 'mailbox'), httpPort: await mailboxPort(folder) });
  stops.push(mailbox.stop);
  const publicUrl = `http://127.0.0.1:${port}`;
  const places = { databaseUrl, publicUrl, mailboxUrl: mailbox.url, smtpUrl: mailbox.smtpUrl };
  const env = programEnv({ ...places, port, folder });
  writeState(folder, places);

  /** @param {string[]} args */
  const command = (args) => runLogged({ folder, name: 'database', command: process.execPath, args, env, signal });
  await built;
  await step('Opdaterer databasen, og lægger demodata ind i en tom', 'bringing the database up to date, seeding an empty one', () =>
    command(['packages/db/dist/local-prepare.js', ...(today ? ['--today', today] : [])]),
  );

  const watch = isWatching ? ['--watch', '--watch-preserve-output'] : [];
  /** @param {'api' | 'worker'} name */
  const program = (name) => startChild({ folder, name, args: [...watch, ...lean, `apps/${name}/dist/main.js`], cwd: repositoryRoot, env });
  const [api, worker] = [program('api'), program('worker')];
  let isStopping = false;
  stops.push(async () => {
    isStopping = true;
    await Promise.all([api.stop(drainMs), worker.stop(drainMs)]);
  });
  await step('Starter API og worker', 'starting API and worker', async () => {
    await Promise.all([
      untilReady(api, () => answersOk(`${publicUrl}/health/ready`), signal),
      untilReady(worker, async () => /"msg":"ready"/.test(lastLinesOf(worker.log, 2000)), signal),
    ]);
  });
  /** @type {Promise<Child>} */
  const crashed = new Promise((resolve) => {
    for (const child of [api, worker]) void child.ended.then(() => isStopping || resolve(child));
  });
  return { publicUrl, mailboxUrl: mailbox.url, databaseUrl, api, worker, crashed };
}

/**
 * The port of the start before, so that a bookmark of the mailbox keeps working.
 * @param {string} folder
 * @returns {Promise<number>}
 */
async function mailboxPort(folder) {
  const named = Number(process.env['MAILBOX_PORT']);
  if (named > 0) return named;
  const before = readState(folder)?.mailboxUrl;
  const preferred = before ? Number(new URL(before).port) : 8025;
  return (await isPortFree(preferred)) ? preferred : 0;
}
