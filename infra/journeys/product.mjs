// @ts-check
/** The whole product, started in a folder and on ports of its own, with a session of each role at hand. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCopy } from '../local/copy.mjs';
import { lastingPort } from '../local/ports.mjs';
import { removePostgres } from '../local/postgres.mjs';
import { childNames, endLeftovers, rememberProcess, rememberedProcess } from '../local/processes.mjs';

/** The demo day of every journey and picture: what is seen does not depend on when it is run. */
export const demoDay = '2026-11-25';

/** @typedef {'admin' | 'officer' | 'reader' | 'manager'} DemoRole */

/** @type {readonly DemoRole[]} */
const demoRoles = ['admin', 'officer', 'reader', 'manager'];

/**
 * @typedef {object} Product
 * @property {string} publicUrl
 * @property {string} mailboxUrl
 * @property {Record<DemoRole, string>} sessions the cookie of a session of each demo account
 */

/**
 * The session cookie of a demo account. Journeys that are not about signing in start with it.
 * @param {string} publicUrl
 * @param {DemoRole} role
 * @returns {Promise<string>} `name=value`
 */
async function signIn(publicUrl, role) {
  const answer = await fetch(`${publicUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl },
    body: JSON.stringify({ email: `${role}@klyngevagt.example`, password: 'klyngevagt-demo' }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!answer.ok || !cookie) throw new Error(`${role} could not sign in: ${answer.status}`);
  return cookie;
}

/**
 * A session as a browser takes it.
 * @param {Product} product
 * @param {DemoRole} role
 */
export function cookieOf({ sessions, publicUrl }, role) {
  const session = sessions[role];
  const at = session.indexOf('=');
  return { name: session.slice(0, at), value: session.slice(at + 1), url: publicUrl };
}

/** A sandbox of its own is what a browser refuses to make as root. */
export const browserArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Starts it; `stops` undoes in reverse order what was started, also when the start failed half-way.
 * @param {(() => Promise<void>)[]} stops
 * @returns {Promise<Product>}
 */
export async function startProduct(stops) {
  await clearLeftovers();
  const folder = mkdtempSync(join(tmpdir(), folderStart));
  rememberProcess(folder, owner, process.pid);
  stops.push(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  // The API takes it only once the database is filled: nobody who calls somebody may be given it meanwhile.
  const port = await lastingPort();
  const copy = await startCopy({ folder, port, today: demoDay, signal: new AbortController().signal, stops });
  /** @param {DemoRole} role */
  const entry = async (role) => /** @type {const} */ ([role, await signIn(copy.publicUrl, role)]);
  const entries = await Promise.all(demoRoles.map(entry));
  const sessions = /** @type {Record<DemoRole, string>} */ (Object.fromEntries(entries));
  return { publicUrl: copy.publicUrl, mailboxUrl: copy.mailboxUrl, sessions };
}

const folderStart = 'klyngevagt-journeys-';
/** Under this name each product's folder remembers the process that started it. */
const owner = 'journeys';

/** Products whose process was killed. One without an owner is being started at this moment, or is somebody else's. */
async function clearLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(folderStart))) {
    const folder = join(tmpdir(), name);
    if (!existsSync(join(folder, 'pids', `${owner}.json`)) || rememberedProcess(folder, owner) !== null) continue;
    await endLeftovers(folder, childNames);
    await removePostgres({ localDir: folder, name: 'postgres' });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {(() => Promise<void>)[]} stops */
export async function stopProduct(stops) {
  for (const stop of stops.reverse()) await stop();
}
