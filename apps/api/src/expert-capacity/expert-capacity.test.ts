import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Json, startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;

beforeAll(async () => {
  api = await startTestApi();
  officer = await api.as('officer');
});
afterAll(() => api.close());

const read = async (query = ''): Promise<Json> => (await officer.get(`/api/v1/audit-clash${query}`)).body;
const save = (change: object, client = officer) =>
  client.send('PUT', '/api/v1/expert-capacity', {
    month: null,
    audits: 1,
    source: 'Brev fra sekretariatet',
    confidence: 'partly',
    revision: null,
    reason: 'Ny aftale',
    ...change,
  });

describe('capacity of the experts', () => {
  test('begins as an assumption that is marked as one', async () => {
    const { standard, months } = await read();
    expect(standard).toMatchObject({ audits: 2, confidence: 'assumption' });
    expect(months).toHaveLength(24);
    expect(months.every(({ capacity, own, over, audits }: Json) => own === null && over === Math.max(0, audits.length - capacity))).toBe(
      true,
    );
  });

  test('a month can have its own, which can be taken back; the change is in the ledger with its reason', async () => {
    const { months } = await read();
    const busy = months.find(({ audits }: Json) => audits.some(({ booked, late }: Json) => !booked && !late));
    const monthOf = async () => (await read()).months.find(({ month }: Json) => month === busy.month);
    expect((await save({ month: busy.month, audits: 0 })).status).toBe(200);
    const lowered = await monthOf();
    expect(lowered).toMatchObject({ capacity: 0, own: { audits: 0, source: 'Brev fra sekretariatet' }, over: lowered.audits.length });
    const [entry] = await api.database.dataSource.query(
      `select ledger.role, reason.value as reason, after ->> 'audits' as audits from ledger
       join free_text as reason on reason.id = reason_id where entity = 'expert_capacity' order by seq desc limit 1`,
    );
    expect(entry).toEqual({ role: 'officer', reason: 'Ny aftale', audits: '0' });
    expect((await save({ month: busy.month, audits: null, revision: lowered.own.revision })).status).toBe(200);
    expect(await monthOf()).toMatchObject({ own: null, capacity: 2 });
  });

  test('who could go earlier is named with what it costs, never past a booked audit', async () => {
    const { standard } = await read();
    expect((await save({ audits: 1, revision: standard.revision })).status).toBe(200);
    const movable = ({ booked, late }: Json) => !booked && !late;
    // The last month in which somebody could still choose: before it there is room.
    const busy = (await read()).months.findLast(({ audits }: Json) => audits.some(movable));
    expect((await save({ month: busy.month, audits: 0, revision: busy.own?.revision ?? null })).status).toBe(200);
    const { months } = await read();
    expect(months.flatMap(({ earlier }: Json) => earlier)).not.toEqual([]);
    for (const { over, earlier, audits, month } of months) {
      if (over === 0) expect(earlier).toEqual([]);
      for (const option of earlier) {
        const audit = audits.find(({ slug }: Json) => slug === option.slug);
        expect(movable(audit)).toBe(true);
        expect(option.toMonth < month && option.daysEarlier > 0).toBe(true);
      }
    }
  });

  test('the second of two who change the same is told, and nobody makes a second standard', async () => {
    const { standard } = await read();
    const answers = await Promise.all([2, 3].map((audits) => save({ audits, revision: standard.revision })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await save({ audits: 5 })).body.code).toBe('changed-meanwhile');
    const months = await Promise.all([1, 2].map((audits) => save({ month: '2028-01-01', audits })));
    expect(months.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test.each([
    [{ audits: -1 }, 'audits'],
    [{ audits: null }, 'audits'],
    [{ month: '2027-01-02' }, 'month'],
    [{ month: '2027-03-01', source: null, confidence: 'sourced' }, 'source'],
  ])('%j is a mistake in %s', async (change, field) => {
    expect(await save(change)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });

  test('known before a change, it stands as it was; a reader looks, a manager does not', async () => {
    const before = new Date().toISOString();
    await save({ month: '2028-06-01', audits: 7 });
    const known = async (query: string) => (await read(query)).months.find(({ month }: Json) => month === '2028-06-01');
    expect(await known('')).toMatchObject({ own: { audits: 7 } });
    expect(await known(`?known=${encodeURIComponent(before)}`)).toMatchObject({ own: null });
    const [reader, manager] = await Promise.all([api.as('reader'), api.as('manager')]);
    expect((await reader.get('/api/v1/audit-clash')).status).toBe(200);
    expect((await save({ month: '2028-07-01' }, reader)).status).toBe(403);
    expect((await manager.get('/api/v1/audit-clash')).status).toBe(403);
    expect(await save({ audits: 4 }, officer)).toMatchObject({ status: 409 });
    expect((await officer.send('PUT', '/api/v1/expert-capacity?on=2026-01-01', {})).status).toBe(409);
  });
});
