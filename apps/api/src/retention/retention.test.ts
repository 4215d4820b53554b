import { RetentionRepository, systemActor, WorkerRunRepository } from '@klyngevagt/db';
import { calendarDate } from '@klyngevagt/scoring';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test('tells when erasing last ran and how much went, and the audit trail names the system', async () => {
  const { dataSource } = api.database;
  const reader = await api.as('reader');
  const read = async () => (await reader.get('/api/v1/retention')).body;
  const nothing = { people: 0, mails: 0, texts: 0 };
  expect(await read()).toEqual({ lastRun: null, nextRunAt: null, lastErased: null, total: nothing });

  const [runs, retention] = [new WorkerRunRepository(dataSource), new RetentionRepository(dataSource)];
  const on = (day: string) => calendarDate(day);
  for (const [day, mails] of [
    ['2026-11-24', 2],
    ['2026-11-25', 3],
  ] as const) {
    const id = await runs.start('retention', on(day));
    await retention.record(systemActor(`retention-${day}`, 'Opbevaringstiden er gået'), on(day), { people: 1, mails, texts: 0 });
    await runs.finish(id, { counts: {}, nextRunAt: new Date('2026-11-26T03:15:00Z'), error: null });
  }
  expect(await read()).toEqual({
    lastRun: { at: expect.stringMatching(/Z$/), isFailed: false },
    nextRunAt: '2026-11-26T03:15:00.000Z',
    lastErased: { on: '2026-11-25', people: 1, mails: 3, texts: 0 },
    total: { people: 2, mails: 5, texts: 0 },
  });
  const officer = await api.as('officer');
  const { entries } = (await officer.get('/api/v1/audit-trail?entity=retention_run')).body;
  expect(entries).toHaveLength(2);
  expect(entries[0]).toMatchObject({
    actor: { kind: 'system' },
    entityName: 'Sletning efter fristen',
    reason: 'Opbevaringstiden er gået',
    fields: expect.arrayContaining([{ field: 'mails', label: 'Mails slettet', before: null, after: '3' }]),
  });

  await runs.finish(await runs.start('retention', on('2026-11-26')), { counts: {}, nextRunAt: null, error: 'Error' });
  expect((await read()).lastRun.isFailed).toBe(true);
});
