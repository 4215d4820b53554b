// @ts-check
/** `npm run pictures`: takes the pictures of the README anew, of the demo day, from the product itself. */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { repositoryRoot } from '../local/local-folder.mjs';
import { chromium as findChromium } from '../local/machine-programs.mjs';
import { browserArguments, cookieOf, startProduct, stopProduct } from './product.mjs';

/** @type {{ file: string, address: string, role: import('./product.mjs').DemoRole, width: number, height: number }[]} */
const pictures = [
  { file: 'portfolio.png', address: '/portfolio', role: 'officer', width: 1440, height: 900 },
  { file: 'timeline.png', address: '/timeline', role: 'officer', width: 1440, height: 1040 },
  { file: 'my-cluster-phone.png', address: '/my-cluster/energy-cluster-denmark', role: 'manager', width: 390, height: 844 },
];
const heaviest = 300_000;

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('./product.mjs').Product} product
 * @param {(typeof pictures)[number]} picture
 */
async function take(browser, product, { file, address, role, width, height }) {
  const context = await browser.newContext({ baseURL: product.publicUrl, viewport: { width, height }, reducedMotion: 'reduce' });
  await context.addCookies([cookieOf(product, role)]);
  const page = await context.newPage();
  await page.goto(address);
  await page
    .getByRole('table')
    .or(page.getByRole('heading', { name: 'Opgaver' }))
    .first()
    .waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(500);
  const path = join(repositoryRoot, 'docs/pictures', file);
  await page.screenshot({ path, animations: 'disabled' });
  await context.close();
  const { size } = statSync(path);
  if (size > heaviest) throw new Error(`${file} is ${size} bytes, more than ${heaviest}`);
  console.log(`docs/pictures/${file} (${Math.round(size / 1000)} kB)`);
}

/** @type {(() => Promise<void>)[]} */
const stops = [];
try {
  mkdirSync(join(repositoryRoot, 'docs/pictures'), { recursive: true });
  const executablePath = findChromium();
  const product = await startProduct(stops);
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  stops.push(() => browser.close());
  for (const picture of pictures) await take(browser, product, picture);
} finally {
  await stopProduct(stops);
}
