import { DemoClockRepository, recordAs, systemActor } from '@klyngevagt/db';
import { addDays, calendarDate, weekday } from '@klyngevagt/scoring';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Client, type Json, startTestApi, type TestApi, today } from '../testing/test-api.js';

const own = 'energy-cluster-denmark';
const other = 'clean';
const reason = 'Aftalt med klyngen';

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

const write = (sql: string, values: unknown[] = []) =>
  recordAs(api.database.dataSource, systemActor('test'), (transaction) => transaction.query(sql, values));
const setToday = (day: string) => new DemoClockRepository(api.database.dataSource).set(calendarDate(day));
const board = async (slug = own, query = '', client = officer): Promise<Json> => {
  const { status, body } = await client.get(`/api/v1/clusters/${slug}/cases${query}`);
  expect(status, JSON.stringify(body).slice(0, 300)).toBe(200);
  return body;
};
const step = async (milestone: string, slug = own): Promise<Json> =>
  (await board(slug)).current.milestones.find((one: Json) => one.milestone === milestone);
const send = (client: Client, method: 'POST' | 'PATCH', path: string, body: object) => client.send(method, `/api/v1${path}`, body);
const saved = async (answer: ReturnType<typeof send>): Promise<Json> => {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body).slice(0, 400)).toBe(200);
  return body;
};
const plan = async (milestone: string, plannedOn: string | null, client = officer) => {
  const { id, revision } = await step(milestone);
  return send(client, 'PATCH', `/case-milestones/${id}`, { plannedOn, owner: null, revision, reason });
};
const complete = async (milestone: string, doneOn: string | null, client = officer, more: object = {}) => {
  const { id, revision } = await step(milestone);
  return send(client, 'POST', `/case-milestones/${id}/completion`, { doneOn, revision, reason, ...more });
};
const book = (client: Client, firstDayOn: string, more: object = {}, slug = own) =>
  send(client, 'POST', `/clusters/${slug}/audits`, {
    level: 'gold',
    firstDayOn,
    lastDayOn: firstDayOn,
    mode: 'on-site',
    place: 'Esbjerg',
    reason,
    ...more,
  });
const decide = async (body: object, slug = own) => {
  const { current, earlier } = await board(slug);
  const { id, revision } = current ?? earlier[0];
  return send(officer, 'POST', `/cases/${id}/decision`, {
    decidedOn: null,
    award: null,
    cureEndsOn: null,
    note: null,
    revision,
    reason,
    ...body,
  });
};
const certificate = {
  assessedOn: '2026-11-20',
  validFrom: null,
  validUntil: '2030-04-30',
  validUntilBasis: 'certificate',
  score: '95 %',
  source: 'Certifikat af 2026',
};

/** Each test meets the case as it is seeded or opened: nothing planned, done or booked. */
beforeEach(async () => {
  await setToday(today);
  await write(`delete from case_milestone`);
  await write(`delete from recertification_case`);
  await write(`delete from audit_booking where cluster_id in (select id from cluster where slug = $1)`, [own]);
  await write(`delete from award where source in ('Certifikat af 2026', 'Uden kilde')`);
  await saved(send(officer, 'POST', `/clusters/${own}/cases`, { reason }));
});

describe('a case', () => {
  test('is opened once for a cycle, with every step', async () => {
    const { current, next } = await board();
    expect(next).toBeNull();
    expect(current).toMatchObject({ kind: 'renewal', state: 'open', openedOn: today, present: true, inTime: true, booking: null });
    expect(current.milestones.map(({ milestone }: Json) => milestone)).toEqual([
      'gap-analysis',
      'self-test',
      'order',
      'experts',
      'documentation',
      'submission',
      'audit',
      'report',
      'decision',
      'label',
    ]);
    expect(current.ball).toMatchObject({ milestone: 'gap-analysis', owner: 'cluster' });
    expect(current.illustrative, 'it rests on an invented award').toBe(true);
    expect((await send(officer, 'POST', `/clusters/${own}/cases`, { reason })).status).toBe(409);
  });

  test('agrees with the chain of the cluster page', async () => {
    const { chain } = (await officer.get(`/api/v1/clusters/${own}`)).body;
    const { milestones } = (await board()).current;
    for (const { step: name, latestOn } of chain.steps) {
      expect(milestones.find(({ milestone }: Json) => milestone === name).latestOn, name).toBe(latestOn);
    }
  });

  test('says what there is to work towards where none is open, and when it opens by itself', async () => {
    expect(await board('digitallead')).toMatchObject({ current: null, next: { kind: 'renewal', opensByItselfOn: expect.any(String) } });
    expect(await board('made')).toMatchObject({ current: null, next: null });
    expect((await send(officer, 'POST', `/clusters/made/cases`, { reason })).body.errors[0].code).toBe('nothing-to-work-towards');
  });

  test('as it was known before it was opened there is none', async () => {
    const [{ at }] = await api.database.dataSource.query(`select clock_timestamp() as at`);
    await saved(send(officer, 'POST', `/clusters/clean/cases`, { reason }));
    expect((await board('clean', `?known=${new Date(at).toISOString()}`)).current).toBeNull();
    expect((await board('clean')).current).not.toBeNull();
  });

  test('belongs to nobody else: a foreign one is not there', async () => {
    await saved(send(officer, 'POST', `/clusters/${other}/cases`, { reason }));
    expect((await manager.get(`/api/v1/clusters/${other}/cases`)).status).toBe(404);
    const { id, revision } = await step('self-test', other);
    expect((await manager.get(`/api/v1/case-milestones/${id}/trial`)).status).toBe(404);
    expect((await send(manager, 'POST', `/case-milestones/${id}/completion`, { doneOn: today, revision, reason })).status).toBe(404);
    expect((await send(manager, 'POST', `/case-milestones/${id}/note`, { note: 'x', revision })).status).toBe(404);
  });

  test('a reader is told everything but names, notes and places', async () => {
    const { id, revision } = await step('experts');
    await saved(send(officer, 'POST', `/case-milestones/${id}/note`, { note: 'Fortroligt ord', revision }));
    await saved(book(officer, '2027-02-03', { experts: [{ name: 'Astrid Norberg', country: 'NO', conflict: false }] }));
    const text = JSON.stringify(await board(own, '', reader));
    for (const secret of ['Fortroligt', 'Astrid', 'Esbjerg']) expect(text).not.toContain(secret);
    expect(text).toContain('"country":"NO"');
  });
});

describe('planning', () => {
  test('shows what moves before it is saved, and then it has moved', async () => {
    const { id } = await step('order');
    const { body } = await officer.get(`/api/v1/case-milestones/${id}/trial?plannedOn=2027-03-01`);
    expect(body).toMatchObject({ refusal: null, inTime: false });
    expect(body.moves.find(({ milestone }: Json) => milestone === 'audit')).toMatchObject({ tooLate: true, wasTooLate: false });
    await saved(plan('order', '2027-03-01'));
    const { current } = await board();
    expect([current.inTime, current.decisionOn]).toEqual([false, body.decisionOn]);
    expect(await step('audit')).toMatchObject({ tooLate: true });
  });

  test.each([
    ['2026-12-24', 'lukkedag'],
    ['2026-12-31', 'lukkedag'],
    ['2026-11-28', 'lørdag'],
    ['2023-05-05', 'Store Bededag'],
    ['2046-01-02', 'Kalenderen'],
  ])('a closed day is refused with the reason: %s, %s', async (day, word) => {
    const { status, body } = await plan('order', day);
    expect([status, body.errors[0].field]).toEqual([400, 'plannedOn']);
    expect(body.errors[0].message).toContain(word);
    const { id } = await step('order');
    expect((await officer.get(`/api/v1/case-milestones/${id}/trial?plannedOn=${day}`)).body.refusal).toContain(word);
    expect((await step('order')).plannedOn).toBeNull();
  });

  test('26 April 2024 was a working day: Great Prayer Day is one no more', async () => {
    await saved(plan('order', '2024-04-26'));
    expect((await step('order')).plannedOn).toBe('2024-04-26');
  });

  test('two officers at the same moment: one is told what the other one changed, and nothing is lost', async () => {
    const { id, revision } = await step('documentation');
    const move = (client: Client, plannedOn: string) =>
      send(client, 'PATCH', `/case-milestones/${id}`, { plannedOn, owner: null, revision, reason });
    const answers = await Promise.all([move(officer, '2027-01-11'), move(admin, '2027-01-12')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const first = answers[0]?.status === 200 ? 'Mette Lindholm' : 'Ane Kjærgaard';
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused.code).toBe('changed-meanwhile');
    expect(refused.errors[0].message).toContain(first);
    expect(refused.errors[0].message).toMatch(/planlagt dag fra intet til 1[12]\.01\.2027/);
    const present = await step('documentation');
    await saved(
      send(admin, 'PATCH', `/case-milestones/${id}`, { plannedOn: '2027-01-13', owner: null, revision: present.revision, reason }),
    );
    const history = await api.database.dataSource.query(
      `select after ->> 'planned_on' as planned from ledger where row_id = $1 and before is not null order by seq`,
      [id],
    );
    expect(history.map(({ planned }: Json) => planned)).toEqual([present.plannedOn, '2027-01-13']);
  });

  test('is the officers’ affair', async () => {
    expect((await plan('order', '2026-12-01', manager)).status).toBe(403);
  });

  test('somebody else may have the ball', async () => {
    const { id, revision } = await step('gap-analysis');
    await saved(send(officer, 'PATCH', `/case-milestones/${id}`, { plannedOn: null, owner: 'officer', revision, reason }));
    expect((await board()).current.ball).toMatchObject({ milestone: 'gap-analysis', owner: 'officer' });
  });
});

describe('ticking off', () => {
  test('a cluster does its own steps in their order', async () => {
    expect((await complete('self-test', today, manager)).body.errors[0]).toMatchObject({ code: 'dependency-open' });
    await saved(complete('gap-analysis', today, manager));
    await saved(complete('self-test', today, manager));
    expect((await complete('experts', today, manager)).status).toBe(403);
    expect((await board()).current.ball).toMatchObject({ milestone: 'order' });
    expect((await step('gap-analysis')).doneOn).toBe(today);
  });

  test('an officer may break the order with a reason, never the calendar', async () => {
    expect((await complete('submission', today)).status).toBe(409);
    await saved(complete('submission', today, officer, { outOfOrder: true }));
    expect((await complete('documentation', '2026-11-26', officer, { outOfOrder: true })).body.errors[0].code).toBe('not-come-yet');
    expect((await complete('self-test', today, manager, { outOfOrder: true })).status, 'a cluster may not').toBe(409);
    await saved(complete('submission', null));
    expect((await step('submission')).doneOn).toBeNull();
  });

  test('a booking settles the order, and an audit that was held is held everywhere', async () => {
    await saved(book(manager, '2026-11-24', { mode: 'video' }));
    expect(await step('order')).toMatchObject({ doneOn: today, doneByBooking: true });
    await saved(complete('audit', '2026-11-24', officer, { outOfOrder: true }));
    expect((await officer.get(`/api/v1/clusters/${own}`)).body.audits[0].state).toBe('held');
    expect((await board()).current.booking).toMatchObject({ state: 'held' });
  });

  test('decision and label follow from the outcome alone', async () => {
    for (const milestone of ['decision', 'label']) {
      expect((await complete(milestone, today, officer, { outOfOrder: true })).body.errors[0].code).toBe('outcome-decides');
    }
  });

  test('a note is heard of by the cluster and can be erased', async () => {
    const noted = async (note: string | null) => {
      const { id, revision } = await step('experts');
      await saved(send(manager, 'POST', `/case-milestones/${id}/note`, { note, revision }));
    };
    await noted('Vi foreslår uge 5');
    expect((await step('experts')).note).toBe('Vi foreslår uge 5');
    const [{ found }] = await api.database.dataSource.query(`select count(*)::int as found from ledger where after::text like '%uge 5%'`);
    expect(found, 'the ledger holds a digest only').toBe(0);
    await noted(null);
    expect((await step('experts')).note).toBeNull();
  });
});

describe('a booking', () => {
  test('reported by the cluster counts at once, with its experts, until an officer rejects it', async () => {
    const experts = [
      { name: 'Astrid Norberg', country: 'NO', conflict: false },
      { name: 'Ulrich Weber', country: 'DE', conflict: true },
    ];
    const { id } = await saved(book(manager, '2027-02-03', { experts }));
    const { booking, inTime } = (await board()).current;
    expect([inTime, booking]).toEqual([
      true,
      expect.objectContaining({ reportedByCluster: true, state: 'reported', inTime: true, experts }),
    ]);
    const portfolio = (await officer.get('/api/v1/portfolio')).body.rows.find(({ slug }: Json) => slug === own);
    expect(portfolio.booking).toMatchObject({ firstDayOn: '2027-02-03' });
    const [audit] = (await officer.get(`/api/v1/clusters/${own}`)).body.audits;
    await saved(send(officer, 'PATCH', `/audits/${id}/experts`, { experts: [experts[0]], revision: audit.revision, reason }));
    expect((await board()).current.booking.experts).toEqual([experts[0]]);
    await saved(send(officer, 'POST', `/audits/${id}/decision`, { state: 'rejected', revision: audit.revision, reason }));
    expect((await board()).current.booking).toBeNull();
    expect((await step('order')).doneOn).toBeNull();
  });

  test('on the last safe day is in time, one working day later it is not', async () => {
    const { latestOn } = await step('audit');
    const later = addDays(latestOn, weekday(latestOn) === 5 ? 3 : 1);
    await saved(book(officer, latestOn));
    expect((await board()).current).toMatchObject({ inTime: true, booking: { inTime: true } });
    await write(`delete from audit_booking where cluster_id in (select id from cluster where slug = $1)`, [own]);
    await saved(book(officer, later));
    expect((await board()).current).toMatchObject({ inTime: false, booking: { inTime: false } });
  });

  test('nobody holds an audit on a closed day, nor with three experts', async () => {
    const { status, body } = await book(officer, '2026-12-24');
    expect([status, body.errors[0].field, body.errors[0].message]).toEqual([400, 'firstDayOn', expect.stringContaining('lukkedag')]);
    const expert = { name: 'En Ekspert', country: 'NO', conflict: false };
    expect((await book(officer, '2027-02-03', { experts: [expert, expert, expert] })).status).toBe(400);
    expect((await book(officer, '2027-02-03', { experts: [{ ...expert, country: 'Norge' }] })).status).toBe(400);
  });
});

describe('an outcome', () => {
  test('awarded inside the window: the award joins the old end, and the certificate’s own end wins over the computed one', async () => {
    const before = (await officer.get(`/api/v1/clusters/${own}`)).body.row.validUntil;
    await saved(decide({ state: 'awarded', decidedOn: today, award: certificate }));
    const { current, earlier } = await board();
    expect(current).toBeNull();
    const joined = calendarDate(before);
    expect(earlier[0]).toMatchObject({
      state: 'awarded',
      decidedOn: today,
      award: { validUntil: '2030-04-30', basis: 'certificate', differs: before !== '2027-04-30' },
    });
    const { awards, row } = (await officer.get(`/api/v1/clusters/${own}`)).body;
    expect(row.validUntil).toBe('2030-04-30');
    expect(awards.find(({ validUntil }: Json) => validUntil === '2030-04-30')).toMatchObject({ kind: 'renewal', approvedOn: today });
    expect(awards.find(({ validUntil }: Json) => validUntil === '2030-04-30').validFrom > joined).toBe(true);
    expect(earlier[0].milestones.filter(({ doneOn }: Json) => doneOn === today).map(({ milestone }: Json) => milestone)).toEqual([
      'decision',
      'label',
    ]);
  });

  test('a stated end that differs from the computed one is shown, explained, and counts', async () => {
    await saved(decide({ state: 'awarded', decidedOn: today, award: { ...certificate, validUntil: '2029-06-30' } }));
    const { award } = (await board()).earlier[0];
    expect(award).toMatchObject({ validUntil: '2029-06-30', differs: true });
    expect(award.proposedUntil).not.toBe('2029-06-30');
    expect(award.explanation.replaceAll('\u00a0', ' ')).toMatch(
      /Certifikatet siger 30\. juni 2029.*reglen beregner.*Certifikatets dato gælder/,
    );
    expect((await officer.get(`/api/v1/clusters/${own}`)).body.row.validUntil).toBe('2029-06-30');
  });

  test('without an end nothing is claimed, and an end names where it comes from', async () => {
    const noEnd = { ...certificate, validUntil: null };
    expect((await decide({ state: 'awarded', decidedOn: today, award: noEnd })).body.errors[0].field).toBe('validUntilBasis');
    await saved(decide({ state: 'awarded', decidedOn: today, award: { ...noEnd, validUntilBasis: 'not-known' } }));
    expect((await board()).earlier[0].award).toMatchObject({ validUntil: null, differs: false });
  });

  test('failed: a cure period with its own deadline runs, the verdict follows the rules, and an award may still come', async () => {
    const verdict = async () => (await officer.get(`/api/v1/clusters/${own}`)).body.row.verdict;
    const before = await verdict();
    expect((await decide({ state: 'failed', decidedOn: today, cureEndsOn: today })).body.errors[0].code).toBe('cure-not-after');
    const early = await decide({ state: 'awarded', decidedOn: today, award: certificate, cureEndsOn: '2027-02-28' });
    expect(early.body.errors).toMatchObject([{ field: 'cureEndsOn' }]);
    await saved(decide({ state: 'failed', decidedOn: today, cureEndsOn: '2027-02-28', note: 'To indikatorer' }));
    // What is still to be done towards another decision can be planned.
    await saved(plan('gap-analysis', '2026-12-01'));
    const failed = await board();
    expect(failed.current).toMatchObject({ state: 'failed', cure: { endsOn: '2027-02-28', running: true }, present: true });
    expect(failed.cureMonths).toBe(6);
    expect(await verdict()).toBe(before);
    expect((await board(own, '?on=2027-03-01')).current.cure).toEqual({ endsOn: '2027-02-28', running: false });
    await saved(decide({ state: 'awarded', decidedOn: today, award: certificate }));
    expect((await board()).earlier[0]).toMatchObject({ state: 'awarded', cure: null });
  });

  test('withdrawn, and taken back: the history stays', async () => {
    await saved(decide({ state: 'withdrawn', decidedOn: today }));
    expect(await board()).toMatchObject({ current: null, earlier: [{ state: 'withdrawn' }] });
    expect((await send(officer, 'POST', `/clusters/${own}/cases`, { reason })).status, 'one case of a cycle').toBe(409);
    await saved(decide({ state: 'open' }));
    expect((await board()).current).toMatchObject({ state: 'open', decidedOn: null });
    const states = await api.database.dataSource.query(
      `select after ->> 'state' as state from ledger where entity = 'recertification_case' and row_id = $1 order by seq`,
      [(await board()).current.id],
    );
    expect(states.map(({ state }: Json) => state)).toEqual(['open', 'withdrawn', 'open']);
  });

  test('an award that was recorded by mistake goes with its decision, and the ledger keeps it', async () => {
    const before = (await officer.get(`/api/v1/clusters/${own}`)).body.row.validUntil;
    await saved(decide({ state: 'awarded', decidedOn: today, award: certificate }));
    await saved(decide({ state: 'awarded', decidedOn: today, award: { ...certificate, validUntil: '2030-03-31' } }));
    expect((await officer.get(`/api/v1/clusters/${own}`)).body.row.validUntil).toBe('2030-03-31');
    await saved(decide({ state: 'failed', decidedOn: today }));
    expect((await officer.get(`/api/v1/clusters/${own}`)).body.row.validUntil).toBe(before);
    const [{ kept }] = await api.database.dataSource.query(
      `select count(*)::int as kept from ledger where entity = 'award' and after is null and before ->> 'valid_until' = '2030-03-31'`,
    );
    expect(kept).toBeGreaterThan(0);
  });

  test('expired only once the target is out of reach; nothing is decided in the future', async () => {
    expect((await decide({ state: 'expired', decidedOn: today })).body.errors[0].code).toBe('not-expired');
    expect((await decide({ state: 'withdrawn', decidedOn: '2026-11-26' })).body.errors[0].code).toBe('not-come-yet');
    expect((await decide({ state: 'awarded', decidedOn: today })).body.errors[0].field).toBe('award');
  });

  test('a late renewal inside the window joins the old end; after the window it is a first award', async () => {
    const late = { ...certificate, assessedOn: '2026-10-01', validUntil: null, validUntilBasis: 'not-known' };
    await saved(send(officer, 'POST', `/clusters/fjordklyngen/cases`, { reason }));
    await saved(decide({ state: 'awarded', decidedOn: today, award: late }, 'fjordklyngen'));
    const [renewal] = (await officer.get('/api/v1/clusters/fjordklyngen')).body.awards;
    const [, old] = (await officer.get('/api/v1/clusters/fjordklyngen')).body.awards;
    expect([renewal.kind, renewal.validFrom > old.validUntil, renewal.validFrom < today]).toEqual(['renewal', true, true]);

    await write(`delete from action_plan where cluster_id in (select id from cluster where slug = 'hedeklyngen')`);
    await write(
      `insert into action_plan (cluster_id, programme_id, proposed_on, accepted_on, due_on, source, confidence, revision)
       select cluster.id, programme.id, '2026-11-01', '2026-11-02', '2027-06-30', 'test', 'illustrative', 1
       from cluster, programme where cluster.slug = 'hedeklyngen' and programme.slug = 'oevelsesprogram'`,
    );
    await saved(send(officer, 'POST', `/clusters/hedeklyngen/cases`, { reason }));
    expect((await board('hedeklyngen')).current).toMatchObject({ kind: 'first', anchor: 'plan-due', anchorOn: '2027-06-30' });
    await saved(decide({ state: 'awarded', decidedOn: today, award: late }, 'hedeklyngen'));
    const [first] = (await officer.get('/api/v1/clusters/hedeklyngen')).body.awards;
    expect([first.kind, first.validFrom]).toEqual(['first', today]);
  });
});

test('a cluster that leaves the programme in the middle of a case keeps it, and is no longer bound', async () => {
  await saved(complete('gap-analysis', today, manager));
  await write(
    `update membership set ends_on = '2026-11-30', revision = revision + 1
     where cluster_id in (select id from cluster where slug = $1) and ends_on > '2026-11-30'`,
    [own],
  );
  await setToday('2026-12-01');
  const { cluster, current } = await board();
  expect([cluster.bound, current.state, current.present]).toEqual([false, 'open', true]);
  await saved(decide({ state: 'withdrawn', decidedOn: '2026-12-01', note: 'Udtrådt af programmet' }));
  expect((await board()).earlier[0].state).toBe('withdrawn');
  await write(
    `update membership set ends_on = '2028-12-31', revision = revision + 1
     where cluster_id in (select id from cluster where slug = $1) and ends_on = '2026-11-30'`,
    [own],
  );
});
