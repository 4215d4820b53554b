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

describe('forecast of the portfolio', () => {
  test('begins with the portfolio of the day and is what later days answer while nothing happens', async () => {
    const forecast = await get('/forecast');
    expect(forecast.days).toHaveLength(25);
    for (const index of [0, 3, 12]) {
      const portfolio = await get(`/portfolio?on=${forecast.days[index]}`);
      const verdicts = Object.fromEntries(portfolio.rows.map(({ slug, verdict }: Json) => [slug, verdict]));
      expect(Object.fromEntries(forecast.rows.map((row: Json) => [row.slug, row.nothing.verdicts[index]]))).toEqual(verdicts);
    }
  });

  test('counts the holders of each month and names who falls out by the low point', async () => {
    const { rows, days, nothing, asBooked } = await get('/forecast');
    const held = (course: 'nothing' | 'asBooked', index: number) => rows.filter((row: Json) => row[course].holds[index]);
    expect(nothing.counts).toEqual(days.map((_: string, index: number) => held('nothing', index).length));
    expect(nothing.counts.every((count: number, index: number) => count <= asBooked.counts[index])).toBe(true);
    const at = days.indexOf(nothing.lowest.on);
    expect(nothing.lowest.count).toBe(Math.min(...nothing.counts));
    const lost = held('nothing', 0).filter((row: Json) => !row.nothing.holds[at]);
    expect(nothing.lowest.lost.map(({ slug }: Json) => slug).sort()).toEqual(lost.map(({ slug }: Json) => slug).sort());
  });

  test('a booked audit carries its cluster through the month in which the label would have ended', async () => {
    const { rows, days } = await get('/forecast');
    const booked = rows.find(({ asBooked }: Json) => asBooked.awards.length > 0);
    const [award] = booked.asBooked.awards;
    const after = days.findIndex((day: string) => day > award.validFrom);
    expect([booked.nothing.holds[after], booked.asBooked.holds[after]]).toEqual([false, true]);
    expect(award).toMatchObject({ because: 'booking', kind: 'renewal' });
  });

  test('another course is not offered without two renewals, and says how many there are', async () => {
    const { rows, usualPace } = await get('/forecast');
    const without = rows.filter(({ pace }: Json) => pace.renewals.length < 2);
    expect(without.every((row: Json) => row.usualPace === null && row.pace.medianDays === null)).toBe(true);
    const offered = rows.length - without.length;
    expect(usualPace?.offeredTo ?? 0).toBe(offered);
  });

  test('a day and a recorded time can be asked about; a time that has not come cannot', async () => {
    expect((await get('/forecast?on=2027-06-15')).days.slice(0, 2)).toEqual(['2027-06-15', '2027-07-31']);
    expect((await officer.get('/api/v1/forecast?known=2099-01-01')).body.code).toBe('known-in-future');
  });
});

describe('forecast of a cluster', () => {
  test('is the row of the portfolio, and a foreign cluster does not exist', async () => {
    const { rows } = await get('/forecast');
    const [own] = (await get('/portfolio', manager)).rows;
    const row = rows.find(({ slug }: Json) => slug === own.slug);
    expect((await get(`/clusters/${own.slug}/forecast`, manager)).row).toEqual(row);
    const foreign = rows.find(({ slug }: Json) => slug !== own.slug);
    expect((await manager.get(`/api/v1/clusters/${foreign.slug}/forecast`)).status).toBe(404);
    const seen = await get('/forecast', manager);
    expect(seen.rows.map(({ slug }: Json) => slug)).not.toContain(foreign.slug);
    expect(JSON.stringify(seen)).not.toContain(foreign.name);
  });
});
