import { recordAs, systemActor } from '@klyngevagt/db';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { realToday } from '../clock.js';
import { recordedClock } from '../testing/recorded-clock.js';
import { type Client, type Json, startTestApi, type TestApi, today } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
let manager: Client;
const clock = () => recordedClock(api.database);
beforeAll(async () => {
  api = await startTestApi();
  await clock().backdate('2026-01-01T12:00:00Z');
  [officer, manager] = await Promise.all([api.as('officer'), api.as('manager')]);
});
afterEach(() => clock().release());
afterAll(() => api.close());

const write = (sql: string, values: unknown[] = [], actor = systemActor('test')) =>
  recordAs(api.database.dataSource, actor, (transaction) => transaction.query(sql, values));
const setCity = (city: string, slug: string) =>
  write('update cluster set city = $1, revision = revision + 1 where slug = $2', [city, slug]);
const rowOf = (body: Json, slug: string) => body.rows.find((row: Json) => row.slug === slug);
const portfolio = '/api/v1/portfolio';
async function nextMillisecond(): Promise<void> {
  const now = new Date().toISOString();
  await vi.waitFor(() => expect(new Date().toISOString() > now).toBe(true));
}

describe('what a request may ask', () => {
  test('a time that has not come is refused with a problem of its own, in the language of the caller', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    for (const known of [tomorrow, tomorrow.slice(0, 10), '2099-12-31']) {
      const { status, body, headers } = await officer.get(`${portfolio}?known=${known}`);
      expect([status, body.code, body.title]).toEqual([400, 'known-in-future', 'Den dag er ikke gået endnu']);
      expect(headers['etag']).toBeUndefined();
    }
  });

  test('the day that is not over yet is a time that has not come', async () => {
    let day, answer;
    do {
      day = realToday();
      answer = await officer.get(`${portfolio}?known=${day}`);
      // Asked over midnight, the day is over.
    } while (day !== realToday());
    expect(answer).toMatchObject({ status: 400, body: { code: 'known-in-future' } });
  });

  test.each(['2026-02-30', 'yesterday', '2026-01-01T25:00:00Z', '0000-01-01T00:00:00Z', '2026-01-01T00:00:00', '9999-12-31T00:00:00Z'])(
    'known=%s is a mistake in a field',
    async (known) =>
      expect(await officer.get(`${portfolio}?known=${known}`)).toMatchObject({ status: 400, body: { errors: [{ field: 'known' }] } }),
  );

  test('a day stands for its end in Copenhagen, an instant keeps its microseconds and any offset', async () => {
    const knownOf = async (known: string) => (await officer.get(`${portfolio}?known=${encodeURIComponent(known)}`)).body.known;
    expect(await knownOf('2026-03-28')).toBe('2026-03-28T22:59:59.999999Z');
    expect(await knownOf('2026-03-29')).toBe('2026-03-29T21:59:59.999999Z');
    expect(await knownOf('2026-06-30T12:00:00.123456+02:00')).toBe('2026-06-30T10:00:00.123456Z');
    expect(await knownOf('2026-06-30T12:00:00+23:59')).toBe('2026-06-29T12:01:00.000000Z');
    expect((await officer.get(portfolio)).body.known).toBeNull();
  });

  test('nothing is written while looking at what was known then', async () => {
    const audit = { firstDayOn: '2027-01-11', lastDayOn: '2027-01-11', form: 'video', level: 'gold', reason: 'Aftalt' };
    const answer = await officer.send('POST', '/api/v1/clusters/clean/audits?known=2026-03-01', audit);
    expect(answer).toMatchObject({ status: 409, body: { code: 'looking-back' } });
  });
});

describe('facts of a cluster', () => {
  test('everything that is read stands as it was known, on both sides of a change', async () => {
    await clock().setTo('2026-05-05T10:00:00Z');
    await setCity('Skagen', 'clean');
    const cityKnown = async (known: string) => (await officer.get(`/api/v1/clusters/clean${known}`)).body.city;
    const before = await cityKnown('?known=2026-05-04');
    expect(before).not.toBe('Skagen');
    expect(await cityKnown('?known=2026-05-05')).toBe('Skagen');
    expect(await cityKnown('?known=2026-05-05T09:59:59.999999Z')).toBe(before);
    expect(await cityKnown('?known=2026-05-05T10:00:00Z')).toBe('Skagen');
    expect(await cityKnown('')).toBe('Skagen');
    const entries = async (known: string) => (await officer.get(`/api/v1/clusters/clean/history${known}`)).body.entries.length;
    expect((await entries('?known=2026-05-05')) - (await entries('?known=2026-05-04'))).toBe(1);
  });

  test('what had not been recorded did not exist', async () => {
    const { body } = await officer.get(`${portfolio}?known=2025-12-31`);
    expect([body.rows, body.programmes]).toEqual([[], []]);
    expect((await officer.get('/api/v1/clusters/clean?known=2025-12-31')).status).toBe(404);
    expect((await officer.get('/api/v1/rules?known=2025-12-31')).body.rules).toEqual([]);
    expect((await officer.get('/api/v1/rules?known=2026-01-01')).body.rules.length).toBeGreaterThan(0);
  });

  test('rules too: a horizon that was changed later does not touch what was known', async () => {
    const horizon = async (known: string) => (await officer.get(`${portfolio}${known}`)).body.horizonDays;
    expect(await horizon('?known=2026-06-30')).toBe(180);
    await clock().setTo('2026-07-01T10:00:00Z');
    await write(`update figure_rule set value = 90, revision = revision + 1 where key = 'expiring-horizon-days'`);
    expect([await horizon(''), await horizon('?known=2026-07-01'), await horizon('?known=2026-06-30')]).toEqual([90, 90, 180]);
    await clock().setTo('2026-07-02T10:00:00Z');
    await write(`update figure_rule set value = 180, revision = revision + 1 where key = 'expiring-horizon-days'`);
  });

  test('example 8: not known whether a member, recorded in 2026 as none, is unknown then and not bound now', async () => {
    const [{ id: programmeId }] = await write(`select id from programme where slug = 'klyngeprogram-2025-2028'`);
    await clock().setTo('2026-02-01T10:00:00Z');
    await write(`delete from membership where cluster_id = (select id from cluster where slug = 'clean') and programme_id = $1`, [
      programmeId,
    ]);
    await clock().setTo('2026-03-01T10:00:00Z');
    await write(
      `insert into membership (cluster_id, programme_id, starts_on, member, bound, source, confidence, revision)
       select id, $1, '2025-01-01', 'no', 'no', 'Regneeksempel', 'illustrative', 1 from cluster where slug = 'clean'`,
      [programmeId],
    );
    const verdict = async (known: string) =>
      rowOf((await officer.get(`${portfolio}?on=2025-01-01${known}&programme=klyngeprogram-2025-2028`)).body, 'clean').verdict;
    expect(await verdict('&known=2026-02-28')).toBe('unknown');
    expect(await verdict('&known=2026-03-01')).toBe('not-bound');
    expect(await verdict('')).toBe('not-bound');
  });

  test('words that were written anew since are not shown as those of then, and none where there were none', async () => {
    const page = async (known: string) => (await officer.get(`/api/v1/clusters/clean${known}`)).body.awards;
    const [{ id }] = await page('');
    const note = (text: string) => write('update award set note = $1, revision = revision + 1 where id = $2', [text, id]);
    const noteAt = async (known: string) => (await page(known && `?known=${known}`)).find((one: Json) => one.id === id).note;
    await clock().setTo('2026-04-01T10:00:00Z');
    await note('Første ord');
    expect(await noteAt('2026-04-01')).toBe('Første ord');
    await clock().setTo('2026-05-01T10:00:00Z');
    await note('Andre ord');
    expect([await noteAt('2026-03-31'), await noteAt('2026-04-01'), await noteAt('2026-05-01')]).toEqual([null, '…', 'Andre ord']);
    await write('update award set note = null, salt = null, revision = revision + 1 where id = $1', [id]);
    expect([await noteAt('2026-04-01'), await noteAt('2026-05-01'), await noteAt('')]).toEqual([null, null, null]);
  });

  test('scope and permissions are those of today: a foreign cluster is 404 at any recorded time', async () => {
    const own = (await manager.get(`${portfolio}?known=2026-08-01`)).body.rows.map(({ slug }: Json) => slug);
    expect(own).toEqual((await manager.get(portfolio)).body.rows.map(({ slug }: Json) => slug));
    const foreign = (await officer.get(portfolio)).body.rows.find(({ slug }: Json) => !own.includes(slug)).slug;
    for (const path of [`/api/v1/clusters/${foreign}`, `/api/v1/clusters/${foreign}/history`]) {
      expect((await manager.get(`${path}?known=2026-08-01`)).status).toBe(404);
    }
  });
});

describe('reminders', () => {
  test('one that was planned later is left out, one that was sent later was still planned', async () => {
    const insert = `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state, sent_at, created_at)
      select cluster.id, 'gold:renewal:test', 'end', $1, '2027-03-31', person.id, 'officer', '2026-09-01', $2, $3, $4
      from cluster, person where cluster.slug = 'clean' and person.role = 'officer' limit 1 returning id`;
    const query = (values: unknown[]) => api.database.dataSource.query(insert, values) as Promise<{ id: string }[]>;
    const [sent] = await query([-30, 'sent', '2026-09-01T06:00:00Z', '2026-03-01T06:00:00Z']);
    const [late] = await query([0, 'planned', null, '2026-10-01T06:00:00Z']);
    const states = async (known: string) => {
      const { body } = await officer.get(`/api/v1/reminders?cluster=clean${known}`);
      return [sent, late].map((one) => body.reminders.find(({ id }: Json) => id === one?.id)?.state ?? null);
    };
    expect(await states('')).toEqual(['sent', 'planned']);
    expect(await states('&known=2026-09-01')).toEqual(['sent', null]);
    expect(await states('&known=2026-08-31')).toEqual(['planned', null]);
    expect(await states('&known=2026-08-31&state=sent')).toEqual([null, null]);
    expect((await officer.get(`/api/v1/reminders/${late?.id}/text?known=2026-08-31`)).status).toBe(404);
    const textThen = async () => (await officer.get(`/api/v1/reminders/${sent?.id}/text?on=2026-08-01&known=2026-08-31`)).body;
    expect(await textThen()).toMatchObject({ asSent: false });
    // Announced is what was planned by then, also where it has gone out since.
    const [gone] = await query([-10, 'sent', '2026-09-21T06:00:00Z', '2026-03-01T06:00:00Z']);
    for (const [id, dueOn] of [
      [gone?.id, '2026-09-21'],
      [late?.id, '2026-09-11'],
    ])
      await api.database.dataSource.query('update reminder set due_on = $1 where id = $2', [dueOn, id]);
    expect((await textThen()).text.replaceAll('\u00a0', ' ')).toContain('Næste påmindelse sendes 21. september 2026');
  });
});

describe('transactions that commit in another order than they were recorded', () => {
  const begun: ReturnType<TestApi['database']['dataSource']['createQueryRunner']>[] = [];
  const begin = async () => {
    const runner = api.database.dataSource.createQueryRunner();
    begun.push(runner);
    await runner.startTransaction();
    return runner;
  };
  afterEach(async () => {
    for (const runner of begun.splice(0)) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  });

  test('no answer is given that a late commit could change; once given it stays', async () => {
    const slow = await begin();
    await slow.query(`select set_config('klyngevagt.role', 'officer', true), set_config('klyngevagt.request_id', 'slow', true)`);
    await slow.query(`update cluster set city = 'Langsomt', revision = revision + 1 where slug = 'made'`);
    await setCity('Hurtigt', 'clean');
    // After everything recorded so far, also when it is cut to the millisecond.
    await nextMillisecond();
    const between = new Date().toISOString();
    await nextMillisecond();
    const ask = () => officer.get(`/api/v1/clusters/made?known=${between}`);

    const early = await officer.get('/api/v1/clusters/made?known=2026-08-01');
    expect(early.status).toBe(200);
    expect(await ask()).toMatchObject({ status: 503, body: { code: 'not-settled', title: 'Nogen er ved at registrere' } });
    expect((await officer.get('/api/v1/clusters/made')).body.city).not.toBe('Langsomt');

    await slow.commitTransaction();
    const first = await ask();
    expect([first.status, first.body.city]).toEqual([200, 'Langsomt']);
    await setCity('Bagefter', 'made');
    expect((await ask()).body.city).toBe('Langsomt');
    expect((await officer.get('/api/v1/clusters/made?known=2026-08-01')).body.city).toBe(early.body.city);
  });

  test('a transaction that has only read holds nothing up', async () => {
    const reader = await begin();
    await reader.query('select count(*) from cluster');
    const now = new Date().toISOString();
    await nextMillisecond();
    expect((await officer.get(`${portfolio}?known=${now}`)).status).toBe(200);
  });
});

describe('the tag of an answer', () => {
  const tagOf = async (query: string) => (await officer.get(`${portfolio}${query}`)).headers['etag'] as string;

  test('names the recorded time, and is met by 304', async () => {
    const tags = [await tagOf(''), await tagOf('?known=2026-08-01'), await tagOf('?known=2026-08-02')];
    expect(new Set(tags).size).toBe(3);
    expect((await officer.get(`${portfolio}?known=2026-08-01`, { 'if-none-match': tags[1] ?? '' })).status).toBe(304);
  });

  test('changes as the clock crosses midnight in Copenhagen, and only then', async () => {
    await api.database.dataSource.query('update demo_clock set today = null');
    vi.useFakeTimers({ toFake: ['Date'] });
    const at = async (instant: string) => {
      vi.setSystemTime(new Date(instant));
      const { body, headers } = await officer.get(portfolio);
      return { on: body.on, tag: headers['etag'] };
    };
    const [evening, lastMoment, midnight] = [
      await at('2026-11-25T20:00:00Z'),
      await at('2026-11-25T22:59:59.999Z'),
      await at('2026-11-25T23:00:00Z'),
    ];
    vi.useRealTimers();
    await api.database.dataSource.query('update demo_clock set today = $1', [today]);
    expect([evening.on, lastMoment.on, midnight.on]).toEqual(['2026-11-25', '2026-11-25', '2026-11-26']);
    expect(lastMoment.tag).toBe(evening.tag);
    expect(midnight.tag).not.toBe(evening.tag);
  });
});
