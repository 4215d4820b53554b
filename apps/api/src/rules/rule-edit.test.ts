import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, type Json, startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
let admin: Client;
let officer: Client;

beforeAll(async () => {
  api = await startTestApi();
  admin = await api.as('admin');
  officer = await api.as('officer');
});
afterAll(() => api.close());

const rulesOf = async (group: string): Promise<Json[]> =>
  (await officer.get('/api/v1/rules')).body.rules.filter((rule: Json) => rule.group === group);
const horizon = async (): Promise<Json> =>
  (await rulesOf('figure')).find(({ label, applies }) => /varsling|udløb/i.test(label) && applies === 'now');
const changeOf = (rule: Json, value: object, more: object = {}) => ({
  kind: 'rule',
  ruleId: rule.id,
  value: { ...rule.values, ...value },
  effectiveFrom: '2026-11-25',
  source: 'Brev fra ESCA',
  confidence: 'sourced',
  ...more,
});
const preview = (change: object) => admin.send('POST', '/api/v1/rules/preview', { change });
const save = (change: object, version: number) => admin.send('POST', '/api/v1/rules', { change, version, reason: 'Ny oplysning' });

test('a preview names the clusters that change and how; saving makes a new row, and the past stays as it was', async () => {
  const rule = await horizon();
  const before = (await officer.get('/api/v1/portfolio')).body;
  const past = (await officer.get('/api/v1/portfolio?on=2026-11-24')).body.rows;
  const expiring = before.rows.filter(({ status }: Json) => status === 'expiring');
  expect(expiring.length).toBeGreaterThan(0);
  const change = changeOf(rule, { value: 1 });
  const seen = await preview(change);
  expect(seen.status, JSON.stringify(seen.body)).toBe(200);
  const named = seen.body.clusters.filter(({ changes }: Json) => changes.some(({ field }: Json) => field === 'status'));
  expect(named.map(({ slug }: Json) => slug)).toEqual(expect.arrayContaining(expiring.map(({ slug }: Json) => slug)));
  expect(named[0].changes[0]).toEqual({ field: 'status', before: 'Udløber snart', after: 'Gyldig' });
  expect((await officer.get('/api/v1/portfolio')).body.rows).toEqual(before.rows);

  expect((await save(change, seen.body.version)).status).toBe(200);
  expect((await officer.get('/api/v1/portfolio')).body.rows.some(({ status }: Json) => status === 'expiring')).toBe(false);
  expect((await officer.get('/api/v1/portfolio?on=2026-11-24')).body.rows).toEqual(past);
  const applies = (await rulesOf('figure')).filter(({ label }) => label === rule.label).map((row) => [row.values.value, row.applies]);
  expect(applies).toEqual([
    [180, 'no-longer'],
    [1, 'now'],
  ]);
  expect((await save(changeOf(rule, { value: 2 }, { effectiveFrom: '2026-11-26' }), seen.body.version)).status).toBe(409);
});

test('a booking step moved forward changes last safe booking days and the plan of reminders', async () => {
  const order = (await rulesOf('process-step')).filter(({ values, label }) => values.offset === 60 && /fornyelse/i.test(label))[0];
  const { body } = await preview(changeOf(order, { offset: 120 }));
  expect(body.clusters.flatMap(({ changes }: Json) => changes.map(({ field }: Json) => field))).toContain('orderBy');
  expect(body.reminders.added).toBeGreaterThan(0);
  expect(body.compared).toBeGreaterThanOrEqual(14);
  expect(body.step).toBeNull();
});

test('a reminder step can be added, and switched off by having no recipients', async () => {
  const added = {
    kind: 'new-reminder-step',
    event: 'end',
    offsetDays: -45,
    recipients: ['manager'],
    effectiveFrom: '2026-11-25',
    source: 'Ønske',
    confidence: 'assumption',
  };
  const { body } = await preview(added);
  expect(body.clusters).toEqual([]);
  // Labels that end within a year: each manager is told 45 days before.
  expect(body.step.next.length).toBeGreaterThan(0);
  expect(body.step.next[0]).toMatchObject({ on: expect.stringMatching(/^202\d-/), cluster: { name: expect.any(String) }, people: 1 });
  expect(body.step.sentLastYear).toBeGreaterThanOrEqual(0);
  expect((await save(added, body.version)).status).toBe(200);
  const rule = (await rulesOf('reminder-step')).find(({ label }) => label.includes('45'));
  expect(rule).toMatchObject({ value: 'klyngeleder', applies: 'now', values: { recipients: ['manager'] } });
  // Without recipients nobody would have been told, and nobody will be.
  const off = (await preview(changeOf(rule, { recipients: [] }, { effectiveFrom: '2026-11-26' }))).body;
  expect(off.step).toEqual({ sentLastYear: 0, next: [] });
  const again = await save(added, body.version + 1);
  expect(again).toMatchObject({ status: 409, body: { code: 'already-exists' } });
});

test('a closed week of one programme moves its booking days only; it can be opened again', async () => {
  const week = {
    kind: 'close-days',
    from: '2026-12-14',
    to: '2026-12-20',
    programme: 'klyngeprogram-2025-2028',
    nameDa: 'Lukkeuge',
    nameEn: 'Closed week',
    source: 'Programmet',
    confidence: 'sourced',
  };
  const seen = await preview(week);
  expect(seen.body.days).toBe(5);
  const moved = seen.body.clusters.filter(({ changes }: Json) => changes.some(({ field }: Json) => field === 'orderBy'));
  expect(moved.length).toBeGreaterThan(0);
  const foreign = await preview({ ...week, programme: 'innovationskraft-2021-2024' });
  expect(foreign.body.clusters ?? []).toEqual([]);
  expect((await save(week, seen.body.version)).status).toBe(200);
  const listed = (await officer.get('/api/v1/rules')).body.closedDays.next.filter(({ name }: Json) => name === 'Lukkeuge');
  expect(listed).toHaveLength(5);
  expect(listed[0].programme.slug).toBe('klyngeprogram-2025-2028');
  expect((await preview(week)).body.errors).toMatchObject([{ field: 'change.to', code: 'already-closed' }]);
  const open = { kind: 'open-days', from: '2026-12-14', to: '2026-12-20', programme: 'klyngeprogram-2025-2028' };
  const opened = await preview(open);
  expect(opened.body.days).toBe(5);
  expect((await save(open, opened.body.version)).status).toBe(200);
});

test('what would change the past or lie outside the calendar is refused by name; officers may not edit', async () => {
  const rule = await horizon();
  const code = async (change: object) => (await preview(change)).body.errors[0].code;
  const days = { kind: 'open-days', from: '2026-12-24', to: '2026-12-24', programme: null };
  expect(await code(changeOf(rule, {}, { effectiveFrom: rule.effectiveFrom }))).toBe('not-later');
  expect(await code({ ...days, from: '2026-11-24' })).toBe('in-the-past');
  expect(await code({ ...days, to: '2046-01-01' })).toBe('outside-calendar');
  expect(await code({ ...days, to: '2027-12-24' })).toBe('span-too-long');
  expect(await code({ ...days, to: '2026-12-01' })).toBe('before-start');
  expect(await code({ kind: 'nonsense' })).toBe('not-a-choice');
  expect((await preview(changeOf(rule, { group: 'validity', months: 3 }))).status).toBe(400);
  expect((await officer.send('POST', '/api/v1/rules/preview', { change: days })).status).toBe(403);
});
