// @ts-check
/** What both commands do first: dependencies as the lock file has them, then everything built that changed. Node builtins only. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, repositoryRoot, writePrivately } from './local-folder.mjs';
import { lastLinesOf } from './processes.mjs';

/**
 * Runs a program to its end with its output in a log file.
 * @param {{ folder: string, name: string, command: string, args: string[], env?: NodeJS.ProcessEnv, signal?: AbortSignal | undefined }} options
 * @returns {Promise<void>} fails with the last lines of the log
 */
export function runLogged({ folder, name, command, args, env = process.env, signal }) {
  const log = join(folder, 'logs', `${name}.log`);
  mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 });
  const output = openSync(log, 'w', 0o600);
  const shell = command === 'npm' && process.platform === 'win32';
  const child = spawn(command, args, { cwd: repositoryRoot, env, stdio: ['ignore', output, output], shell, ...(signal ? { signal } : {}) });
  closeSync(output);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, endedBy) => {
      if (code === 0) return resolve();
      reject(new Error(`${name}: ${endedBy ?? `exit ${code}`}\n${lastLinesOf(log, 60)}\n(${log})`));
    });
  });
}

/** @returns {boolean} node_modules holds exactly what the lock file asks for (packages for other platforms aside) */
export function isInstalled() {
  const wanted = readJson(join(repositoryRoot, 'package-lock.json'))?.packages ?? {};
  const found = readJson(join(repositoryRoot, 'node_modules', '.package-lock.json'))?.packages;
  if (!found) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional, link }]) => {
    if (!path.includes('node_modules/')) return true;
    const there = found[path];
    if (!there) return optional === true;
    return link === true || (there.version === version && there.integrity === integrity);
  });
}

/**
 * @param {string} folder
 * @param {AbortSignal} [signal]
 */
export async function installDependencies(folder, signal) {
  const npmScript = process.env['npm_execpath'];
  const [command, first] = npmScript && existsSync(npmScript) ? [process.execPath, [npmScript]] : ['npm', []];
  const args = [...first, 'ci', '--no-audit', '--no-fund', '--include=dev'];
  await runLogged({ folder, name: 'install', command, args, signal });
}

/**
 * @param {string} folder
 * @param {AbortSignal} [signal]
 */
export async function buildChanged(folder, signal) {
  const before = sourcesAndOutputs();
  const kept = join(folder, 'built');
  if (existsSync(kept) && readFileSync(kept, 'utf8') === before) return;
  const args = [join(repositoryRoot, 'node_modules/turbo/bin/turbo'), 'run', 'build', '--output-logs=errors-only', '--no-color'];
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1', TURBO_CACHE: 'local:rw' };
  await runLogged({ folder, name: 'build', command: process.execPath, args, env, signal });
  writePrivately(kept, sourcesAndOutputs());
}

/**
 * Names, sizes and times of all that a build reads and writes. The same as after the last build: there is nothing to do, and no need to
 * ask for it, which takes a second.
 * @returns {string}
 */
function sourcesAndOutputs() {
  const sum = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const { size, mtimeMs } = statSync(path);
    sum.update(`${path} ${size} ${mtimeMs}\n`);
  };
  /** @param {string} path */
  const addFolder = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) addFolder(join(path, entry.name));
      else if (entry.isFile()) add(join(path, entry.name));
    }
  };
  for (const name of ['package-lock.json', 'tsconfig.base.json', 'turbo.json']) add(join(repositoryRoot, name));
  for (const name of ['packages', 'apps']) addFolder(join(repositoryRoot, name));
  return sum.update(process.version).digest('hex');
}
