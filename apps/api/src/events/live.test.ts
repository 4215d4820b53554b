import { afterAll, beforeAll, expect, test } from 'vitest';
import { KeptAnswers } from '../present/kept-answers.js';
import { type Client, startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
let manager: Client;
let address: string;
beforeAll(async () => {
  api = await startTestApi();
  officer = await api.as('officer');
  manager = await api.as('manager');
  await api.app.listen(0, '127.0.0.1');
  address = await api.app.getUrl();
});
afterAll(() => api.close());

const audit = { level: 'gold', firstDayOn: '2027-02-01', lastDayOn: '2027-02-01', mode: 'video', place: null, reason: 'Aftalt i dag' };
const report = (slug: string) => officer.send('POST', `/api/v1/clusters/${slug}/audits`, audit);

interface Stream {
  events: { slug: string | null; version: string }[];
  isOver: boolean;
  close: () => void;
}

async function listen({ cookie }: Client): Promise<Stream> {
  const abort = new AbortController();
  const response = await fetch(`${address}/api/v1/events`, { headers: { cookie }, signal: abort.signal });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const stream: Stream = { events: [], isOver: false, close: () => abort.abort() };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      for (const line of decoder.decode(chunk as Uint8Array).split('\n'))
        if (line.startsWith('data: ')) stream.events.push(JSON.parse(line.slice(6)));
    }
    stream.isOver = true;
  })().catch(() => (stream.isOver = true));
  return stream;
}

async function until(isSo: () => boolean, limitMs = 30_000): Promise<void> {
  for (let waited = 0; waited < limitMs && !isSo(); waited += 50) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isSo()).toBe(true);
}

test('a change is told to those who may see the cluster, and to nobody else', async () => {
  const ofOfficer = await listen(officer);
  const ofManager = await listen(manager);
  await report('clean');
  await until(() => ofOfficer.events.some(({ slug }) => slug === 'clean'));
  await report('energy-cluster-denmark');
  await until(() => ofManager.events.some(({ slug }) => slug === 'energy-cluster-denmark'));
  expect(ofManager.events.filter(({ slug }) => slug !== 'energy-cluster-denmark' && slug !== null)).toEqual([]);
  ofOfficer.close();
  ofManager.close();
});

test('a page that begins to listen hears of what has just changed, if it may see it', async () => {
  await report('clean');
  const before = await listen(officer);
  await until(() => before.events.some(({ slug }) => slug === 'clean'));
  const [ofOfficer, ofManager] = [await listen(officer), await listen(manager)];
  await until(() => ofOfficer.events.some(({ slug }) => slug === 'clean'));
  await report('energy-cluster-denmark');
  await until(() => ofManager.events.some(({ slug }) => slug === 'energy-cluster-denmark'));
  expect(ofManager.events.filter(({ slug }) => slug === 'clean')).toEqual([]);
  for (const stream of [before, ofOfficer, ofManager]) stream.close();
});

test('a stranger hears nothing, and a session that ends stops hearing', async () => {
  expect((await fetch(`${address}/api/v1/events`)).status).toBe(401);
  const second = await api.as('officer');
  const stream = await listen(second);
  await second.send('POST', '/api/auth/sign-out', {});
  await report('made');
  await until(() => stream.isOver);
  expect(stream.events.filter(({ slug }) => slug === 'made')).toEqual([]);
});

test('an unchanged answer is not sent again; a change of what the caller may see makes it new', async () => {
  for (const path of ['/api/v1/portfolio', '/api/v1/clusters/energy-cluster-denmark', '/api/v1/reminders']) {
    const { headers } = await manager.get(path);
    const tag = String(headers['etag']);
    const again = await manager.get(path, { 'if-none-match': tag });
    expect(again, path).toMatchObject({ status: 304, body: '' });
    expect((await manager.get(path, { 'if-none-match': `"other", ${tag}` })).status, path).toBe(304);
    expect((await officer.get(path, { 'if-none-match': tag })).status).toBe(200);
  }
});

test('what hangs on the hour too is not kept for whoever asks again', async () => {
  const kept = api.app.get(KeptAnswers);
  for (const path of ['/api/v1/portfolio', '/api/v1/reminders']) await officer.get(path);
  expect([kept.has('/api/v1/portfolio'), kept.has('/api/v1/reminders')]).toEqual([true, false]);
});

test('the tag of a manager stands still when another cluster changes, and moves with the own', async () => {
  const tagOf = async (client: Client, path = '/api/v1/portfolio') => (await client.get(path)).headers['etag'];
  const before = await tagOf(manager);
  const ofOfficer = await tagOf(officer);
  await report('clean');
  expect(await tagOf(manager)).toBe(before);
  expect(await tagOf(officer)).not.toBe(ofOfficer);
  await report('energy-cluster-denmark');
  expect(await tagOf(manager)).not.toBe(before);
});

test('the tag depends on language and day asked about', async () => {
  const tagOf = async (path: string) => (await officer.get(path)).headers['etag'];
  const danish = await tagOf('/api/v1/portfolio');
  expect(await tagOf('/api/v1/portfolio?on=2026-11-24')).not.toBe(danish);
  await officer.send('PATCH', '/api/v1/me/language', { language: 'en' });
  expect(await tagOf('/api/v1/portfolio')).not.toBe(danish);
  await officer.send('PATCH', '/api/v1/me/language', { language: 'da' });
});

test('a refusal carries no tag', async () => {
  expect((await manager.get('/api/v1/clusters/clean')).headers['etag']).toBeUndefined();
});

test('the API ends although pages are open', async () => {
  const other = await startTestApi();
  await other.app.listen(0, '127.0.0.1');
  const { cookie } = await other.as('officer');
  const response = await fetch(`${await other.app.getUrl()}/api/v1/events`, { headers: { cookie } });
  const reading = response.text().catch(() => '');
  // A server that waited for the page to leave would wait here until the test is given up.
  await other.app.close();
  await reading;
  await other.database.drop();
});
