// @ts-check
/** Programs that tests need and npm cannot bring: a browser and a Redis. Found on the machine, else installed where that is ordinary. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @param {string[]} names names on the path, or whole paths
 * @returns {string | null}
 */
function findProgram(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = names.flatMap((name) => (/[\\/]/.test(name) ? [name] : folders.map((folder) => join(folder, name))));
  return candidates.find(isExecutable) ?? null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @returns {boolean} whether apt-get said yes
 */
function installOnDebian(name) {
  if (!existsSync('/etc/debian_version')) return false;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {string[]} args */
  const apt = (args) =>
    spawnSync(isRoot ? 'apt-get' : 'sudo', isRoot ? args : ['-n', 'apt-get', ...args], { stdio: 'ignore', env }).status === 0;
  return (
    apt(['install', '-y', '--no-install-recommends', name]) || (apt(['update']) && apt(['install', '-y', '--no-install-recommends', name]))
  );
}

const programFiles = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].filter(
  (path) => path !== undefined,
);

const chromiumNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...programFiles.flatMap((folder) => [
    join(folder, 'Google/Chrome/Application/chrome.exe'),
    join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
];

/**
 * @param {{ what: string, variable: string, names: string[], debianPackage: string }} program
 * @returns {string} its path
 */
function findOrInstall({ what, variable, names, debianPackage }) {
  const named = process.env[variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${variable}=${named} er ikke et program. / is not a program.`);
  }
  const found = findProgram(names) ?? (installOnDebian(debianPackage) ? findProgram(names) : null);
  if (found) return found;
  throw new Error(
    `${what} blev ikke fundet og kunne ikke installeres: installér den (Debian: apt-get install ${debianPackage}) eller sæt ${variable}. / ` +
      `${what} was neither found nor installed: install it, or set ${variable}.`,
  );
}

/** @returns {string} path of a Chromium, Chrome or Edge */
export const chromium = () =>
  findOrInstall({ what: 'Chromium', variable: 'CHROMIUM_PATH', names: chromiumNames, debianPackage: 'chromium' });

/** @returns {string} path of redis-server */
export const redisServer = () =>
  findOrInstall({ what: 'Redis', variable: 'REDIS_SERVER_PATH', names: ['redis-server', 'valkey-server'], debianPackage: 'redis-server' });
