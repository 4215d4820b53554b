import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comesTrue, openPage } from '../testing/open-pages.js';
import type { Json } from '../testing/test-api.js';
import { leaks, type Side, startTwoClusters, type TwoClusters } from '../testing/two-clusters.js';

/** What changes in the one cluster is not felt in the other: no event, no new tag, no later date, no number. */
let two: TwoClusters;
let address: string;
beforeAll(async () => {
  two = await startTwoClusters();
  await two.api.app.listen(0, '127.0.0.1');
  address = await two.api.app.getUrl();
});
afterAll(() => two.close());

const sides = ['energy', 'life'] as const;

/** Facts of every kind are recorded, one of them by the manager; reminders come and go. */
async function changeAll({ slug, manager, mark }: Side): Promise<void> {
  const at = `/api/v1/clusters/${slug}`;
  const reason = `Ændret ${mark}`;
  const statuses = [
    await two.officer.send('POST', `${at}/confirmations`, { source: null, reason }),
    await two.officer.send('POST', `${at}/notes`, { text: `Endnu en ${mark}` }),
    await manager.send('POST', `${at}/audits`, {
      level: 'gold',
      firstDayOn: '2027-03-01',
      lastDayOn: '2027-03-01',
      mode: 'video',
      place: null,
      reason,
    }),
    await manager.send('POST', `${at}/corrections`, {
      awardId: null,
      proposedLevel: null,
      proposedValidUntil: null,
      text: `Ny rettelse ${mark}`,
    }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([200, 200, 200, 200]);
  await two.api.database.dataSource.query(
    `update reminder set attempts = attempts + 1, state = 'failed', failed_because = 'refused', failed_at = now()
     where cluster_id = (select id from cluster where slug = $1) and state = 'planned'`,
    [slug],
  );
}

/** Answers that carry a tag, a version, a date of the newest fact or numbers. */
const watched = ({ slug }: Side) => [
  '/portfolio',
  '/portfolio?on=2026-10-01',
  `/clusters/${slug}`,
  '/reminders',
  `/clusters/${slug}/history`,
  '/me',
];

describe.each(sides)('while the other cluster changes, for the manager of %s', (mine) => {
  test('tags, versions, dates and numbers stand still, and move with the own', async () => {
    const side = two.sides[mine];
    const answers = () => Promise.all(watched(side).map(async (path) => side.manager.get(`/api/v1${path}`)));
    // Whether the queue answers in time hangs on how busy the machine is, and on no cluster.
    const steady = ({ health, ...body }: Json) => ({ ...body, ...(health && { health: { ...health, isQueueAway: null } }) });
    const seen = async () => (await answers()).map(({ status, headers, body }) => ({ status, tag: headers['etag'], body: steady(body) }));
    const before = await seen();
    expect(before.filter(({ tag }) => tag !== undefined)).toHaveLength(4);
    await changeAll(two.other(side));
    expect(await seen()).toEqual(before);
    for (const [index, path] of watched(side).entries()) {
      const tag = before[index]?.tag;
      if (tag === undefined) continue;
      expect((await side.manager.get(`/api/v1${path}`, { 'if-none-match': String(tag) })).status, path).toBe(304);
    }
    await changeAll(side);
    const after = await seen();
    expect(after.filter(({ tag }, index) => tag !== before[index]?.tag)).toHaveLength(4);
  });

  test('nothing is told to an open page', async () => {
    const side = two.sides[mine];
    const foreign = two.other(side);
    const page = await openPage(address, side.manager.cookie);
    const ofOfficer = await openPage(address, two.officer.cookie);
    await changeAll(foreign);
    expect(await comesTrue(() => ofOfficer.events.some(({ slug }) => slug === foreign.slug), 30_000)).toBe(true);
    await changeAll(side);
    expect(await comesTrue(() => page.events.some(({ slug }) => slug === side.slug), 30_000)).toBe(true);
    expect(page.events.filter(({ slug }) => slug !== side.slug && slug !== null)).toEqual([]);
    expect(leaks({ body: page.events, headers: {} }, foreign)).toEqual([]);
    page.close();
    ofOfficer.close();
  });

  test('no news', async () => {
    const side = two.sides[mine];
    const { until, today } = (await side.manager.get('/api/v1/news')).body;
    await side.manager.send('POST', '/api/v1/news/looked', { until, today });
    await changeAll(two.other(side));
    const news = await side.manager.get('/api/v1/news');
    expect(news.body).toMatchObject({ items: [], counts: [], otherChanges: 0 });
    expect(leaks(news, two.other(side))).toEqual([]);
    await changeAll(side);
    expect(JSON.stringify((await side.manager.get('/api/v1/news')).body)).toContain(side.slug);
  });

  test('a note about the own cluster moves no date and is no news', async () => {
    const { slug, manager } = two.sides[mine];
    const { until, today } = (await manager.get('/api/v1/news')).body;
    await manager.send('POST', '/api/v1/news/looked', { until, today });
    const recordedAt = async () => (await manager.get('/api/v1/portfolio')).body.dataRecordedAt;
    const before = await recordedAt();
    await two.officer.send('POST', `/api/v1/clusters/${slug}/notes`, { text: 'Fortroligt om ledelsen' });
    expect(await recordedAt()).toBe(before);
    expect((await manager.get('/api/v1/news')).body).toMatchObject({ items: [], otherChanges: 0 });
  });
});
