// @ts-check
/** The built worker as its operator runs it: a process of its own that can be killed in the middle of anything. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { localFolder, repositoryRoot } from '../local/local-folder.mjs';
import { forgetProcess, rememberProcess } from '../local/processes.mjs';

/**
 * @typedef {object} WorkerProcess
 * @property {() => Promise<void>} ready it takes jobs
 * @property {() => boolean} isRunning
 * @property {() => Promise<void>} kill as a power cut does
 * @property {() => Promise<void>} stop as an operator does
 * @property {() => string} lastWords of its log
 */

/** How long a worker waits for a mail server, in seconds; its lease is four times that. */
export const patience = /** @type {const} */ ({ middling: 2, long: 10 });

/** Signs what the worker's mails carry. */
export const authSecret = 'Wmd3b0Rj9xPq7LtKs2VhYc5NfGzXa4Eu';

/** @param {keyof typeof patience} kind */
export const leaseMsOf = (kind) => patience[kind] * 4000;

/** @param {keyof typeof patience} kind */
const limitsOf = (kind) => ({
  MAIL_TIMEOUT_SECONDS: String(patience[kind]),
  SENDING_LEASE_SECONDS: String(patience[kind] * 4),
  SENDING_PAUSE_SECONDS: '1',
  QUEUE_RENEWAL_SECONDS: '2',
});

/**
 * @param {{ databaseUrl: string, redisUrl: string | null, smtpUrl: string, patience: keyof typeof patience }} options
 * @returns {WorkerProcess}
 */
export function startWorkerProcess({ databaseUrl, redisUrl, smtpUrl, patience: kind }) {
  const child = spawn(process.execPath, [join(repositoryRoot, 'apps/worker/dist/main.js')], {
    cwd: repositoryRoot,
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl ?? '',
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'Klyngevagt <klyngevagt@klyngevagt.example>',
      MAIL_RETURN_ADDRESS: 'retur@klyngevagt.example',
      PUBLIC_URL: 'http://127.0.0.1:3000',
      AUTH_SECRET: authSecret,
      DEMO: 'true',
      LOG_LEVEL: 'info',
      ...limitsOf(kind),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const keep = (/** @type {Buffer} */ data) => void (log = (log + data.toString()).slice(-200_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  // A harness that is killed says no farewell: the next one ends what it left.
  const name = `faults-${process.pid}-worker-${child.pid}`;
  if (child.pid) rememberProcess(localFolder(), name, child.pid);
  void ended.then(() => {
    process.off('exit', endWithUs);
    forgetProcess(localFolder(), name);
  });
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
    lastWords: () => {
      const lines = log.split('\n');
      return lines.filter((line, index) => !line.includes('"level":30') || index > lines.length - 6).join('\n');
    },
  };
}
