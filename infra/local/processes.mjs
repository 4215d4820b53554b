// @ts-check
/** Child programs of a local copy: started in a group of their own, remembered on disk, ended gently. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readJson, writePrivately } from './local-folder.mjs';

/** Programs that a killed start may have left behind. */
export const childNames = ['api', 'worker', 'tsc', 'vite'];

/**
 * @typedef {object} Child
 * @property {string} name
 * @property {number | undefined} pid none where it could not be started
 * @property {string} log path of its log
 * @property {Promise<number | string>} ended resolves to the exit code or the signal
 * @property {() => boolean} isRunning
 * @property {(graceMs: number) => Promise<void>} stop
 */

/**
 * @param {number} pid
 * @returns {string | null} its command line; null when there is no such process or the system does not tell
 */
export function commandOf(pid) {
  if (!pid || process.platform === 'win32') return null;
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || null;
  } catch {
    return null;
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || null;
}

/**
 * @param {number} pid
 * @returns {string | null} when it started, in the system's own words: together with the pid it names one process for ever
 */
function startOf(pid) {
  if (process.platform === 'win32') return null;
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; only its parent has not looked yet.
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {number} pid
 */
export function rememberProcess(folder, name, pid) {
  writePrivately(join(folder, 'pids', `${name}.json`), JSON.stringify({ pid, started: startOf(pid) }));
}

/**
 * @param {string} folder
 * @param {string} name
 */
export function forgetProcess(folder, name) {
  rmSync(join(folder, 'pids', `${name}.json`), { force: true });
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {number | null} the pid, when that very process still runs
 */
export function rememberedProcess(folder, name) {
  const remembered = readJson(join(folder, 'pids', `${name}.json`));
  const isSame = remembered?.started && startOf(remembered.pid) === remembered.started;
  return isSame ? remembered.pid : null;
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalProcess(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between.
  }
}

/**
 * Ends what a start that was killed left behind, and nothing else.
 * @param {string} folder
 * @param {string[]} names
 * @returns {Promise<string[]>} the names of those ended
 */
export async function endLeftovers(folder, names) {
  const ended = [];
  for (const name of names) {
    const pid = rememberedProcess(folder, name);
    if (pid !== null) {
      ended.push(name);
      signalProcess(pid, 'SIGTERM');
      for (let waited = 0; waited < 5000 && rememberedProcess(folder, name) !== null; waited += 100) await pause(100);
      if (rememberedProcess(folder, name) !== null) signalProcess(pid, 'SIGKILL');
    }
    forgetProcess(folder, name);
  }
  return ended;
}

/**
 * Starts a program whose output goes to `logs/<name>.log` (the log of the start before is kept beside it).
 * It is its own process group: a Ctrl-C in the terminal reaches only the command that started it, which stops things in order.
 * @param {{ folder: string, name: string, args: string[], cwd: string, env: NodeJS.ProcessEnv, command?: string }} options
 * @returns {Child}
 */
export function startChild({ folder, name, args, cwd, env, command = process.execPath }) {
  const log = join(folder, 'logs', `${name}.log`);
  mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 });
  if (existsSync(log)) renameSync(log, join(folder, 'logs', `${name}.previous.log`));
  const output = openSync(log, 'a', 0o600);
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', output, output], detached: process.platform !== 'win32' });
  closeSync(output);
  if (child.pid) rememberProcess(folder, name, child.pid);
  /** @type {Promise<number | string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 1));
  });
  void ended.then(() => forgetProcess(folder, name));
  const isRunning = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  return {
    name,
    pid: child.pid,
    log,
    ended,
    isRunning,
    stop: async (graceMs) => {
      if (!isRunning()) return;
      child.kill('SIGTERM');
      const isGone = await Promise.race([ended.then(() => true), pause(graceMs, false, { ref: false })]);
      if (!isGone) killGroup(child.pid);
      await ended;
    },
  };
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  if (pid === undefined) return;
  signalProcess(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
}

/**
 * @param {string} log
 * @param {number} count
 * @returns {string}
 */
export function lastLinesOf(log, count) {
  if (!existsSync(log) || statSync(log).size === 0) return '';
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}
