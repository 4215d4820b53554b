import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, type Json, origin, startTestApi, type TestApi } from '../testing/test-api.js';

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
const today = '2026-11-25';
const ladders = async (client: Client): Promise<Json[]> => (await client.get('/api/v1/ladders')).body.events;
const ladderOf = async (event: string): Promise<Json> => (await ladders(officer)).find((one) => one.event === event)?.ladders[0];
const valuesOf = ({ level, offsetDays, unit, recipients, channel, urgency }: Json) => ({
  level,
  offsetDays,
  unit,
  recipients,
  channel,
  urgency,
});
const ladder = (event: string, steps: object[], more: object = {}) => ({
  kind: 'ladder',
  event,
  cluster: null,
  steps,
  effectiveFrom: today,
  source: 'Brev fra ESCA',
  confidence: 'sourced',
  ...more,
});
/** Without the trial of a year, which takes longer than everything else. */
const saveUntried = async (change: object) => {
  const days = { kind: 'open-days', from: '2026-12-24', to: '2026-12-24', programme: null };
  expect((await save(change, (await preview(days)).body.version)).status).toBe(200);
};
const percent = async (): Promise<number | null> => (await admin.get('/api/v1/ladders/trial/progress')).body.percent;
/** What is told until the answer is there. */
const percentWhile = async (asked: Promise<unknown>): Promise<unknown[]> => {
  const told: unknown[] = [];
  const over = asked.then(() => 'over');
  for (let now: unknown = null; now !== 'over'; now = await Promise.race([over, percent()])) told.push(now);
  return told;
};
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
  expect(body.trial).toBeNull();
});

test('a ladder is tried on a year before it is saved, as one change; what stood comes back by the same way', async () => {
  const shared = (await ladderOf('end')).steps.map(valuesOf);
  const fresh = { ...shared[0], offsetDays: -45, recipients: ['manager'], urgency: 'routine' };
  const change = ladder('end', [...shared, fresh]);
  const seen = (await preview(change)).body;
  expect(seen.clusters).toEqual([]);
  expect(seen.reminders.added).toBeGreaterThan(0);
  const { before, after } = seen.trial;
  expect(before.mails).toBeGreaterThan(0);
  expect(after.mails).toBeGreaterThanOrEqual(before.mails);
  expect(after.events).toEqual([{ event: 'end', name: 'udløb', reminders: expect.any(Number) }]);
  // Labels that end within a year: each manager is told 45 days before.
  expect(after.next).toContainEqual(expect.objectContaining({ about: '45 dage før udløb', roles: ['manager'], people: 1 }));
  expect(before.next.map(({ about }: Json) => about)).not.toContain('45 dage før udløb');
  expect((await save(change, seen.version)).status).toBe(200);
  expect((await ladderOf('end')).steps).toContainEqual(
    expect.objectContaining({ ...fresh, source: 'Brev fra ESCA', effectiveFrom: today }),
  );
  const trail = (await officer.get('/api/v1/audit-trail?limit=1')).body.entries[0];
  expect(trail).toMatchObject({ entity: 'reminder_step_rule', reason: 'Ny oplysning' });

  // Only what differs becomes a row: the steps that were left alone keep their source and day.
  expect((await ladderOf('end')).steps.filter(({ effectiveFrom }: Json) => effectiveFrom === today)).toHaveLength(1);
  expect(await save(ladder('end', shared), seen.version)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  expect((await preview(change)).body.errors).toMatchObject([{ field: 'change.steps', code: 'nothing-changes' }]);
  const back = ladder('end', shared);
  await saveUntried(back);
  expect((await ladderOf('end')).steps.map(valuesOf)).toEqual(shared);
});

test('a cluster with steps of its own follows no others; without them it inherits again; others hear nothing of them', async () => {
  const [step] = (await ladderOf('end')).steps.map(valuesOf);
  const own = (steps: object[]) => ladder('end', steps, { cluster: 'energy-cluster-denmark' });
  const change = own([{ ...step, offsetDays: -5, unit: 'working-days', recipients: ['manager', 'head'], urgency: 'final' }]);
  await saveUntried(change);
  const [, ...clusters] = (await ladders(officer)).find(({ event }) => event === 'end')?.ladders ?? [];
  expect(clusters).toMatchObject([{ cluster: { slug: 'energy-cluster-denmark' }, steps: [{ about: '5 arbejdsdage før udløb' }] }]);
  const manager = (await ladders(await api.as('manager'))).find(({ event }) => event === 'end')?.ladders;
  expect(manager).toHaveLength(2);
  // Of another cluster's steps a manager hears nothing.
  const foreign = ladder('end', [step], { cluster: 'clean' });
  await saveUntried(foreign);
  expect((await ladders(await api.as('manager'))).find(({ event }) => event === 'end')?.ladders).toEqual(manager);
  const none = own([]);
  await saveUntried(none);
  const left = (await ladders(officer)).find(({ event }) => event === 'end')?.ladders;
  expect(left.map(({ cluster }: Json) => cluster?.slug ?? null)).toEqual([null, 'clean']);
});

test('a ladder that begins later stands beside the present one, and gives way to one that begins before it', async () => {
  const shared = (await ladderOf('document')).steps.map(valuesOf);
  const later = ladder('document', shared.slice(1), { effectiveFrom: '2027-01-01' });
  await saveUntried(later);
  const planned = await ladderOf('document');
  expect(planned.steps).toHaveLength(shared.length);
  expect(planned.later).toMatchObject([{ from: '2027-01-01', steps: shared.slice(1).map(({ offsetDays }: Json) => ({ offsetDays })) }]);
  const sooner = ladder('document', [...shared, { ...shared[0], offsetDays: -60 }]);
  await saveUntried(sooner);
  expect(await ladderOf('document')).toMatchObject({ later: [], steps: { length: shared.length + 1 } });
});

test('a ladder that cannot be is refused at the step', async () => {
  const [step] = (await ladderOf('end')).steps.map(valuesOf);
  const refusal = async (steps: object[], more: object = {}) => (await preview(ladder('end', steps, more))).body.errors[0];
  expect(await refusal([step, step])).toMatchObject({ field: 'change.steps.1.offsetDays', code: 'twice-the-same' });
  expect(await refusal([{ ...step, recipients: [] }])).toMatchObject({ field: 'change.steps.0.recipients' });
  expect(await refusal([{ ...step, urgency: 'final', channel: 'inbox' }])).toMatchObject({
    field: 'change.steps.0.channel',
    code: 'final-by-mail',
  });
  expect(await refusal([])).toMatchObject({ field: 'change.steps', code: 'ladder-empty' });
  expect(await refusal([step], { effectiveFrom: '2026-11-24' })).toMatchObject({ field: 'change.effectiveFrom', code: 'in-the-past' });
  expect(await refusal([step], { cluster: 'findes-ikke' })).toMatchObject({ field: 'change.cluster', code: 'no-such-cluster' });
});

test('the present ladders are tried by those who may change them, who see how far it is', async () => {
  const trial = admin.get('/api/v1/ladders/trial');
  expect(await percentWhile(trial)).toContainEqual(expect.any(Number));
  const { status, body } = await trial;
  expect(status).toBe(200);
  expect(await percent()).toBeNull();
  expect(body).toMatchObject({ to: today, after: null });
  expect(body.before.next.length).toBeLessThanOrEqual(10);
  expect(body.before.events.map(({ event }: Json) => event)).toContain('booking');
  expect((await officer.get('/api/v1/ladders/trial')).status).toBe(403);
});

test('a trial for which nobody waits any more is given up', async () => {
  const gone = new AbortController();
  const shared = (await ladderOf('end')).steps.map(valuesOf);
  const payload = { change: ladder('end', shared.slice(1)) };
  const headers = { cookie: admin.cookie, origin };
  const asked = api.app.inject({ method: 'POST', url: '/api/v1/rules/preview', headers, payload, signal: gone.signal });
  const over = asked.then(() => {}).catch(() => {});
  while ((await percent()) === null);
  gone.abort();
  await over;
  const left = [await percent()];
  while (left.at(-1) !== null) left.push(await percent());
  expect(Math.max(...left.map(Number))).toBeLessThan(90);
});

test('an administrator appoints the head of a programme, with a reason in the ledger; nobody who reads hears a name', async () => {
  const heads = async (): Promise<Json[]> => (await officer.get('/api/v1/programme-heads')).body.programmes;
  const present = (await heads()).find(({ slug }) => slug === 'klyngeprogram-2025-2028');
  expect(present.head).toMatchObject({ name: 'Birgitte Falk' });
  const appoint = (client: Client, body: object) =>
    client.send('PUT', `/api/v1/programmes/${present.id}/head`, { revision: present.revision, reason: 'Ny chef', ...body });
  const personId = (await officer.get('/api/v1/people')).body.people.find(({ name }: Json) => name === 'Jonas Krag').id;
  expect((await appoint(officer, { personId })).status).toBe(403);
  expect((await appoint(admin, { personId: present.id })).status).toBe(404);
  expect((await appoint(admin, { personId })).status).toBe(200);
  expect((await heads()).find(({ id }) => id === present.id).head).toEqual({ id: personId, name: 'Jonas Krag' });
  expect((await appoint(admin, { personId: null })).body).toMatchObject({ code: 'changed-meanwhile' });
  const [entry] = (await officer.get('/api/v1/audit-trail?limit=1')).body.entries;
  expect(entry).toMatchObject({ entity: 'programme', reason: 'Ny chef' });
  expect((await (await api.as('reader')).get('/api/v1/programme-heads')).status).toBe(403);
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

test('what a programme requires is changed like a rule: the preview tells who would comply, and the days before stay', async () => {
  const dutyOf = async (programme: string): Promise<Json[]> =>
    (await rulesOf('obligation'))
      .filter(({ label }) => label.startsWith(programme))
      .map(({ values, applies, source }) => ({ values, applies, source }));
  const [duty] = (await rulesOf('obligation')).filter(({ label }) => label.startsWith('Det danske klyngeprogram'));
  expect(duty).toMatchObject({ value: 'Guld; fornyelsesvinduet tæller ikke med', confidence: 'assumption', effectiveFrom: '2025-01-01' });
  const rowOf = async (slug: string, on = today) =>
    (await officer.get(`/api/v1/portfolio?on=${on}`)).body.rows.find((row: Json) => row.slug === slug);
  const slug = (await officer.get('/api/v1/portfolio')).body.rows.find(({ verdict }: Json) => verdict === 'met').slug;
  const [gold] = (await officer.get(`/api/v1/clusters/${slug}`)).body.awards.filter(({ state }: Json) => state === 'in-force');
  const { id: _, state: _state, proposal: _proposal, revokedOn: _revoked, ...stated } = gold;
  const ended = { ...stated, validUntil: '2026-10-31', reason: 'Rettet' };
  expect((await officer.send('PATCH', `/api/v1/awards/${gold.id}`, ended)).status).toBe(200);
  expect(await rowOf(slug)).toMatchObject({ verdict: 'renewable', compliant: false });

  const change = changeOf(duty, { acceptsRenewalWindow: true }, { effectiveFrom: '2026-11-20' });
  const seen = await preview(change);
  expect(seen.status, JSON.stringify(seen.body)).toBe(200);
  const named = seen.body.clusters.find((cluster: Json) => cluster.slug === slug);
  expect(named.changes).toEqual([{ field: 'compliant', before: 'Nej', after: 'Ja' }]);
  expect(seen.body.clusters).toHaveLength(1);
  expect(await rowOf(slug)).toMatchObject({ compliant: false });

  expect((await save(change, seen.body.version)).status).toBe(200);
  expect(await rowOf(slug)).toMatchObject({ verdict: 'renewable', compliant: true });
  expect(await rowOf(slug, '2026-11-20')).toMatchObject({ compliant: true });
  expect(await rowOf(slug, '2026-11-19')).toMatchObject({ verdict: 'renewable', compliant: false });
  expect(await dutyOf('Det danske klyngeprogram')).toEqual([
    { values: duty.values, applies: 'no-longer', source: duty.source },
    { values: { ...duty.values, acceptsRenewalWindow: true }, applies: 'now', source: 'Brev fra ESCA' },
  ]);

  const [present] = (await rulesOf('obligation')).filter(({ values }) => values.acceptsRenewalWindow);
  const lower = changeOf(present, { requiredLevel: 'bronze' });
  expect((await preview(lower)).body.clusters.length).toBeGreaterThan(0);
  const code = async (more: object) => (await preview(changeOf(present, {}, more))).body.errors[0];
  expect(await code({ effectiveFrom: '2026-11-20' })).toMatchObject({ field: 'change.effectiveFrom', code: 'not-later' });
  expect(await code({ effectiveFrom: '2029-01-01' })).toMatchObject({ field: 'change.effectiveFrom', code: 'after-its-end' });
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
