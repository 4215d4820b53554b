// @ts-check
/** The one folder where a local copy keeps everything that is not in the repository: data, secrets, logs, mails, pids. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * @typedef {object} LocalState What `npm start` tells the other commands about the copy that runs.
 * @property {string} databaseUrl
 * @property {string} publicUrl
 * @property {string} mailboxUrl
 * @property {string} smtpUrl
 */

/**
 * `LOCAL_DIR`, or `.local/` in the repository; made when missing, closed to other users, links resolved so that one folder has one name.
 * @returns {string}
 */
export function localFolder() {
  const path = resolve(repositoryRoot, process.env['LOCAL_DIR'] || '.local');
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return realpathSync(path);
}

/**
 * A generated secret that stays the same from start to start. Its first word tells production to refuse it.
 * @param {string} folder
 * @param {string} name
 * @returns {string}
 */
export function keptSecret(folder, name) {
  const path = join(folder, name);
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const secret = `local-${randomBytes(32).toString('base64url')}`;
  writePrivately(path, `${secret}\n`);
  return secret;
}

/**
 * Writes a file that only its owner can read, in one step: a reader sees the old content or the new, never half of it.
 * @param {string} path
 * @param {string} content
 */
export function writePrivately(path, content) {
  const draft = `${path}.${process.pid}.draft`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(draft, content, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, path);
}

/**
 * @param {string} folder
 * @returns {LocalState | null} null when this copy was never started
 */
export function readState(folder) {
  return readJson(join(folder, 'state.json'));
}

/**
 * @param {string} folder
 * @param {LocalState} state
 */
export function writeState(folder, state) {
  writePrivately(join(folder, 'state.json'), `${JSON.stringify(state, null, 2)}\n`);
}

/**
 * @param {string} path
 * @returns {any} null when the file is missing or not JSON
 */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
