import { recordAs, systemActor } from '@klyngevagt/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordedClock } from '../testing/recorded-clock.js';
import { type Client, type Json, startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
let manager: Client;
const path = '/api/v1/days-without';
const rowOf = (body: Json, slug: string) => body.rows.find((row: Json) => row.slug === slug);

/** Example 2 on a real duty: gold to 30 April 2025; a renewal approved on 15 January 2026 and recorded on the 20th. */
beforeAll(async () => {
  api = await startTestApi();
  const clock = recordedClock(api.database);
  await clock.backdate('2021-01-01T12:00:00Z');
  const write = (sql: string) => recordAs(api.database.dataSource, systemActor('test'), (transaction) => transaction.query(sql));
  const cluster = `(select id from cluster where slug = 'clean')`;
  const award = (kind: string, approved: string, from: string, to: string) =>
    write(`insert into award (cluster_id, level, kind, approved_on, valid_from, valid_until, valid_until_basis, source, confidence, revision)
      values (${cluster}, 'gold', '${kind}', '${approved}', '${from}', '${to}', 'certificate', 'Regneeksempel', 'illustrative', 1)`);
  await clock.setTo('2021-01-02T10:00:00Z');
  await write(`delete from award where cluster_id = ${cluster}`);
  await write(`delete from membership where cluster_id = ${cluster}`);
  await write(`insert into membership (cluster_id, programme_id, starts_on, member, bound, source, confidence, revision)
    select ${cluster}, id, starts_on, 'yes', 'yes', 'Regneeksempel', 'illustrative', 1 from programme where slug = 'klyngeprogram-2025-2028'`);
  await write(`insert into record_confirmation (cluster_id, confirmed_on, source, confidence, revision)
    values (${cluster}, '2021-01-02', 'Regneeksempel', 'illustrative', 1)`);
  await award('first', '2023-04-01', '2023-04-01', '2025-04-30');
  await clock.setTo('2026-01-20T10:00:00Z');
  await award('renewal', '2026-01-15', '2025-05-01', '2028-04-30');
  await clock.release();
  [officer, manager] = await Promise.all([api.as('officer'), api.as('manager')]);
});
afterAll(() => api.close());

describe('days without a level', () => {
  test('as known now and as known when the period ended; the difference is marked and the arithmetic adds up', async () => {
    const { status, body } = await officer.get(`${path}?from=2025-01-01&to=2025-12-31&programme=klyngeprogram-2025-2028`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ level: 'gold', countedTo: '2025-12-31', known: null, knownThen: '2025-12-31T22:59:59.999999Z' });
    const row = rowOf(body, 'clean');
    expect(row).toMatchObject({ differs: true, illustrative: true, now: { days: 0, unknownDays: 0, boundDays: 365, spans: [] } });
    expect(row.atEnd).toMatchObject({ days: 245, boundDays: 365, arithmetic: '245 dage' });
    expect(row.atEnd.spans).toEqual([
      { from: '2025-05-01', to: '2025-12-31', days: 245, status: 'renewable', verdict: 'renewable', counts: true },
    ]);
    for (const one of body.rows) {
      for (const { days, unknownDays, spans } of [one.now, one.atEnd]) {
        const sum = (counts: boolean) => spans.reduce((total: number, span: Json) => total + (span.counts === counts ? span.days : 0), 0);
        expect([days, unknownDays]).toEqual([sum(true), sum(false)]);
      }
    }
    const sumOf = (key: 'now' | 'atEnd') => body.rows.reduce((total: number, one: Json) => total + one[key].days, 0);
    expect([body.totals.now.days, body.totals.atEnd.days]).toEqual([sumOf('now'), sumOf('atEnd')]);
    expect(body.rows.map((one: Json) => one.now.days)).toEqual(
      body.rows.map((one: Json) => one.now.days).sort((a: number, b: number) => b - a),
    );
  });

  test('known bounds both answers: asked in 2025, nobody had heard of the renewal', async () => {
    const { body } = await officer.get(`${path}?from=2025-01-01&to=2025-12-31&known=2026-01-19`);
    expect(rowOf(body, 'clean')).toMatchObject({ differs: false, now: { days: 245 } });
    const bound = (await officer.get(`${path}?from=2025-01-01&to=2025-12-31&known=2025-12-31`)).body;
    expect([bound.knownThen, rowOf(bound, 'clean').atEnd]).toEqual([null, null]);
  });

  test('a period that is not over is counted through today and has no second answer', async () => {
    const { body } = await officer.get(`${path}?from=2026-11-01&to=2027-06-30`);
    expect(body).toMatchObject({ to: '2027-06-30', countedTo: '2026-11-25', knownThen: null });
    expect(rowOf(body, 'clean').now.boundDays).toBe(25);
  });

  test.each([
    ['from=2025-12-31&to=2025-01-01', { status: 400, body: { code: 'date-order', errors: [{ field: 'to' }] } }],
    ['from=2027-01-01&to=2027-12-31', { status: 400, body: { code: 'invalid-input', errors: [{ field: 'from' }] } }],
    ['from=2025-01-01', { status: 400, body: { errors: [{ field: 'to' }] } }],
    ['from=2025-01-01&to=2025-12-31&level=platinum', { status: 400, body: { errors: [{ field: 'level' }] } }],
    ['from=2025-01-01&to=2025-12-31&programme=no-such', { status: 404 }],
  ])('%s is refused', async (query, refusal) => expect(await officer.get(`${path}?${query}`)).toMatchObject(refusal));

  test('a manager sees the own clusters and their sum, a stranger nothing', async () => {
    const own = (await manager.get('/api/v1/portfolio')).body.rows.map(({ slug }: Json) => slug).sort();
    const { body } = await manager.get(`${path}?from=2025-01-01&to=2025-12-31`);
    expect(body.rows.map(({ slug }: Json) => slug).sort()).toEqual(own);
    expect(body.totals.now.boundDays).toBe(body.rows.reduce((total: number, row: Json) => total + row.now.boundDays, 0));
    expect((await api.stranger.get(`${path}?from=2025-01-01&to=2025-12-31`)).status).toBe(401);
  });
});
