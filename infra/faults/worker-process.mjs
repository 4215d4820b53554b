// @ts-check
/** The built worker as its operator runs it: a process of its own that can be killed in the middle of anything. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repositoryRoot } from '../local/local-folder.mjs';

/**
 * @typedef {object} WorkerProcess
 * @property {() => Promise<void>} ready it takes jobs
 * @property {() => boolean} isRunning
 * @property {() => Promise<void>} kill as a power cut does
 * @property {() => Promise<void>} stop as an operator does
 * @property {() => string} lastWords of its log
 */

/** Seconds: short enough for a harness, and in the proportions of the defaults. */
const limits = { SENDING_LEASE_SECONDS: '4', MAIL_TIMEOUT_SECONDS: '1', SENDING_PAUSE_SECONDS: '1', QUEUE_RENEWAL_SECONDS: '2' };
export const leaseMs = Number(limits.SENDING_LEASE_SECONDS) * 1000;

/**
 * @param {{ databaseUrl: string, redisUrl: string | null, smtpUrl: string }} places
 * @returns {WorkerProcess}
 */
export function startWorkerProcess({ databaseUrl, redisUrl, smtpUrl }) {
  const child = spawn(process.execPath, [join(repositoryRoot, 'apps/worker/dist/main.js')], {
    cwd: repositoryRoot,
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl ?? '',
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'Klyngevagt <klyngevagt@klyngevagt.example>',
      PUBLIC_URL: 'http://127.0.0.1:3000',
      DEMO: 'true',
      LOG_LEVEL: 'info',
      ...limits,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const keep = (/** @type {Buffer} */ data) => void (log = (log + data.toString()).slice(-20_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  void ended.then(() => process.off('exit', endWithUs));
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    if (isRunning()) child.kill(signal);
    await ended;
  };
  return {
    isRunning,
    ready: async () => {
      for (let waited = 0; !log.includes('"msg":"ready"'); waited += 20) {
        if (!isRunning() || waited > 60_000) throw new Error(`the worker did not start:\n${log}`);
        await pause(20);
      }
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    lastWords: () => log.split('\n').slice(-25).join('\n'),
  };
}
