// @ts-check
/** Servers that a command starts for itself, and what becomes of them when it is killed: the next one of its kind clears them away. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removePostgres } from './postgres.mjs';
import { endLeftovers, forgetProcess, rememberProcess, rememberedProcess } from './processes.mjs';

/**
 * Names the servers of this process and clears away those whose process has ended. One that goes on beside this is left alone: a process is
 * told by its number and the time at which it started. The PostgreSQL bears the name, programs beside it are remembered as the name, a hyphen
 * and more.
 * @param {string} folder
 * @param {'test' | 'faults' | 'bench'} kind
 * @returns {Promise<{ name: string, forget: () => void }>}
 */
export async function claimName(folder, kind) {
  for (const name of namesOf(folder, kind)) if (rememberedProcess(folder, name) === null) await clear(folder, name);
  const name = `${kind}-${process.pid}`;
  rememberProcess(folder, name, process.pid);
  return {
    name,
    forget: () => {
      rmSync(join(folder, name), { recursive: true, force: true });
      forgetProcess(folder, name);
    },
  };
}

/**
 * @param {string} folder
 * @param {string} name
 */
async function clear(folder, name) {
  await endLeftovers(
    folder,
    remembered(folder).filter((one) => one.startsWith(`${name}-`)),
  );
  if (existsSync(join(folder, name))) await removePostgres({ localDir: folder, name });
  for (const log of filesIn(join(folder, 'logs'))) if (log.startsWith(`${name}-`)) rmSync(join(folder, 'logs', log));
  forgetProcess(folder, name);
}

/**
 * Everybody of a kind that left a folder, a process or a log behind.
 * @param {string} folder
 * @param {string} kind
 * @returns {Set<string>}
 */
function namesOf(folder, kind) {
  const form = new RegExp(`^${kind}-\\d+(?=-|\\.|$)`);
  const found = [...filesIn(folder), ...remembered(folder), ...filesIn(join(folder, 'logs'))];
  return new Set(found.flatMap((entry) => form.exec(entry) ?? []));
}

/** @param {string} folder */
const remembered = (folder) => filesIn(join(folder, 'pids')).map((file) => file.replace(/\.json$/, ''));

/** @param {string} folder */
const filesIn = (folder) => (existsSync(folder) ? readdirSync(folder) : []);
