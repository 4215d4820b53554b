// @ts-check
/** `npm start` of a copy that is built and seeded: how long until it is ready, and what it weighs after a thousand requests. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repositoryRoot } from '../local/local-folder.mjs';
import { freePort } from '../local/ports.mjs';
import { rememberedProcess } from '../local/processes.mjs';
import { removePostgres } from '../local/postgres.mjs';
import { load } from './load.mjs';
import { median, print, say } from './measure.mjs';
import { signIn } from './place.mjs';

const rounds = 3;

export async function start(/** @type {import('./place.mjs').Place} */ place) {
  const folder = join(place.folder, `bench-start-${process.pid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  place.onClose(async () => {
    await removePostgres({ localDir: folder, name: 'postgres' });
    rmSync(folder, { recursive: true, force: true });
  });
  say('start: the first one, which makes and seeds the database');
  await once(place, folder, false);
  const starts = [];
  for (let round = 0; round < rounds; round += 1) starts.push(await once(place, folder, round === rounds - 1));
  const weighed = starts.at(-1);
  print({
    name: 'start',
    value: median(starts.map(({ seconds }) => seconds)),
    unit: 's',
    goal: 6,
    apiMegabytes: weighed?.api,
    workerMegabytes: weighed?.worker,
  });
}

/**
 * @param {import('./place.mjs').Place} place
 * @param {string} folder
 * @param {boolean} isWeighed
 */
async function once(place, folder, isWeighed) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, LOCAL_DIR: folder, PORT: String(port), MAILBOX_PORT: String(await freePort()) };
  const began = performance.now();
  const child = spawn('npm', ['start'], { cwd: repositoryRoot, env, stdio: 'ignore', detached: true });
  let isOver = false;
  const ended = new Promise((resolve) => child.once('exit', () => resolve((isOver = true))));
  const stop = async () => {
    if (isOver || !child.pid) return;
    process.kill(-child.pid, 'SIGINT');
    await Promise.race([ended, pause(20_000, undefined, { ref: false })]);
    if (!isOver) process.kill(-child.pid, 'SIGKILL');
  };
  place.onClose(stop);
  try {
    while (!(await isReady(url))) {
      if (isOver) throw new Error(`npm start ended; see ${folder}/logs`);
      await pause(50);
    }
    const seconds = (performance.now() - began) / 1000;
    return { seconds, ...(isWeighed ? await weigh(folder, url) : {}) };
  } finally {
    await stop();
  }
}

/**
 * @param {string} folder
 * @param {string} url
 * @returns {Promise<{ api?: number, worker?: number }>} resident memory in MB; nothing where the system does not tell
 */
async function weigh(folder, url) {
  const headers = { cookie: await signIn(url) };
  await load(`${url}/api/v1/portfolio`, { headers, amount: 1000, connections: 8 });
  const api = residentMegabytes(rememberedProcess(folder, 'api'));
  const worker = residentMegabytes(rememberedProcess(folder, 'worker'));
  return { ...(api === null ? {} : { api }), ...(worker === null ? {} : { worker }) };
}

/** @param {number | null} pid */
function residentMegabytes(pid) {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

/** @param {string} url */
const isReady = (url) =>
  fetch(`${url}/health/ready`).then(
    async (answer) => (await answer.arrayBuffer(), answer.ok),
    () => false,
  );
