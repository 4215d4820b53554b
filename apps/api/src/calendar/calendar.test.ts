import { CalendarEventRepository, DemoClockRepository, recordAs, systemActor } from '@klyngevagt/db';
import { calendarDate } from '@klyngevagt/scoring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Client, today } from '../testing/test-api.js';
import { leaks, startTwoClusters, type TwoClusters } from '../testing/two-clusters.js';
import { MinutePace } from '../http/minute-pace.js';

let two: TwoClusters;
beforeAll(async () => {
  two = await startTwoClusters();
});
afterAll(() => two.close());

const query = (sql: string, values: unknown[] = []) => two.api.database.dataSource.query(sql, values);
const record = (sql: string, values: unknown[]) =>
  recordAs(two.api.database.dataSource, systemActor('test'), (manager) => manager.query(sql, values));
const goTo = (day: string) => new DemoClockRepository(two.api.database.dataSource).set(calendarDate(day));

interface Feed {
  id: string;
  path: string;
}

async function subscribe(client: Client, cluster: string | null, language = 'da'): Promise<Feed> {
  const { status, body } = await client.send('POST', '/api/v1/calendar-feeds', { cluster, language });
  expect([status, body.address]).toEqual([200, expect.stringMatching(/\/api\/calendar\/[\w-]{43}\.ics$/)]);
  return { id: body.id, path: new URL(body.address).pathname };
}

/** A calendar has no session: the address is everything. */
async function read({ path }: Feed, headers: Record<string, string> = {}): Promise<Answer> {
  return two.api.stranger.get(path, headers);
}

interface ReadEvent {
  uid: string;
  summary: string;
  start: string;
  sequence: number;
  status: string;
}

/** Enough of the format for these tests; two readers of others' making check the bytes beside the generator. */
function eventsOf({ status, body }: Answer): ReadEvent[] {
  expect(status).toBe(200);
  const text = (body as string).replaceAll('\r\n ', '');
  return text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => {
      const value = (name: string) => new RegExp(`^${name}[^:]*:(.*)$`, 'm').exec(event)?.[1]?.trim() ?? '';
      return {
        uid: value('UID'),
        summary: value('SUMMARY'),
        start: value('DTSTART'),
        sequence: Number(value('SEQUENCE')),
        status: value('STATUS'),
      };
    });
}

const called = (events: readonly ReadEvent[], summary: RegExp) => {
  const [event, ...more] = events.filter((one) => summary.test(one.summary));
  expect([more.length, event]).toEqual([0, expect.anything()]);
  return event as ReadEvent;
};

describe('two clusters', () => {
  test('each manager’s calendar holds the own cluster and nothing of the other; the officer’s holds both', async () => {
    const { energy, life } = two.sides;
    for (const side of [energy, life]) {
      const answer = await read(await subscribe(side.manager, null));
      expect(answer.headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache' });
      expect(eventsOf(answer).length).toBeGreaterThan(3);
      expect(answer.body).toContain(`/my-cluster/${side.slug}`);
      expect(leaks(answer, two.other(side))).toEqual([]);
    }
    const both = await read(await subscribe(two.officer, null, 'en'));
    for (const { slug } of [energy, life]) expect(both.body).toContain(`/clusters/${slug}`);
    const one = await read(await subscribe(two.officer, life.slug));
    expect(leaks(one, energy)).toEqual([]);
  });

  test('what changes in the one leaves the other’s calendar as it is; the own change is told', async () => {
    const { energy, life } = two.sides;
    const feed = await subscribe(energy.manager, energy.slug);
    const tag = String((await read(feed)).headers['etag']);
    const confirm = (slug: string) => two.officer.send('POST', `/api/v1/clusters/${slug}/confirmations`, { source: null, reason: 'Set' });
    await confirm(life.slug);
    expect(await read(feed, { 'if-none-match': tag })).toMatchObject({ status: 304, body: '' });
    await confirm(energy.slug);
    expect((await read(feed, { 'if-none-match': tag })).status).toBe(200);
  });

  test('there is no link for a foreign cluster, and none of somebody else', async () => {
    const { energy, life } = two.sides;
    const refused = await energy.manager.send('POST', '/api/v1/calendar-feeds', { cluster: life.slug, language: 'da' });
    expect(refused.status).toBe(404);
    const [own] = (await life.manager.get('/api/v1/calendar-feeds')).body.feeds;
    expect((await two.admin.get('/api/v1/calendar-feeds')).body.feeds).toEqual([]);
    for (const change of ['renewal', 'revocation']) {
      expect((await two.admin.send('POST', `/api/v1/calendar-feeds/${own.id}/${change}`, {})).status).toBe(404);
    }
  });
});

test('an administrator sees whose links there are and closes one with a reason, which the audit trail keeps; nobody sees an address', async () => {
  const { life } = two.sides;
  const feed = await subscribe(life.manager, life.slug, 'en');
  await read(feed);
  const listed = async (): Promise<{ id: string; person: { name: string } }[]> =>
    (await two.admin.get('/api/v1/issued-calendar-feeds')).body.feeds;
  const found = (await listed()).find(({ id }) => id === feed.id);
  expect(found).toMatchObject({
    language: 'en',
    cluster: { slug: life.slug },
    createdAt: expect.any(String),
    lastUsedAt: expect.any(String),
  });
  expect(found).toHaveProperty('person', { id: expect.any(String), name: expect.any(String), email: expect.stringContaining('@') });
  const text = JSON.stringify(await listed());
  expect(text).not.toContain(feed.path.slice('/api/calendar/'.length, -'.ics'.length));
  expect(text).not.toMatch(/[0-9a-f]{64}/);

  const close = (body: object) => two.admin.send('POST', `/api/v1/issued-calendar-feeds/${feed.id}/revocation`, body);
  expect((await close({})).status).toBe(400);
  expect((await close({ reason: 'Telefonen er stjålet' })).status).toBe(200);
  expect((await close({ reason: 'Telefonen er stjålet' })).status, 'once').toBe(404);
  expect((await read(feed)).status).toBe(404);
  expect((await listed()).some(({ id }) => id === feed.id)).toBe(false);
  const trail = '/api/v1/audit-trail?entity=calendar_revocation';
  expect((await two.admin.get(trail)).body.entries).toMatchObject([
    { entityName: 'Lukket kalenderlink', reason: 'Telefonen er stjålet', subject: found?.person.name },
  ]);
  expect((await (await two.api.as('reader')).get(trail)).body.entries).toEqual([]);
});

describe('an event', () => {
  test('keeps its id when its day moves, and its sequence rises; back again, it rises once more', async () => {
    const { slug } = two.sides.life;
    const feed = { path: (await two.officer.send('POST', `/api/v1/calendar-feeds/${await idOf(slug)}/renewal`, {})).body.address };
    feed.path = new URL(feed.path).pathname;
    const readEnd = async () => called(eventsOf(await read(feed as Feed)), /Mærkets sidste gyldige dag/);
    const before = await readEnd();
    const move = (days: number) =>
      record(
        `update award set valid_until = (valid_until::date + $2::int)::text
         where valid_until = $3 and cluster_id = (select id from cluster where slug = $1)`,
        [slug, days, days > 0 ? iso(before.start) : addDays(iso(before.start), -days)],
      );
    await move(31);
    const moved = await readEnd();
    expect(moved).toMatchObject({ uid: before.uid, sequence: before.sequence + 1, status: 'CONFIRMED' });
    expect(iso(moved.start)).toBe(addDays(iso(before.start), 31));
    await move(-31);
    expect(await readEnd()).toMatchObject({ uid: before.uid, sequence: before.sequence + 2, start: before.start });
  });

  test('that no longer holds is told as cancelled for twelve months, and then no more', async () => {
    const { energy } = two.sides;
    const feed = await subscribe(two.admin, energy.slug);
    const audit = called(eventsOf(await read(feed)), /(^|\] )Audit – /);
    const { revision } = (await query('select revision from audit_booking where id = $1', [energy.ids.audit]))[0];
    const answer = await two.officer.send('POST', `/api/v1/audits/${energy.ids.audit}/decision`, {
      state: 'cancelled',
      revision,
      reason: 'Aflyst',
    });
    expect(answer.status).toBe(200);
    const find = async () => eventsOf(await read(feed)).find(({ uid }) => uid === audit.uid);
    expect(await find()).toMatchObject({ status: 'CANCELLED', sequence: audit.sequence + 1, summary: expect.stringMatching(/^Aflyst: /) });
    await goTo('2027-11-25');
    expect(await find()).toMatchObject({ status: 'CANCELLED', sequence: audit.sequence + 1 });
    await goTo('2027-11-26');
    expect(await find()).toBeUndefined();
    await goTo(today);
  });

  test('is remembered once, however many calendars ask at the same time, and never from a state that is over', async () => {
    await query('delete from calendar_event');
    const feed = await subscribe(await two.api.as('reader'), null);
    const answers = await Promise.all(Array.from({ length: 4 }, () => read(feed)));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);

    // As several servers would.
    const memory = two.api.app.get(CalendarEventRepository);
    const [cluster] = (await query(
      `select id as "clusterId", version::int from cluster join cluster_version on cluster_id = id where slug = $1`,
      [two.sides.energy.slug],
    )) as [{ clusterId: string; version: number }];
    const [{ rules }] = await query('select version::text as rules from rules_version');
    const on = calendarDate('2027-06-01');
    const event = { clusterId: cluster.clusterId, key: 'prøve', kind: 'end', startsOn: on, endsOn: on, digest: 'a' };
    const present = { clusters: [cluster], rules, today: calendarDate(today), events: [event] };
    const told = await Promise.all(Array.from({ length: 6 }, () => memory.remember(present)));
    const events = told.map((all) => all?.find(({ key }) => key === event.key));
    expect(new Set(events.map((one) => `${one?.id} ${one?.sequence}`)).size).toBe(1);
    expect(events[0]).toMatchObject({ sequence: 0, endedAs: null });
    expect(await memory.remember({ ...present, clusters: [{ ...cluster, version: cluster.version - 1 }], events: [] })).toBeNull();
    expect(await memory.remember({ ...present, rules: '0', events: [] })).toBeNull();
    expect(await query(`select 1 from calendar_event where key = 'prøve' and ended_on is null`)).toHaveLength(1);
  });

  test('of a document is not told to a reader, and nobody’s name to anybody', async () => {
    const { energy } = two.sides;
    await record(`update document set expires_on = '2027-05-01' where id = $1`, [energy.ids.document]);
    const feedOf = async (client: Client) => {
      const [feed] = (await client.get('/api/v1/calendar-feeds')).body.feeds;
      const { address } = (await client.send('POST', `/api/v1/calendar-feeds/${feed.id}/renewal`, {})).body;
      return read({ id: feed.id, path: new URL(address).pathname });
    };
    const [ofReader, ofManager] = [await feedOf(await two.api.as('reader')), await feedOf(energy.manager)];
    expect([ofManager, ofReader].map(({ body }) => body.includes('Dokument Vindrose'))).toEqual([true, false]);
    expect(ofReader.body.includes('Dokumentets')).toBe(false);
    const people = (await query('select name, email from person where name is not null')) as { name: string; email: string }[];
    const unfolded = [ofReader, ofManager].map(({ body }) => (body as string).replaceAll('\r\n ', '')).join('');
    expect(people.filter(({ name, email }) => unfolded.includes(name) || (email && unfolded.includes(email)))).toEqual([]);
  });
});

describe('a secret', () => {
  test('that is wrong, of another form, renewed or revoked is answered alike, and stands in no log', async () => {
    const reader = await two.api.as('reader');
    const feed = await subscribe(reader, two.sides.life.slug);
    const renewed = (await reader.send('POST', `/api/v1/calendar-feeds/${feed.id}/renewal`, {})).body.address as string;
    const paths = [feed.path, `/api/calendar/${'A'.repeat(43)}.ics`, '/api/calendar/x.ics', `/api/calendar/${'æ'.repeat(43)}.ics`];
    await reader.send('POST', `/api/v1/calendar-feeds/${feed.id}/revocation`, {});
    paths.push(new URL(renewed).pathname);
    const answers = await Promise.all(paths.map((path) => two.api.stranger.get(path)));
    const told = answers.map(({ status, body: { requestId: _, ...body } }) => ({ status, body }));
    expect(told).toEqual(paths.map(() => ({ status: 404, body: expect.objectContaining({ code: 'not-found' }) })));
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
    const secrets = paths.flatMap((path) => /[\w-]{43}/.exec(path)?.[0] ?? []);
    expect(secrets.length).toBeGreaterThan(2);
    expect(two.api.log.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
    expect(await query('select * from calendar_feed where secret_hash = any($1)', [secrets])).toEqual([]);
  });

  test('of the same reach is made once, and its use is noted', async () => {
    const { manager } = two.sides.life;
    const again = await manager.send('POST', '/api/v1/calendar-feeds', { cluster: null, language: 'en' });
    expect(again).toMatchObject({ status: 409, body: { code: 'already-exists' } });
    const { feeds, clusters } = (await manager.get('/api/v1/calendar-feeds')).body;
    expect(clusters.map(({ slug }: { slug: string }) => slug)).toEqual([two.sides.life.slug]);
    expect(feeds).toEqual([expect.objectContaining({ cluster: null, language: 'da', lastUsedAt: expect.any(String), renewedAt: null })]);
  });

  test('opens nothing any more once its owner lost the cluster, or left', async () => {
    const { life } = two.sides;
    const feed = await subscribe(life.manager, life.slug);
    expect((await read(feed)).status).toBe(200);
    const seat = `person_id = (select person_id from calendar_feed where id = $1)`;
    await record(`update person_cluster_role set starts_on = '2026-11-26' where ${seat}`, [feed.id]);
    expect((await read(feed)).status).toBe(404);
    await record(`update person_cluster_role set starts_on = '2026-11-25' where ${seat}`, [feed.id]);
    expect((await read(feed)).status).toBe(200);
    await record(`update person set role = null where id = (select person_id from calendar_feed where id = $1)`, [feed.id]);
    expect((await read(feed)).status).toBe(404);
  });
});

test('a calendar that asks every minute for an hour is answered each time; one that asks without end waits', async () => {
  const feed = await subscribe(two.admin, null);
  let tag = '';
  const statuses: number[] = [];
  for (let count = 0; count < 60; count += 1) {
    const answer = await read(feed, tag ? { 'if-none-match': tag } : {});
    statuses.push(answer.status);
    tag = String(answer.headers['etag']);
  }
  expect(statuses).toEqual([200, ...Array.from({ length: 59 }, () => 304)]);

  let now = 0;
  const pace = new MinutePace(120, () => now);
  const asked = Array.from({ length: 130 }, () => {
    const wait = pace.waitFor('one');
    pace.count('one');
    return wait;
  });
  expect([asked.filter((wait) => wait === null).length, asked.at(-1)]).toEqual([120, 60]);
  expect(pace.waitFor('another')).toBeNull();
  now = 60_000;
  expect(pace.waitFor('one')).toBeNull();
});

/** The officer's link of one cluster. */
async function idOf(slug: string): Promise<string> {
  const { feeds } = (await two.officer.get('/api/v1/calendar-feeds')).body as { feeds: { id: string; cluster: { slug: string } | null }[] };
  return feeds.find(({ cluster }) => cluster?.slug === slug)?.id ?? '';
}

const iso = (day: string) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
const addDays = (day: string, count: number) => new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
