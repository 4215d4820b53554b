import { recordAs, systemActor } from '@klyngevagt/db';
import { readRoundFile } from '@klyngevagt/documents/rounds';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Json, startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
let manager: Client;
let reader: Client;
const write = (sql: string) => recordAs(api.database.dataSource, systemActor('test'), (transaction) => transaction.query(sql));
const rowOf = (body: Json, slug: string) => body.rows.find((row: Json) => row.slug === slug);
const ofEnergy = `assessment_id in (select assessment.id from assessment join cluster on cluster.id = cluster_id
  where slug = 'energy-cluster-denmark' and assessment.kind = 'agreed')`;

/** A minimum for A1 and for B1; one cluster below A1, and one answer missing. */
beforeAll(async () => {
  api = await startTestApi();
  [officer, manager, reader] = await Promise.all([api.as('officer'), api.as('manager'), api.as('reader')]);
  await write(`update framework_indicator set minimum = 3 where code in ('A1', 'B1')`);
  await write(`update assessment_answer set score = 4 where indicator in ('A1', 'B1')`);
  await write(`update assessment_answer set score = 2 where indicator = 'A1' and ${ofEnergy}`);
  await write(`update assessment_answer set score = null where indicator = 'A2' and ${ofEnergy}`);
});
afterAll(() => api.close());

describe('the heat map', () => {
  test('one row for each cluster, one column for each indicator; what is below or missing is marked and counted', async () => {
    const { status, body } = await officer.get('/api/v1/indicators');
    expect(status).toBe(200);
    expect(body.columns.length).toBe(Number((await write('select count(*)::int as count from framework_indicator'))[0].count));
    const energy = rowOf(body, 'energy-cluster-denmark');
    expect(energy).toMatchObject({
      belowMinimum: 1,
      unanswered: 1,
      share: null,
      place: 1,
      assessment: { kind: 'agreed', illustrative: true },
    });
    expect(energy.cells.slice(0, 2)).toEqual([
      { state: 'below-minimum', score: 2, share: 40 },
      { state: 'unanswered', score: null, share: null },
    ]);
    expect(body.columns[0]).toMatchObject({ code: 'A1', dimension: 'A', minimum: 3, belowMinimum: 1, place: 1 });
    expect(body.framework.minimums).toBe(2);
    for (const row of body.rows) expect(row.cells).toHaveLength(row.assessment === null ? 0 : body.columns.length);
  });

  test('on an earlier day an earlier round speaks, and a kind may be asked for', async () => {
    const sound = async (query: string) => rowOf((await officer.get(`/api/v1/indicators${query}`)).body, 'danish-sound-cluster').assessment;
    expect(await sound('')).toMatchObject({ kind: 'agreed', round: 2 });
    expect(await sound('?on=2025-01-01')).toMatchObject({ kind: 'agreed', round: 1 });
    expect(await sound('?on=2020-01-01')).toBeNull();
    expect(await sound('?kind=self-test')).toMatchObject({ kind: 'self-test', round: 2 });
  });

  test('a programme shows its own clusters', async () => {
    const { body } = await officer.get('/api/v1/indicators?programme=oevelsesprogram');
    expect(body.programme.fictional).toBe(true);
    expect(rowOf(body, 'fjordklyngen').assessment).toMatchObject({ kind: 'agreed' });
    expect(rowOf(body, 'energy-cluster-denmark')).toBeUndefined();
  });

  test('both files say the same as the screen; a missing answer is a word', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const { body } = await officer.get(`/api/v1/indicators-file?format=${format}`);
      expect(body.name).toBe(`klyngevagt-indikatorer-guld-2026-11-25-illustrativ.${format}`);
      const cells = await readRoundFile(body.name, Buffer.from(body.base64, 'base64'));
      const line = cells.find(([name]) => name === 'Energy Cluster Denmark');
      expect(line?.slice(9, 11).map(String)).toEqual(['2', 'ikke besvaret']);
    }
  });
});

describe('one indicator', () => {
  test('ranks every cluster, the highest first, with its rounds', async () => {
    const { status, body } = await officer.get('/api/v1/indicators/A1');
    expect(status).toBe(200);
    expect(body.indicator).toMatchObject({ code: 'A1', minimum: 3, dimensionName: 'Klyngens struktur' });
    const ranks = body.rows.map(({ rank }: Json) => rank ?? Infinity);
    expect(ranks).toEqual([...ranks].sort((one: number, other: number) => one - other));
    const energy = rowOf(body, 'energy-cluster-denmark');
    expect(energy).toMatchObject({ state: 'below-minimum', score: 2 });
    expect(energy.history.map(({ kind }: Json) => kind)).toContain('self-test');
  });

  test('one that does not exist is not found', async () => {
    expect((await officer.get('/api/v1/indicators/Z9')).status).toBe(404);
  });
});

test('a manager gets neither, not even of the own cluster; a reader no list of ranks', async () => {
  for (const path of ['/api/v1/indicators', '/api/v1/indicators-file?format=csv', '/api/v1/indicators/A1']) {
    expect((await manager.get(path)).status).toBe(403);
    expect((await api.stranger.get(path)).status).toBe(401);
  }
  expect((await reader.get('/api/v1/indicators')).status).toBe(200);
  expect((await reader.get('/api/v1/indicators/A1')).status).toBe(403);
});

describe('self-test against audit', () => {
  const path = (slug: string) => `/api/v1/clusters/${slug}/calibration`;

  test('round by round and indicator by indicator, as known on the day', async () => {
    const { status, body } = await officer.get(path('danish-sound-cluster'));
    expect(status).toBe(200);
    expect(body.rounds.map(({ round }: Json) => round)).toEqual([1, 2]);
    expect(body.lastTime).toMatchObject({ round: 2 });
    expect(body.indicators.flatMap(({ rounds }: Json) => rounds)).not.toEqual([]);
    for (const { rounds } of body.indicators) {
      for (const { selfTest, agreed, difference } of rounds) expect(difference).toBe(selfTest - agreed);
    }
    const before = (await officer.get(`${path('danish-sound-cluster')}?on=2025-01-01`)).body;
    expect(before.rounds.map(({ round }: Json) => round)).toEqual([1]);
  });

  test('an answer that is missing leaves the shares uncompared', async () => {
    const { body } = await manager.get(path('energy-cluster-denmark'));
    expect(body.rounds).toMatchObject([{ round: 1, shares: null }]);
    expect(body.lastTime).toBeNull();
    expect(body.indicators.find(({ code }: Json) => code === 'A2')).toMatchObject({ tendency: 'not-compared', rounds: [] });
  });

  test('a cluster without an audit has nothing to compare; a foreign one is not found; a reader sees none', async () => {
    expect((await officer.get(path('clean'))).body).toMatchObject({ rounds: [], indicators: [], lastTime: null });
    expect((await manager.get(path('clean'))).status).toBe(404);
    expect((await reader.get(path('clean'))).status).toBe(403);
  });
});
