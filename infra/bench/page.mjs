// @ts-check
/** What a browser loads and how long it waits, for the signed-in portfolio page: cold, in headless Chromium. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { chromium as engine } from 'playwright-core';
import { repositoryRoot } from '../local/local-folder.mjs';
import { chromium } from '../local/machine-programs.mjs';
import { median, print, say } from './measure.mjs';
import { startApi } from './place.mjs';

const rounds = 5;

/** @typedef {{ paths: string[], firstRowMs: number }} Visit */

/** @type {Promise<Visit[]> | null} */
let visited = null;

/** @param {import('./place.mjs').Place} place */
function visits(place) {
  visited ??= visit(place);
  return visited;
}

/**
 * @param {import('./place.mjs').Place} place
 * @returns {Promise<Visit[]>} none where there is no browser
 */
async function visit(place) {
  const program = browserOrNull();
  if (program === null) return [];
  const api = await startApi(place, 'api-page', await place.makeDatabase('page', 'demo'));
  const browser = await engine.launch({ executablePath: program, args: ['--no-sandbox'] });
  place.onClose(() => browser.close());
  // An API that has just begun tells each page to look once more: what changed before it listened is not known.
  await pause(21_000);
  const results = [];
  for (let round = 0; round < rounds; round += 1) {
    // A new context has an empty cache and has compiled nothing.
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'da-DK' });
    const [name = '', value = ''] = api.cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: api.url }]);
    const page = await context.newPage();
    /** @type {string[]} */
    const paths = [];
    page.on('request', (request) => {
      if (request.url().startsWith(api.url)) paths.push(new URL(request.url()).pathname);
    });
    const started = performance.now();
    await page.goto(`${api.url}/portfolio`, { waitUntil: 'commit' });
    await page.locator('tbody tr').first().waitFor({ timeout: 30_000 });
    const firstRowMs = performance.now() - started;
    await page.waitForLoadState('networkidle').catch(() => undefined);
    results.push({ paths, firstRowMs });
    await context.close();
  }
  await browser.close();
  await api.stop();
  return results;
}

function browserOrNull() {
  try {
    return chromium();
  } catch (error) {
    say(`skipped: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

/** Gzipped, whatever the server does: what the page needs, not how it was sent this time. */
export async function firstLoad(/** @type {import('./place.mjs').Place} */ place) {
  const [visit] = await visits(place);
  const files = visit ? visit.paths.filter((path) => /\.(js|css)$/.test(path)) : filesOfIndex();
  const sizes = [...new Set(files)].map((path) => gzipSync(readFileSync(join(repositoryRoot, 'apps/dashboard/dist', path))).length);
  const languages = new Set(files.map((path) => /\/(da|en)-[^/]+\.js$/.exec(path)?.[1]).filter(Boolean)).size;
  print({
    name: 'first-load',
    value: sizes.reduce((sum, size) => sum + size, 0) / 1000,
    unit: 'kB gzip',
    requests: visit?.paths.length,
    languages,
    limit: 200,
  });
}

/** Without a browser: what the page itself names. */
function filesOfIndex() {
  const html = readFileSync(join(repositoryRoot, 'apps/dashboard/dist/index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path ?? '');
}

export async function firstRow(/** @type {import('./place.mjs').Place} */ place) {
  const results = await visits(place);
  if (results.length === 0) return say('first-row: skipped, no browser');
  const times = results.map(({ firstRowMs }) => firstRowMs);
  print({ name: 'first-row', value: median(times), unit: 'ms', worst: Math.max(...times) });
}
