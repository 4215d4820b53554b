import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Json, startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
let manager: Client;
let reader: Client;
beforeAll(async () => {
  api = await startTestApi();
  [officer, manager, reader] = await Promise.all([api.as('officer'), api.as('manager'), api.as('reader')]);
});
afterAll(() => api.close());

const path = (slug = 'energy-cluster-denmark') => `/api/v1/clusters/${slug}/recommendations`;
const advice = { text: 'Mål deltagernes tilfredshed', indicators: ['E3'], owner: 'cluster', dueOn: '2026-11-20', givenOn: '2026-11-01' };
const reason = 'Fra auditrapporten';
const read = async (client: Client, id: string, query = ''): Promise<Json> =>
  (await client.get(`${path()}${query}`)).body.recommendations.find((one: Json) => one.id === id);

describe('a recommendation', () => {
  test('is written by an officer, followed up and reported by the cluster, and confirmed', async () => {
    const { status, body: saved } = await officer.send('POST', path(), { ...advice, reason });
    expect(status).toBe(200);
    expect(await read(manager, saved.id)).toMatchObject({
      state: 'open',
      overdue: true,
      text: advice.text,
      illustrative: false,
      indicators: [
        {
          code: 'E3',
          name: 'Måling af kunders og deltageres tilfredshed',
        },
      ],
      may: {
        edit: false,
        note: true,
        steps: ['report'],
      },
    });
    const at = `/api/v1/recommendations/${saved.id}`;
    expect((await manager.send('POST', `${at}/notes`, { text: 'Målt i november' })).status).toBe(200);
    const refused = await manager.send('POST', `${at}/step`, { step: 'confirm', revision: 1, reason });
    expect(refused.status).toBe(403);
    const reported = await manager.send('POST', `${at}/step`, { step: 'report', revision: 1, reason });
    expect(reported.status).toBe(200);
    expect(await read(officer, saved.id)).toMatchObject({ state: 'reported', overdue: false, reportedOn: '2026-11-25' });
    expect((await officer.send('POST', `${at}/step`, { step: 'confirm', revision: 1, reason })).status).toBe(409);
    expect((await officer.send('POST', `${at}/step`, { step: 'confirm', revision: 2, reason })).status).toBe(200);
    expect(await read(officer, saved.id)).toMatchObject({ state: 'done', closedOn: '2026-11-25', notes: [{ by: 'manager' }] });
    expect((await officer.send('POST', `${at}/step`, { step: 'report', revision: 3, reason })).status).toBe(409);
    // That day it was open, as far as is known today.
    expect(await read(officer, saved.id, '?on=2026-11-10')).toMatchObject({ state: 'open', overdue: false, closedOn: null, notes: [] });
  });

  test('follows the cluster into the next case, and shows no text to a reader', async () => {
    const { body } = await reader.get(path());
    const open = body.recommendations.filter(({ state }: Json) => state === 'open');
    expect(open.length).toBeGreaterThan(0);
    for (const one of open) expect(one).toMatchObject({ carriedOver: true, text: null, may: { edit: false, note: false, steps: [] } });
    // The note of the test before, and whatever the demonstration has.
    const notes = body.recommendations.flatMap((one: Json) => one.notes);
    expect(notes).not.toEqual([]);
    expect(notes.filter(({ text }: Json) => text !== null)).toEqual([]);
  });

  test.each([
    ['a day to come', { givenOn: '2026-12-01' }, 'givenOn'],
    ['a due day before it was given', { dueOn: '2026-10-01' }, 'dueOn'],
    ['an indicator that does not exist', { indicators: ['E3', 'Z9'] }, 'indicators.1'],
  ])('with %s is refused, with the field', async (_, wrong, field) => {
    const { status, body } = await officer.send('POST', path(), { ...advice, ...wrong, reason });
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });

  test('of another cluster does not exist for a manager', async () => {
    const [foreign] = (await officer.get(path('danish-sound-cluster'))).body.recommendations;
    expect((await manager.get(path('danish-sound-cluster'))).status).toBe(404);
    for (const [end, body] of [
      ['notes', { text: 'Nej tak' }],
      ['step', { step: 'report', revision: foreign.revision, reason }],
    ] as const) {
      expect((await manager.send('POST', `/api/v1/recommendations/${foreign.id}/${end}`, body)).status).toBe(404);
    }
  });
});
