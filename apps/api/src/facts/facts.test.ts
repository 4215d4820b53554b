import type { JobProducer } from '@klyngevagt/jobs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Jobs } from '../jobs.js';
import { type Client, startTestApi, type TestApi, type Json } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
let admin: Client;
let manager: Client;
beforeAll(async () => {
  api = await startTestApi();
  officer = await api.as('officer');
  admin = await api.as('admin');
  manager = await api.as('manager');
});
afterAll(() => api.close());

const reason = 'Efter brev fra klyngen';
const page = async (slug: string, on = '') => (await officer.get(`/api/v1/clusters/${slug}${on && `?on=${on}`}`)).body;
const renewal = {
  level: 'gold',
  kind: 'renewal',
  assessedOn: '2026-10-10',
  approvedOn: '2026-11-20',
  validFrom: '2027-04-01',
  validUntil: '2030-03-31',
  validUntilBasis: 'accepted-proposal',
  score: null,
  source: 'Afgørelse',
  confidence: 'sourced',
  note: null,
  reason,
};

test('a recorded renewal changes status, chain and history; the proposal said so before', async () => {
  const slug = 'danish-life-science-cluster';
  const before = await page(slug);
  expect(before.row).toMatchObject({ status: 'expiring', validUntil: '2027-03-31', orderBy: '2026-12-18' });
  const proposal = await officer.get(`/api/v1/clusters/${slug}/validity-proposal?level=gold&assessedOn=2026-10-10&approvedOn=2026-11-20`);
  expect(proposal.body).toMatchObject({ kind: 'renewal', validFrom: '2027-04-01', validUntil: '2030-03-31' });
  expect(proposal.body.sentence).toContain('31.\u00a0marts\u00a02030');
  expect((await officer.send('POST', `/api/v1/clusters/${slug}/awards`, renewal)).status).toBe(200);
  const after = await page(slug);
  expect(after.row).toMatchObject({ status: 'in-force', validUntil: '2030-03-31', verdict: 'met' });
  expect(after.version).not.toBe(before.version);
  const { entries } = (await officer.get(`/api/v1/clusters/${slug}/history`)).body;
  expect(entries[0]).toMatchObject({ entity: 'award', change: 'insert', actor: 'Mette Lindholm', role: 'officer', reason });
  expect(entries[0].fields).toContainEqual({ field: 'validUntil', before: null, after: '2030-03-31' });
});

test('two officers correct the same award: the second is told and nothing is lost', async () => {
  const { awards } = await page('clean');
  const award = awards.find((one: Json) => one.state === 'in-force');
  const { level, kind, assessedOn, approvedOn, validFrom, revision } = award;
  const whole = {
    level,
    kind,
    assessedOn,
    approvedOn,
    validFrom,
    validUntilBasis: 'certificate',
    score: null,
    source: 'Certifikat',
    confidence: 'sourced',
    note: null,
  };
  const correct = (client: Client, validUntil: string) =>
    client.send('PATCH', `/api/v1/awards/${award.id}`, { ...whole, validUntil, revision, reason });
  const answers = await Promise.all([correct(officer, '2027-06-30'), correct(admin, '2027-07-31')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'changed-meanwhile', title: 'Ændret i mellemtiden' });
  expect((await correct(officer, '2027-08-31')).status).toBe(409);
  const saved = (await page('clean')).awards.find((one: Json) => one.id === award.id);
  expect(['2027-06-30', '2027-07-31']).toContain(saved.validUntil);
});

test('an end says where it comes from, and what calls itself sourced names its source', async () => {
  const send = (changes: object) => officer.send('POST', '/api/v1/clusters/made/awards', { ...renewal, ...changes });
  expect(await send({ validUntilBasis: 'not-known' })).toMatchObject({ status: 400, body: { errors: [{ field: 'validUntilBasis' }] } });
  expect(await send({ source: null })).toMatchObject({ status: 400, body: { errors: [{ field: 'source' }] } });
  expect(await send({ validUntil: '2020-01-01' })).toMatchObject({
    status: 400,
    body: { code: 'date-order', errors: [{ field: 'validUntil' }] },
  });
});

test('memberships do not overlap', async () => {
  const membership = {
    member: 'yes',
    bound: 'yes',
    startsOn: '2025-06-01',
    endsOn: null,
    exitReason: null,
    levelDueOn: null,
    source: 'Brev',
    confidence: 'sourced',
    reason,
  };
  const answer = await officer.send('POST', '/api/v1/clusters/clean/memberships', { programme: 'klyngeprogram-2025-2028', ...membership });
  expect(answer).toMatchObject({ status: 409, body: { code: 'membership-overlaps', errors: [{ field: 'startsOn' }] } });
});

test('a booking reported by the cluster counts at once, marked as such, until an officer rejects it', async () => {
  const slug = 'energy-cluster-denmark';
  const audit = { level: 'gold', firstDayOn: '2027-02-01', lastDayOn: '2027-02-01', mode: 'on-site', place: 'Esbjerg', reason };
  const { body } = await manager.send('POST', `/api/v1/clusters/${slug}/audits`, audit);
  const reported = await page(slug);
  expect(reported.row.booking).toEqual({ firstDayOn: '2027-02-01', lastDayOn: '2027-02-01', inTime: true, reportedByCluster: true });
  expect(reported.explanation.facts.at(-1)).toMatchObject({ label: 'Audit booket', value: '01.02.2027' });
  const { revision } = reported.audits.find(({ id }: { id: string }) => id === body.id);
  expect((await officer.send('POST', `/api/v1/audits/${body.id}/decision`, { state: 'rejected', revision, reason })).status).toBe(200);
  expect((await page(slug)).row.booking).toBeNull();
});

test('where an audit is held and why a cluster left are for those who see names', async () => {
  const reader = await api.as('reader');
  const told = async (client: Client, slug: string) => {
    const { audits, memberships } = (await client.get(`/api/v1/clusters/${slug}`)).body;
    return [...audits.map((one: Json) => one.place), ...memberships.map((one: Json) => one.exitReason)].filter((text) => text !== null);
  };
  for (const slug of ['marlog', 'censec']) {
    expect(await told(officer, slug)).not.toEqual([]);
    expect(await told(reader, slug)).toEqual([]);
  }
});

test('a cluster proposes a correction; accepting it writes the award, with where it came from', async () => {
  const slug = 'energy-cluster-denmark';
  const award = (await page(slug)).awards.find((one: Json) => one.state === 'in-force');
  const proposed = await manager.send('POST', `/api/v1/clusters/${slug}/corrections`, {
    awardId: award.id,
    proposedLevel: null,
    proposedValidUntil: '2027-05-31',
    text: 'Certifikatet siger maj',
  });
  expect(proposed.status).toBe(200);
  const foreignAward = (await page('clean')).awards[0].id;
  const foreign = await manager.send('POST', `/api/v1/clusters/${slug}/corrections`, {
    awardId: foreignAward,
    proposedLevel: null,
    proposedValidUntil: '2027-05-31',
    text: 'Ikke vores',
  });
  expect(foreign).toMatchObject({ status: 400, body: { errors: [{ field: 'awardId' }] } });
  const correction = (await page(slug)).corrections.find(({ id }: { id: string }) => id === proposed.body.id);
  expect(correction).toMatchObject({ state: 'open', proposedValidUntil: '2027-05-31', proposedBy: 'Karen Toft' });
  const decide = () =>
    officer.send('POST', `/api/v1/corrections/${correction.id}/decision`, {
      decision: 'accept',
      revision: correction.revision,
      answer: 'Rettet, tak',
      reason,
    });
  expect((await decide()).status).toBe(200);
  expect((await decide()).status).toBe(409);
  const after = await page(slug);
  expect(after.row.validUntil).toBe('2027-05-31');
  expect(after.awards.find((one: Json) => one.id === award.id)).toMatchObject({
    source: 'Oplyst af klyngen, godkendt af en programansvarlig',
  });
});

test('a checked register turns an absence into a fact', async () => {
  const before = await page('made');
  expect(before.row.status).toBe('unknown');
  expect((await officer.send('POST', '/api/v1/clusters/made/confirmations', { source: null, reason: 'Set i registret' })).status).toBe(200);
  const after = await page('made');
  expect(after.recordConfirmed).toMatchObject({ on: '2026-11-25', by: 'Mette Lindholm', aged: false });
  expect(after.row.nextStep.code).not.toBe(before.row.nextStep.code);
  // Fresh through twelve months, aged from the day after.
  const agedOn = async (on: string) => (await officer.get(`/api/v1/clusters/made?on=${on}`)).body.recordConfirmed.aged;
  expect([await agedOn('2027-11-25'), await agedOn('2027-11-26')]).toEqual([false, true]);
});

test('a reminder is shown as it would sound now and marked to go out', async () => {
  const [{ id }] = await api.database.dataSource.query(
    `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state)
     select cluster.id, 'gold:renewal:test', 'booking', -14, '2027-01-15', person.id, 'manager', '2027-01-01', 'planned'
     from cluster, person where cluster.slug = 'energy-cluster-denmark' and person.email = 'manager@klyngevagt.example' returning id`,
  );
  const { body } = await officer.get(`/api/v1/reminders/${id}/text`);
  expect(body).toMatchObject({
    asSent: false,
    to: 'manager@klyngevagt.example',
    reminder: { about: '14 dage før sidste sikre bookingdag', recipient: 'Karen Toft', band: 'later' },
  });
  expect(body.text).toContain('Kære Karen Toft');
  expect((await officer.get(`/api/v1/reminders/${id}/text?language=en`)).body.text).toContain('Dear Karen Toft');
  const sendNow = () => officer.send('POST', `/api/v1/reminders/${id}/sending`, { reason });
  expect(await sendNow()).toMatchObject({ status: 200, body: { id, isQueueAway: false } });
  vi.spyOn(api.app.get<JobProducer>(Jobs), 'enqueue').mockRejectedValue(new Error('away from 192.0.2.1'));
  api.log.splice(0);
  expect(await sendNow()).toMatchObject({ status: 200, body: { id, isQueueAway: true } });
  vi.restoreAllMocks();
  const told = api.log.filter((line) => line.includes('the queue is away'));
  expect(told.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ level: 40, job: 'send-reminder', error: 'Error' })]);
  const [row] = await api.database.dataSource.query('select requested_at, request_reason from reminder where id = $1', [id]);
  expect(row).toMatchObject({ request_reason: reason, requested_at: expect.any(Date) });
});

test('health says what is there, and what is missing', async () => {
  expect(await api.stranger.get('/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
  const ready = await api.stranger.get('/health/ready');
  expect(ready).toMatchObject({
    status: 200,
    body: { status: 'ready', checks: { database: { ok: true }, migrations: { ok: true }, worker: { ok: false } } },
  });
  await api.database.dataSource.query(`update migrations set name = name || '-away' where name like 'Accounts%'`);
  expect(await api.stranger.get('/health/ready')).toMatchObject({
    status: 503,
    body: { status: 'not-ready', checks: { migrations: { ok: false, reason: '1 to apply' } } },
  });
  await api.database.dataSource.query(`update migrations set name = replace(name, '-away', '')`);
});
