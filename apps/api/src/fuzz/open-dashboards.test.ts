import { readdirSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comesTrue, type OpenPage, openPage } from '../testing/open-pages.js';
import { type Client, startTestApi, type TestApi } from '../testing/test-api.js';

/** A full house: many dashboards wait for news while somebody records something. */
const dashboards = 200;
const perSession = 20;
/** Long enough for a busy machine; what it took is printed. */
const toldWithinMs = 30_000;

let api: TestApi;
let address: string;
const sessions: { client: Client; isOfManager: boolean }[] = [];

beforeAll(async () => {
  api = await startTestApi();
  await api.app.listen(0, '127.0.0.1');
  address = await api.app.getUrl();
  for (let number = 0; number < dashboards / perSession; number += 1) {
    const isOfManager = number % 2 === 1;
    sessions.push({ client: await api.as(isOfManager ? 'manager' : 'officer'), isOfManager });
  }
});
afterAll(() => api.close());

interface Dashboard extends OpenPage {
  isOfManager: boolean;
}

async function openAll(): Promise<Dashboard[]> {
  const opened = sessions.map(async ({ client, isOfManager }) => {
    const pages = await Promise.all(Array.from({ length: perSession }, () => openPage(address, client.cookie)));
    return pages.map((page) => Object.assign(page, { isOfManager }));
  });
  return (await Promise.all(opened)).flat();
}

async function closeAll(pages: readonly OpenPage[]): Promise<void> {
  for (const page of pages) page.close();
  expect(await comesTrue(async () => (await connections()) === 0, 30_000)).toBe(true);
}

const connections = () =>
  new Promise<number>((resolve) => api.app.getHttpServer().getConnections((_: unknown, count: number) => resolve(count)));
const fileDescriptors = () => readdirSync('/proc/self/fd').length;
const heardOf = (pages: readonly OpenPage[], slug: string) =>
  pages.filter(({ events }) => events.some((event) => event.slug === slug)).length;

const audit = { level: 'gold', firstDayOn: '2027-02-01', lastDayOn: '2027-02-01', mode: 'video', place: null, reason: 'Aftalt i dag' };

test('a change reaches exactly the dashboards of those who may see it, within seconds', async () => {
  const pages = await openAll();
  expect(pages.filter(({ status }) => status === 200)).toHaveLength(dashboards);
  const ofOfficers = pages.filter(({ isOfManager }) => !isOfManager);
  const officer = await api.as('officer');

  const startedAt = Date.now();
  await officer.send('POST', '/api/v1/clusters/clean/audits', audit);
  expect(await comesTrue(() => heardOf(ofOfficers, 'clean') === ofOfficers.length, toldWithinMs)).toBe(true);
  console.info(`${ofOfficers.length} of ${pages.length} dashboards were told after ${Date.now() - startedAt} ms`);

  await officer.send('POST', '/api/v1/clusters/energy-cluster-denmark/audits', audit);
  expect(await comesTrue(() => heardOf(pages, 'energy-cluster-denmark') === dashboards, toldWithinMs)).toBe(true);
  const ofManagers = pages.filter(({ isOfManager }) => isOfManager);
  expect(heardOf(ofManagers, 'clean')).toBe(0);
  await closeAll(pages);
});

test('many changes at once reach all of them too', async () => {
  const pages = await openAll();
  const officer = await api.as('officer');
  const { body } = await officer.get('/api/v1/portfolio');
  const slugs = (body.rows as { slug: string }[]).map(({ slug }) => slug);
  await Promise.all(slugs.map((slug) => officer.send('POST', `/api/v1/clusters/${slug}/audits`, audit)));
  const ofOfficers = pages.filter(({ isOfManager }) => !isOfManager);
  const isTold = () => slugs.every((slug) => heardOf(ofOfficers, slug) === ofOfficers.length);
  expect(await comesTrue(isTold, toldWithinMs)).toBe(true);
  await closeAll(pages);
});

test('what open dashboards hold is given back when they close', async () => {
  const requests: WeakRef<IncomingMessage>[] = [];
  api.app.getHttpServer().on('request', (request: IncomingMessage) => requests.push(new WeakRef(request)));
  await closeAll(await openAll());
  const fileDescriptorsBefore = fileDescriptors();
  const grown: number[] = [];
  for (let round = 0, before = await settledMemory(); round < 4; round += 1) {
    await closeAll(await openAll());
    const after = await settledMemory();
    grown.push(after - before);
    before = after;
  }
  expect(fileDescriptors()).toBeLessThanOrEqual(fileDescriptorsBefore + 5);
  expect(requests.length).toBe(5 * dashboards);
  // Whatever the product keeps of a page by mistake (a listener, a timer) keeps its request; the server itself may hold its last ones.
  expect(requests.filter((request) => request.deref()).length).toBeLessThan(dashboards / 10);
  // Something smaller, such as a line in a list, adds up in every round; other growth (code that is compiled, a pool that fills) comes once.
  console.info(`${grown.map((bytes) => Math.round(bytes / 1024)).join(', ')} kB more after each ${dashboards} pages`);
  expect(Math.min(...grown)).toBeLessThan(dashboards * 2048);
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

async function settledMemory(): Promise<number> {
  api.log.length = 0;
  for (let round = 0; round < 4; round += 1) {
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process.memoryUsage().heapUsed;
}

test('one session holds a bounded number open; closing one makes room', async () => {
  const { cookie } = await api.as('reader');
  const pages = await Promise.all(Array.from({ length: perSession }, () => openPage(address, cookie)));
  expect(pages.map(({ status }) => status)).toEqual(Array.from({ length: perSession }, () => 200));
  const oneMore = await openPage(address, cookie);
  const withAnotherCookieBeside = await openPage(address, `a=b; ${cookie}`);
  expect([oneMore.status, withAnotherCookieBeside.status]).toEqual([429, 429]);
  expect((await openPage(address, (await api.as('reader')).cookie)).status).toBe(200);
  pages[0]?.close();
  const again = await comesTrue(async () => (await openPage(address, cookie)).status === 200, 30_000);
  expect(again).toBe(true);
});

test('a dashboard whose session cannot be looked up is let go, and the others are told', async () => {
  const { cookie } = await api.as('officer');
  const page = await openPage(address, cookie);
  await api.database.dataSource.query('alter table account_session rename to account_session_away');
  await api.database.dataSource.query(`select pg_notify('klyngevagt_changes', '{"of":"rules","version":1}')`);
  const isLetGo = await comesTrue(() => page.isOver, toldWithinMs);
  await api.database.dataSource.query('alter table account_session_away rename to account_session');
  expect(isLetGo).toBe(true);
  expect(page.events).not.toContainEqual({ slug: null, version: '1' });
});
