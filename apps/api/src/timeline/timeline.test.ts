import { recordAs, systemActor } from '@klyngevagt/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Json, startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
let manager: Client;

beforeAll(async () => {
  api = await startTestApi();
  [officer, manager] = await Promise.all([api.as('officer'), api.as('manager')]);
});
afterAll(() => api.close());

const get = async (path: string, client = officer): Promise<Json> => {
  const { status, body } = await client.get(`/api/v1${path}`);
  expect([path, status]).toEqual([path, 200]);
  return body;
};
const slugs = (rows: Json[]) => rows.map(({ slug }) => slug).sort();
/** The demonstration's cluster whose gold ends soon and that has booked nothing. */
const expiring = 'danish-life-science-cluster';

describe('timeline', () => {
  test('has a row for each cluster of the portfolio, the next deadline first, with the same status and bars', async () => {
    const [timeline, portfolio] = await Promise.all([get('/timeline'), get('/portfolio')]);
    expect(slugs(timeline.rows)).toEqual(slugs(portfolio.rows));
    for (const { recertifyBy: _, dates: __, projection: ___, ...row } of timeline.rows) {
      expect(portfolio.rows.find(({ slug }: Json) => slug === row.slug)).toMatchObject(row);
    }
    const days = timeline.rows.flatMap(({ recertifyBy }: Json) => recertifyBy ?? []);
    expect(days).toEqual([...days].sort());
    expect(timeline.coming).toMatchObject({ before: '2027-07-01', count: days.filter((day: string) => day < '2027-07-01').length });
    expect(timeline.coming.first).toMatchObject({ on: days[0] });
  });

  test('every day to recertify by stands in exactly one quarter', async () => {
    const { quarters, rows } = await get('/timeline');
    const dated = rows.filter((row: Json) => row.recertifyBy !== null);
    expect(dated).not.toEqual([]);
    for (const { slug, recertifyBy } of dated) {
      const holding = quarters.filter(({ clusters }: Json) => clusters.includes(slug));
      expect(holding).toHaveLength(1);
      expect(holding[0].startsOn <= recertifyBy && recertifyBy <= holding[0].endsOn).toBe(true);
    }
    expect(quarters[0]).toMatchObject({ startsOn: '2026-10-01', endsOn: '2026-12-31' });
  });

  test('any day and any recorded time can be asked about', async () => {
    expect(await get('/timeline?on=2027-03-01')).toMatchObject({ on: '2027-03-01', today: '2026-11-25' });
    expect((await officer.get('/api/v1/timeline?known=2099-01-01')).body.code).toBe('known-in-future');
  });

  test('a manager sees the own clusters, their quarters and their dates only', async () => {
    const own = slugs((await get('/portfolio', manager)).rows);
    const { rows, quarters } = await get('/timeline', manager);
    expect(slugs(rows)).toEqual(own);
    const shown = quarters.flatMap(({ clusters }: Json) => clusters);
    expect(shown).not.toEqual([]);
    expect(shown.filter((slug: string) => !own.includes(slug))).toEqual([]);
  });
});

describe('chain', () => {
  test('each step has its slack in working days, its rule with source, and one of them binds', async () => {
    const [{ chain }, detail] = await Promise.all([get(`/clusters/${expiring}/chain`), get(`/clusters/${expiring}`)]);
    expect(chain.steps.map(({ step, latestOn }: Json) => [step, latestOn])).toEqual(
      detail.chain.steps.map(({ step, latestOn }: Json) => [step, latestOn]),
    );
    const order = chain.steps.find(({ step }: Json) => step === 'order');
    expect(order).toMatchObject({ slackWorkingDays: detail.chain.slackWorkingDays, binds: true });
    expect(order.rule).toMatchObject({ label: 'Booking 60 dage før audit', confidence: 'assumption' });
    expect(chain.steps.filter(({ binds }: Json) => binds)).toHaveLength(1);
  });

  test('a step that a closed day rolled back says which day and why', async () => {
    const { chain } = await get(`/clusters/${expiring}/chain?on=2026-11-25`);
    const rolled = chain.steps.filter(({ rolledBack }: Json) => rolledBack !== null);
    expect(rolled).not.toEqual([]);
    for (const { rolledBack, latestOn } of rolled) {
      expect(rolledBack.from > latestOn).toBe(true);
      expect(rolledBack.because.length).toBeGreaterThan(2);
    }
  });
});

describe('an audit that is tried', () => {
  const trial = async (query: string) => (await get(`/clusters/${expiring}/audit-trial?${query}`)).trial;

  test('on the last safe day it is in time, a working day later not', async () => {
    const { chain } = await get(`/clusters/${expiring}/chain`);
    const last = chain.steps.find(({ step }: Json) => step === 'audit').latestOn;
    const inTime = await trial(`firstDayOn=${last}`);
    expect(inTime).toMatchObject({ inTime: true, lastDayOn: last, anchorOn: chain.anchorOn, validity: { kind: 'renewal' } });
    const [{ next }] = await api.database.dataSource.query(
      `select min(day)::date::text as next from generate_series($1::date + 1, $1::date + 60, interval '1 day') as day
       where $2::date - day::date < 42 and extract(isodow from day) < 6 and not exists (select 1 from closed_day where day_on = day::date)`,
      [last, chain.anchorOn],
    );
    expect(await trial(`firstDayOn=${next}`)).toMatchObject({ inTime: false });
  });

  test('a closed day is named, and an order that comes too late is said', async () => {
    expect((await trial('firstDayOn=2026-12-25')).closed).toEqual([{ on: '2026-12-25', because: expect.stringMatching(/jul/i) }]);
    expect((await trial('firstDayOn=2027-01-03')).closed).toEqual([{ on: '2027-01-03', because: 'søndag' }]);
    expect((await trial('firstDayOn=2026-12-01')).orderPassed).toBe(true);
  });

  test('saves nothing, and refuses an end before the beginning', async () => {
    const count = () => api.database.dataSource.query('select count(*)::int as rows from ledger');
    const before = await count();
    await trial('firstDayOn=2027-02-01&lastDayOn=2027-02-02');
    expect(await count()).toEqual(before);
    const refused = await officer.get(`/api/v1/clusters/${expiring}/audit-trial?firstDayOn=2027-02-02&lastDayOn=2027-02-01`);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'lastDayOn' }] } });
  });

  test('there is nothing to try where there is nothing to count from', async () => {
    const slug = 'made';
    const recorded = (sql: string) => recordAs(api.database.dataSource, systemActor('test'), (manager_) => manager_.query(sql, [slug]));
    await recorded(`delete from award where cluster_id = (select id from cluster where slug = $1)`);
    expect(await get(`/clusters/${slug}/audit-trial?firstDayOn=2027-02-02`)).toEqual({ trial: null });
    expect((await get(`/clusters/${slug}/chain`)).chain).toBeNull();
  });
});
