import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApi, type TestApi, type Json } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
let admin: Client;
let manager: Client;
let reader: Client;
beforeAll(async () => {
  api = await startTestApi();
  [officer, admin, manager, reader] = await Promise.all([api.as('officer'), api.as('admin'), api.as('manager'), api.as('reader')]);
});
afterAll(() => api.close());

const own = 'energy-cluster-denmark';
/** Invented, and in breach: its gold lapsed. */
const lapsed = 'hedeklyngen';
const programme = 'klyngeprogram-2025-2028';
const reason = 'Aftalt på mødet';
const page = async (slug: string, on = '', client = officer) => (await client.get(`/api/v1/clusters/${slug}${on && `?on=${on}`}`)).body;
const verdictOn = async (slug: string, on: string) => (await page(slug, on)).row.verdict;
const planOf = async (id: string, client = officer, slug = own) => (await page(slug, '', client)).plans.find((one: Json) => one.id === id);
const waiverOf = async (slug: string, id: string, client = officer) =>
  (await page(slug, '', client)).waivers.find((one: Json) => one.id === id);
const propose = async (more: object = {}, client = manager) =>
  client.send('POST', `/api/v1/clusters/${own}/plans`, { programme, dueOn: '2027-08-31', text: 'Audit i maj', reason, ...more });
const decide = (id: string, revision: number, decision: string, comment = reason) =>
  officer.send('POST', `/api/v1/plans/${id}/decision`, { decision, revision, reason: comment });

describe('a plan', () => {
  test('is proposed with steps, returned with a comment, proposed again, accepted; every step tells who, when and why', async () => {
    const milestones = [
      { text: 'Selvtest', dueOn: '2027-01-15' },
      { text: 'Booking hos ESCA', dueOn: '2027-02-15' },
    ];
    const { status, body } = await propose({ milestones });
    expect(status).toBe(200);
    const proposed = await planOf(body.id, manager);
    expect(proposed).toMatchObject({ state: 'proposed', proposedOn: '2026-11-25', source: 'Oplyst af klyngen', acceptedOn: null });
    expect(proposed.milestones.map(({ text, dueOn, overdue }: Json) => [text, dueOn, overdue])).toEqual([
      ['Selvtest', '2027-01-15', false],
      ['Booking hos ESCA', '2027-02-15', false],
    ]);
    expect((await decide(body.id, 1, 'return', 'Hvem udfylder selvtesten?')).status).toBe(200);
    expect(await planOf(body.id, manager)).toMatchObject({ state: 'returned' });
    const [first] = proposed.milestones;
    const revision = {
      dueOn: '2027-06-30',
      text: 'Sekretariatet udfylder selvtesten',
      milestones: [{ id: first.id, text: 'Selvtest', dueOn: '2027-01-20' }],
      revision: 2,
      reason,
    };
    expect((await manager.send('PUT', `/api/v1/plans/${body.id}`, { ...revision, revision: 1 })).status).toBe(409);
    expect((await manager.send('PUT', `/api/v1/plans/${body.id}`, revision)).status).toBe(200);
    expect((await decide(body.id, 3, 'accept')).status).toBe(200);
    const accepted = await planOf(body.id, manager);
    expect(accepted).toMatchObject({ state: 'accepted', acceptedOn: '2026-11-25', dueOn: '2027-06-30' });
    expect(accepted.steps.map(({ kind, by, role, comment, until }: Json) => [kind, by, role, comment, until])).toEqual([
      ['proposed', 'Karen Toft', 'manager', reason, '2027-08-31'],
      ['returned', 'Mette Lindholm', 'officer', 'Hvem udfylder selvtesten?', '2027-08-31'],
      ['revised', 'Karen Toft', 'manager', reason, '2027-06-30'],
      ['accepted', 'Mette Lindholm', 'officer', reason, '2027-06-30'],
    ]);
    expect(await decide(body.id, 4, 'refuse')).toMatchObject({ status: 409, body: { errors: [{ field: 'decision' }] } });
  });

  test('a reader sees that it exists and nothing that was written', async () => {
    const { body } = await propose({ text: 'Fortrolig plan', milestones: [{ text: 'Fortroligt skridt', dueOn: '2027-01-15' }] });
    const seen = await planOf(body.id, reader);
    expect(seen).toMatchObject({ state: 'proposed', text: null, milestones: [{ text: null }], steps: [{ by: null, comment: null }] });
    expect(JSON.stringify(await page(own, '', reader))).not.toMatch(/Fortrolig|Aftalt på mødet/);
  });

  test('steps are ticked off by the cluster, not before they are done, and overdue ones call for action', async () => {
    const [plan] = (await page(lapsed)).plans;
    expect((await decide(plan.id, plan.revision, 'accept')).status).toBe(200);
    const [step] = (await planOf(plan.id, officer, lapsed)).milestones;
    const afterDue = '2027-01-10';
    expect(step.dueOn < afterDue).toBe(true);
    expect((await page(lapsed, afterDue)).row).toMatchObject({ verdict: 'by-plan', needsAction: true });
    expect((await page(lapsed, afterDue)).row.reasons.map(({ code }: Json) => code)).toContain('plan-step-overdue');
    const finish = (doneOn: string | null, revision: number) =>
      officer.send('POST', `/api/v1/plan-milestones/${step.id}/completion`, { doneOn, revision, reason });
    expect(await finish('2026-11-26', 1)).toMatchObject({ status: 400, body: { errors: [{ field: 'doneOn' }] } });
    expect((await finish('2026-11-20', 1)).status).toBe(200);
    expect((await page(lapsed, afterDue)).row.reasons.map(({ code }: Json) => code)).not.toContain('plan-step-overdue');
    expect((await finish(null, 1)).status).toBe(409);
    expect((await finish(null, 2)).status).toBe(200);
  });

  test('changes the verdict from the day of its acceptance, not before; a mistake is corrected with a reason', async () => {
    const [plan] = (await page(lapsed)).plans;
    expect(plan.state).toBe('accepted');
    expect([await verdictOn(lapsed, '2026-11-24'), await verdictOn(lapsed, '2026-11-25')]).toEqual(['breach', 'by-plan']);
    const correct = (acceptedOn: string | null, more: object = {}) =>
      officer.send('PATCH', `/api/v1/plans/${plan.id}`, {
        dueOn: plan.dueOn,
        acceptedOn,
        text: plan.text,
        revision: plan.revision,
        reason,
        ...more,
      });
    expect(await correct('2026-11-26')).toMatchObject({ status: 400, body: { errors: [{ field: 'acceptedOn' }] } });
    expect(await correct(null)).toMatchObject({ status: 400, body: { errors: [{ field: 'acceptedOn' }] } });
    expect((await correct('2026-11-23')).status).toBe(200);
    expect([await verdictOn(lapsed, '2026-11-22'), await verdictOn(lapsed, '2026-11-23')]).toEqual(['breach', 'by-plan']);
    expect((await planOf(plan.id, officer, lapsed)).steps.at(-1)).toMatchObject({ kind: 'corrected', comment: reason });
    expect((await correct('2026-06-01', { revision: plan.revision + 1 })).status).toBe(200);
    expect([await verdictOn(lapsed, '2026-05-31'), await verdictOn(lapsed, '2026-06-01')]).toEqual(['renewable', 'by-plan']);
    const withdrawn = await officer.send('POST', `/api/v1/plans/${plan.id}/withdrawal`, { revision: plan.revision + 2, reason });
    expect(withdrawn.status).toBe(200);
    expect([await verdictOn(lapsed, '2026-11-24'), await verdictOn(lapsed, '2026-11-25')]).toEqual(['by-plan', 'breach']);
  });

  test('is taken back by the cluster while nobody has accepted it, not afterwards', async () => {
    const { body } = await propose();
    const withdraw = (id: string, revision: number) => manager.send('POST', `/api/v1/plans/${id}/withdrawal`, { revision, reason });
    expect((await withdraw(body.id, 1)).status).toBe(200);
    expect(await planOf(body.id)).toMatchObject({ state: 'withdrawn' });
    const other = (await propose()).body.id;
    await decide(other, 1, 'accept');
    expect(await withdraw(other, 2)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  test('looks ahead, and its steps end with it: each mistake is named at its field', async () => {
    expect(await propose({ dueOn: '2026-11-24' })).toMatchObject({ status: 400, body: { errors: [{ field: 'dueOn' }] } });
    const today = { dueOn: '2026-11-25', milestones: [{ text: 'Samme dag', dueOn: '2026-11-25' }] };
    expect((await propose(today)).status).toBe(200);
    const late = await propose({
      milestones: [
        { text: 'Selvtest', dueOn: '2027-01-15' },
        { text: 'For sent', dueOn: '2027-09-01' },
      ],
    });
    expect(late).toMatchObject({ status: 400, body: { errors: [{ field: 'milestones.1.dueOn' }] } });
    const empty = await propose({ milestones: [{ text: ' ', dueOn: '2027-01-15' }] });
    expect(empty).toMatchObject({ status: 400, body: { errors: [{ field: 'milestones.0.text' }] } });
  });

  test('two officers decide at once: the second is told', async () => {
    const { body } = await propose();
    const answers = await Promise.all(
      [officer, admin].map((client, index) =>
        client.send('POST', `/api/v1/plans/${body.id}/decision`, { decision: index === 0 ? 'return' : 'accept', revision: 1, reason }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a waiver', () => {
  const record = async (slug: string, more: object = {}) =>
    officer.send('POST', `/api/v1/clusters/${slug}/waivers`, {
      programme: 'oevelsesprogram',
      startsOn: '2026-11-01',
      endsOn: '2027-01-31',
      text: 'Fusion',
      reason,
      ...more,
    });
  const decideOn = (client: Client, id: string, revision: number, decision: string) =>
    client.send('POST', `/api/v1/waivers/${id}/decision`, { decision, revision, reason });

  test('may end on the day itself, not before', async () => {
    expect(await record('fjordklyngen', { endsOn: '2026-11-24' })).toMatchObject({ status: 400, body: { errors: [{ field: 'endsOn' }] } });
    expect((await record('fjordklyngen', { endsOn: '2026-11-25' })).status).toBe(200);
  });

  test('takes two persons, exempts from the approval on, and through the Sunday on which it ends', async () => {
    const { body } = await record(lapsed);
    expect(await waiverOf(lapsed, body.id)).toMatchObject({ mayApprove: false, approvedOn: null, state: 'proposed' });
    expect(await waiverOf(lapsed, body.id, admin)).toMatchObject({ mayApprove: true });
    expect(await verdictOn(lapsed, '2026-11-25')).toBe('breach');
    for (const decision of ['approve', 'refuse']) {
      expect(await decideOn(officer, body.id, 1, decision)).toMatchObject({ status: 403, body: { code: 'same-person-approves' } });
    }
    expect((await decideOn(admin, body.id, 1, 'approve')).status).toBe(200);
    expect(await waiverOf(lapsed, body.id, admin)).toMatchObject({ mayApprove: false, approvedOn: '2026-11-25', state: 'approved' });
    expect(await verdictOn(lapsed, '2026-11-24')).not.toBe('exempt');
    const verdicts = await Promise.all(['2026-11-25', '2027-01-31', '2027-02-01'].map((on) => verdictOn(lapsed, on)));
    expect(verdicts).toEqual(['exempt', 'exempt', 'breach']);
    const correct = (endsOn: string) =>
      officer.send('PATCH', `/api/v1/waivers/${body.id}`, { startsOn: '2026-11-01', endsOn, text: 'Fusion', revision: 2, reason });
    expect(await correct('2027-02-28')).toMatchObject({ status: 400, body: { errors: [{ field: 'endsOn' }] } });
    expect((await correct('2026-12-31')).status).toBe(200);
    expect([await verdictOn(lapsed, '2026-12-31'), await verdictOn(lapsed, '2027-01-01')]).toEqual(['exempt', 'breach']);
    const kinds = (await waiverOf(lapsed, body.id)).steps.map(({ kind }: Json) => kind);
    expect(kinds).toEqual(['proposed', 'accepted', 'corrected']);
  });

  test('is refused by another, or taken back by its author; neither counts', async () => {
    const refused = (await record('fjordklyngen')).body.id;
    expect((await decideOn(admin, refused, 1, 'refuse')).status).toBe(200);
    const withdrawn = (await record('fjordklyngen')).body.id;
    expect((await decideOn(officer, withdrawn, 1, 'withdraw')).status).toBe(200);
    expect(await decideOn(admin, withdrawn, 2, 'approve')).toMatchObject({ status: 409, body: { errors: [{ field: 'decision' }] } });
    expect([(await waiverOf('fjordklyngen', refused)).state, (await waiverOf('fjordklyngen', withdrawn)).state]).toEqual([
      'refused',
      'withdrawn',
    ]);
    expect(await verdictOn('fjordklyngen', '2026-11-25')).not.toBe('exempt');
  });

  test('needs an end that has not passed, and a text', async () => {
    expect(await record(lapsed, { endsOn: '2026-11-24' })).toMatchObject({ status: 400, body: { errors: [{ field: 'endsOn' }] } });
    expect(await record(lapsed, { text: ' ' })).toMatchObject({ status: 400, body: { errors: [{ field: 'text' }] } });
  });
});

describe('what waits for an officer', () => {
  const waiting = async (client = officer, query = ''): Promise<Json[]> => (await client.get(`/api/v1/proposals${query}`)).body.proposals;

  test('is a list of plans, waivers, reported bookings and corrections, the oldest first; an answer takes one out', async () => {
    const plan = (await propose()).body.id;
    const audit = { level: 'gold', firstDayOn: '2027-02-01', lastDayOn: '2027-02-01', mode: 'video', place: null, reason };
    const booked = (await manager.send('POST', `/api/v1/clusters/${own}/audits`, audit)).body.id;
    const correction = { awardId: null, proposedLevel: null, proposedValidUntil: null, text: 'Navnet er forkert' };
    const corrected = (await manager.send('POST', `/api/v1/clusters/${own}/corrections`, correction)).body.id;
    const listed = await waiting();
    const found = (id: string) => listed.find((one) => one.id === id);
    expect(found(plan)).toMatchObject({ kind: 'plan', cluster: { slug: own }, since: '2026-11-25', waitingDays: 0, from: '2027-08-31' });
    expect(found(booked)).toMatchObject({ kind: 'audit', from: '2027-02-01', to: '2027-02-01' });
    expect(found(corrected)).toMatchObject({ kind: 'correction', subject: 'cluster', mayDecide: true });
    expect(listed.map(({ since }) => since)).toEqual(listed.map(({ since }) => since).sort());
    const waiver = listed.find(({ kind, cluster }) => kind === 'waiver' && cluster.slug === 'fjordklyngen');
    expect(waiver).toMatchObject({ waitingDays: 2, illustrative: true, mayDecide: true });
    await decide(plan, 1, 'return');
    expect((await waiting()).map(({ id }) => id)).not.toContain(plan);
    expect((await waiting(officer, '?on=2026-11-24')).map(({ id }) => id)).not.toContain(booked);
  });

  test('a waiver that the caller proposed waits for somebody else', async () => {
    const body = { programme, startsOn: '2026-12-01', endsOn: '2027-01-31', text: 'Fusion', reason };
    const { id } = (await officer.send('POST', `/api/v1/clusters/made/waivers`, body)).body;
    const seenBy = async (client: Client) => (await waiting(client)).find((one) => one.id === id).mayDecide;
    expect([await seenBy(officer), await seenBy(admin)]).toEqual([false, true]);
  });
});
