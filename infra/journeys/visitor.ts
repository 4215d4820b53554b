import { type Browser, type BrowserContext, chromium, type Locator, type Page, type Request, type Response } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { browserArguments, cookieOf, type DemoRole } from './product.mjs';

/** Somebody in front of a browser of their own. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** What must not happen while a page is used: errors, requests that lead out of the product, answers that refuse. */
  troubles: string[];
  /** Every answer so far. */
  responses: Response[];
  /** What each of them said, where it said something in words; scripts and styles are the same for everyone. */
  answers: Promise<string | null>[];
}

interface VisitOptions {
  width?: number;
  height?: number;
  /** Answers that this journey means to get refused: their addresses. A failure of the server is never meant. */
  refusals?: RegExp;
}

const desk = { width: 1440, height: 900 };
/** How long is waited for something to come true: long enough for a busy machine, and never used up on any other. */
const patience = 45_000;
/** What a browser writes when an answer refuses; the answer itself is looked at. */
const saysThatAnAnswerRefused = /^Failed to load resource/;

/**
 * Opens browsers for the tests of a file and closes them after each; a test during which something went wrong behind the page fails.
 * @returns visit: null for somebody who is not signed in
 */
export function useVisitors(): { visit(role: DemoRole | null, options?: VisitOptions): Promise<Visitor> } {
  const product = inject('product');
  const { publicUrl } = product;
  let browser: Browser;
  let open: Visitor[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const troubles = open.flatMap((visitor) => visitor.troubles);
    await Promise.all(open.map(({ context }) => context.close()));
    open = [];
    expect(troubles).toEqual([]);
  });

  return {
    visit: async (role, { width = desk.width, height = desk.height, refusals } = {}) => {
      const context = await browser.newContext({
        baseURL: publicUrl,
        viewport: { width, height },
        locale: 'da-DK',
        timezoneId: 'Europe/Copenhagen',
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(patience);
      if (role) await context.addCookies([cookieOf(product, role)]);
      const visitor: Visitor = { context, page: await context.newPage(), troubles: [], responses: [], answers: [] };
      watch(visitor, publicUrl, refusals);
      open.push(visitor);
      return visitor;
    },
  };
}

/** The Chromium that the test command found. */
function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: `npm test -- journeys` finds a browser and sets it.');
  return chromium.launch({ executablePath, args: browserArguments });
}

function watch({ context, troubles, responses, answers }: Visitor, publicUrl: string, refusals: RegExp | undefined): void {
  context.on('weberror', (error) => troubles.push(`thrown: ${error.error().message}`));
  context.on('console', (message) => {
    const isTold = message.type() === 'error' || message.type() === 'warning';
    if (isTold && !saysThatAnAnswerRefused.test(message.text())) troubles.push(`console: ${message.text()}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${publicUrl}/`) && !/^(blob|data|about):/.test(url)) troubles.push(`another origin: ${url}`);
  });
  // Read at once: a browser forgets what a page was told when the page is left.
  context.on('requestfinished', (request) => answers.push(wordsOf(request)));
  context.on('response', (response) => {
    responses.push(response);
    const isMeant = response.status() < 500 && refusals?.test(response.url());
    if (response.status() >= 400 && !isMeant) troubles.push(`${response.status()}: ${response.url()}`);
  });
}

async function wordsOf(request: Request): Promise<string | null> {
  const response = await request.response().catch(() => null);
  if (!response || response.status() === 304) return null;
  const { 'content-type': type = '', 'content-length': length } = response.headers();
  if (!/json|html|text\/plain/.test(type) || length === '0') return null;
  return `${response.url()}\n${await response.text().catch(() => unread)}`;
}

const unread = '(left before it was read)';

/** What the server has told this visitor so far: the address, a line break, the words. Ask before the page is left, so that all of it was read. */
export async function answersOf({ page, answers }: Visitor): Promise<string[]> {
  for (let seen = -1; seen < answers.length;) {
    seen = answers.length;
    await Promise.all(answers);
    await page.waitForTimeout(200);
  }
  const told = (await Promise.all(answers)).filter((answer) => answer !== null);
  return Promise.all(told.map((answer) => (answer.endsWith(unread) ? askedAgain(page, answer) : answer)));
}

/** News may make a page ask in the very moment in which it is left. The same session is told the same at the same address. */
async function askedAgain({ request }: Page, answer: string): Promise<string> {
  const address = answer.slice(0, answer.indexOf('\n'));
  return `${address}\n${await (await request.get(address)).text()}`;
}

/** Waits until it is on the page. */
export async function shows(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'visible' });
}

/** Waits until a value is as it should be: pages follow the server in their own time. */
export function eventually<T>(read: () => Promise<T> | T) {
  return expect.poll(read, { timeout: patience, interval: 100 });
}

/** Texts of a locator, without the unbreakable spaces that dates are set with. */
export async function textsOf(locator: Locator): Promise<string[]> {
  return (await locator.allInnerTexts()).map(plain);
}

export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
}
