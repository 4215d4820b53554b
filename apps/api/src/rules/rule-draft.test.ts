import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, type Json, startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
let admin: Client;
let officer: Client;
beforeAll(async () => {
  api = await startTestApi();
  [admin, officer] = await Promise.all([api.as('admin'), api.as('officer')]);
});
afterAll(() => api.close());

const rules = async (): Promise<Json[]> => (await officer.get('/api/v1/rules')).body.rules;
const stated = { source: 'Brev fra ESCA', confidence: 'sourced', effectiveFrom: '2026-11-25' };
const horizon = async (value: number, more: object = {}) => {
  const rule = (await rules()).find(({ key, applies }) => key === 'expiring-horizon-days' && applies === 'now');
  return { kind: 'rule', ruleId: rule.id, value: { group: 'figure', value }, ...stated, ...more };
};
const booking = async (offset: number) => {
  const rule = (await rules()).find(
    ({ values, label }) => values.group === 'process-step' && values.offset === 60 && /fornyelse/i.test(label),
  );
  return { kind: 'rule', ruleId: rule.id, value: { ...rule.values, offset }, ...stated };
};
const closed = {
  kind: 'close-days',
  from: '2026-12-18',
  to: '2026-12-18',
  programme: null,
  nameDa: 'Lukket',
  nameEn: 'Closed',
  source: 'x',
  confidence: 'assumption',
};
const create = async (changes: object[], name = 'Nye tal fra ESCA') =>
  (await admin.send('POST', '/api/v1/rule-drafts', { name, changes })).body.id as string;
const read = async (id: string) => (await admin.get(`/api/v1/rule-drafts/${id}`)).body;
const simulate = (id: string, revision = 1, more: object = {}) =>
  admin.send('POST', `/api/v1/rule-drafts/${id}/simulation`, { revision, ...more });
const portfolio = async (query = '') => (await officer.get(`/api/v1/portfolio${query}`)).body.rows;
const fieldsOf = (body: Json) => new Set(body.clusters.flatMap(({ changes }: Json) => changes.map(({ field }: Json) => field)));

test('several changes are tried out together on a chosen day; nothing is changed by it, and a discarded draft leaves nothing', async () => {
  const before = [await portfolio(), await rules()];
  const id = await create([await horizon(1), await booking(90), closed]);
  expect((await read(id)).changes.map(({ label, before: old, after, error }: Json) => [label, old, after, error])).toEqual([
    [expect.any(String), ['180 dage'], ['1 dag'], null],
    [expect.stringContaining('ooking'), [expect.stringContaining('60')], [expect.stringContaining('90')], null],
    ['Luk dage: Lukket', [], ['18.12.2026 til og med 18.12.2026'], null],
  ]);
  const { status, body } = await simulate(id);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body).toMatchObject({ on: '2026-11-25', days: 1 });
  expect([...fieldsOf(body)]).toEqual(expect.arrayContaining(['status', 'verdict', 'orderBy']));
  const moved = body.clusters.find(({ changes }: Json) => changes.some(({ field }: Json) => field === 'orderBy'));
  expect(moved.reasons.length).toBeGreaterThan(0);
  expect(moved.noLonger.length).toBeGreaterThan(0);
  const yesterday = (await simulate(id, 1, { on: '2026-11-24' })).body;
  expect([...fieldsOf(yesterday)].filter((field) => field === 'status')).toEqual([]);
  expect([await portfolio(), await rules()]).toEqual(before);

  expect((await admin.send('POST', `/api/v1/rule-drafts/${id}/discarding`, { revision: 1 })).status).toBe(200);
  expect((await admin.get(`/api/v1/rule-drafts/${id}`)).status).toBe(404);
  expect((await admin.get('/api/v1/rule-drafts')).body.drafts.map((draft: Json) => draft.id)).not.toContain(id);
  expect([await portfolio(), await rules()]).toEqual(before);
  expect(await simulate(id)).toMatchObject({ status: 404 });
});

test('a draft can hold a ladder: it is told in words, and its simulation tries it on a year', async () => {
  const step = { level: null, offsetDays: -45, unit: 'calendar-days', recipients: ['manager'], channel: 'mail', urgency: 'urgent' };
  const id = await create([{ kind: 'ladder', event: 'end', cluster: 'clean', steps: [step], ...stated }]);
  expect((await read(id)).changes).toMatchObject([
    { label: 'Påmindelsestrin: udløb, kun CLEAN', before: [], after: [expect.stringMatching(/^45 dage før: klyngeleder/)], error: null },
  ]);
  const { body } = await simulate(id);
  expect(body).toMatchObject({ clusters: [], days: 0, trial: { after: { events: [{ event: 'end' }] } } });
  expect((await admin.send('POST', `/api/v1/rule-drafts/${id}/discarding`, { revision: 1 })).status).toBe(200);
});

test('two administrators change the same draft: the second is told, and what the first saved stands', async () => {
  const id = await create([]);
  const save = async (value: number) =>
    admin.send('PUT', `/api/v1/rule-drafts/${id}`, { name: 'Nyt navn', changes: [await horizon(value)], revision: 1 });
  const answers = await Promise.all([save(90), save(120)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'changed-meanwhile' });
  expect((await read(id)).changes).toHaveLength(1);
  expect(await simulate(id, 1)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
});

test('an activated draft makes all its changes at once, with its reason; the past stays under the rules of its day', async () => {
  const id = await create([await horizon(2), { ...closed, from: '2026-12-17', to: '2026-12-17' }]);
  const past = await portfolio('?on=2026-11-24');
  const { body } = await simulate(id);
  const activate = (version: number) =>
    admin.send('POST', `/api/v1/rule-drafts/${id}/activation`, { revision: 1, version, reason: 'Besluttet af styregruppen' });
  expect(await activate(body.version - 1)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  expect((await read(id)).revision).toBe(1);
  expect((await activate(body.version)).status).toBe(200);
  expect((await portfolio()).some(({ status }: Json) => status === 'expiring')).toBe(false);
  expect(await portfolio('?on=2026-11-24')).toEqual(past);
  const recorded = (await officer.get('/api/v1/audit-trail?limit=2')).body.entries;
  expect(recorded.map(({ entity, reason }: Json) => [entity, reason]).sort()).toEqual([
    ['closed_day', 'Besluttet af styregruppen'],
    ['figure_rule', 'Besluttet af styregruppen'],
  ]);
  expect(await activate(body.version + 1)).toMatchObject({ status: 404 });
});

test('a change that was overtaken says why, is not tried out, and hinders nothing else', async () => {
  const id = await create([await horizon(30, { effectiveFrom: '2026-12-01' })]);
  const other = await create([await horizon(31, { effectiveFrom: '2026-12-01' })]);
  const { version } = (await simulate(other)).body;
  expect((await simulate(other)).body.on).toBe('2026-12-01');
  await admin.send('POST', `/api/v1/rule-drafts/${other}/activation`, { revision: 1, version, reason: 'Først' });
  const late = await admin.send('POST', `/api/v1/rule-drafts/${id}/activation`, { revision: 1, version: version + 1, reason: 'For sent' });
  expect(late).toMatchObject({ status: 409, body: { code: 'already-exists' } });
  expect((await read(id)).revision).toBe(1);
});

test('what cannot be made is refused at its place; officers see no drafts', async () => {
  const bad = { ...closed, from: '2026-11-24' };
  const answer = await admin.send('POST', '/api/v1/rule-drafts', {
    name: 'x',
    changes: [await horizon(50, { effectiveFrom: '2027-06-01' }), bad],
  });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'changes.1.from', code: 'in-the-past' }] } });
  expect(await admin.send('POST', '/api/v1/rule-drafts', { name: ' ', changes: [] })).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'name' }] },
  });
  expect((await officer.get('/api/v1/rule-drafts')).status).toBe(403);
});
