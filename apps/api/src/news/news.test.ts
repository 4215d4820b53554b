import { DemoClockRepository, recordAs, systemActor } from '@klyngevagt/db';
import { calendarDate } from '@klyngevagt/scoring';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Client, type Json, startTestApi, type TestApi, today } from '../testing/test-api.js';

const own = 'energy-cluster-denmark';
const foreign = 'danish-life-science-cluster';

let api: TestApi;
let officer: Client;
let manager: Client;
let reader: Client;
beforeAll(async () => {
  api = await startTestApi();
  [officer, manager, reader] = await Promise.all([api.as('officer'), api.as('manager'), api.as('reader')]);
});
afterAll(() => api.close());

const read = async (client: Client): Promise<Json> => {
  const { status, body } = await client.get('/api/v1/news');
  expect(status, JSON.stringify(body).slice(0, 300)).toBe(200);
  return body;
};
const markLooked = async (client: Client, { until, today: on }: Json) =>
  expect((await client.send('POST', '/api/v1/news/looked', { until, today: on })).status).toBe(200);
const setToday = (day: string) => new DemoClockRepository(api.database.dataSource).set(calendarDate(day));
const write = (sql: string, values: unknown[] = [], actor = systemActor('test')) =>
  recordAs(api.database.dataSource, actor, (transaction) => transaction.query(sql, values));

beforeEach(async () => {
  for (const client of [officer, manager, reader]) await markLooked(client, await read(client));
});
afterEach(() => setToday(today));

async function reportAudit(slug: string, firstDayOn: string): Promise<string> {
  const body = { level: 'gold', firstDayOn, lastDayOn: firstDayOn, mode: 'video', place: null, reason: 'Aftalt' };
  const answer = await officer.send('POST', `/api/v1/clusters/${slug}/audits`, body);
  expect(answer.status).toBe(200);
  return answer.body.id;
}

async function moveEnd(slug: string, to: string): Promise<string> {
  const { body } = await officer.get(`/api/v1/clusters/${slug}`);
  const award = body.awards.find(({ state }: Json) => state === 'in-force');
  const { id, proposal: _, state: _state, revokedOn: _revoked, ...stated } = award;
  const answer = await officer.send('PATCH', `/api/v1/awards/${id}`, {
    ...stated,
    validUntil: to,
    validUntilBasis: 'certificate',
    reason: 'Rettet',
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return award.validUntil;
}

describe('since when', () => {
  test('nothing is new for who has just looked', async () => {
    expect(await read(officer)).toMatchObject({ isFirstLook: false, items: [], counts: [], otherChanges: 0, sinceOn: today, today });
  });

  test('who looked on a day that the clock has gone back behind is told since today', async () => {
    await setToday('2026-12-01');
    await markLooked(officer, await read(officer));
    await setToday(today);
    expect(await read(officer)).toMatchObject({ isFirstLook: false, sinceOn: today, today });
  });

  test('who never looked is told what came after the account was made', async () => {
    await api.database.dataSource.query('delete from account_looked');
    const body = await read(officer);
    expect(body).toMatchObject({ isFirstLook: true, sinceOn: today });
    expect(body.items.filter(({ kind }: Json) => kind === 'cluster')).toEqual([]);
  });

  test('what is recorded while somebody reads is there the next time', async () => {
    const seen = await read(officer);
    await reportAudit(own, '2027-02-08');
    await markLooked(officer, seen);
    expect((await read(officer)).items).toContainEqual(
      expect.objectContaining({ kind: 'booking', cluster: expect.objectContaining({ slug: own }) }),
    );
  });

  test('an older answer marked late takes nothing back, and no mark reaches into the future', async () => {
    const seen = await read(officer);
    await reportAudit(own, '2027-02-09');
    await markLooked(officer, await read(officer));
    await markLooked(officer, seen);
    expect((await read(officer)).items).toEqual([]);
    await markLooked(officer, { until: '2099-01-01T00:00:00.000Z', today });
    await reportAudit(own, '2027-02-10');
    expect((await read(officer)).items).toHaveLength(1);
  });

  test('a mark belongs to one person, and goes with the account', async () => {
    await reportAudit(own, '2027-02-11');
    await markLooked(officer, await read(officer));
    expect((await read(reader)).items).toHaveLength(1);
    const [{ count }] = await api.database.dataSource.query(
      `select count(*)::int as count from information_schema.referential_constraints where constraint_name like 'account_looked%' and delete_rule = 'CASCADE'`,
    );
    expect(count).toBe(1);
  });
});

describe('what is new', () => {
  test('a moved date: old, new, by whom', async () => {
    const before = await moveEnd(own, '2029-06-30');
    const item = (await read(officer)).items.find(({ kind }: Json) => kind === 'date');
    const danish = (day: string) => day.split('-').reverse().join('.');
    expect(item).toMatchObject({
      before: danish(before),
      after: '30.06.2029',
      by: { name: 'Mette Lindholm', isSystem: false },
      byTimeAlone: false,
    });
    expect(item.what).toBe('Tildeling: Gyldig til');
    await moveEnd(own, before);
    expect((await read(officer)).items.filter(({ kind }: Json) => kind === 'date')).toEqual([]);
  });

  test('a verdict that changed by time alone is told apart from one that somebody changed', async () => {
    await setToday('2027-01-20');
    const verdicts = (await read(officer)).items.filter(({ kind }: Json) => kind === 'verdict');
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.every(({ byTimeAlone, by }: Json) => byTimeAlone && by === null)).toBe(true);
    const atRisk = verdicts.find(({ after }: Json) => after === 'I fare');
    await moveEnd(atRisk.cluster.slug, '2031-12-31');
    expect(
      (await read(officer)).items.filter(({ kind, cluster }: Json) => kind === 'verdict' && cluster.slug === atRisk.cluster.slug),
    ).toEqual([]);
    await markLooked(officer, await read(officer));
    await moveEnd(atRisk.cluster.slug, '2027-01-31');
    const [again] = (await read(officer)).items.filter(({ kind }: Json) => kind === 'verdict');
    expect(again).toMatchObject({ before: 'Opfyldt', after: 'I fare', byTimeAlone: false });
  });

  test('a deadline that went by undone', async () => {
    await setToday('2027-01-20');
    const milestones = (await read(officer)).items.filter(({ kind }: Json) => kind === 'milestone');
    expect(milestones).toContainEqual(
      expect.objectContaining({ what: 'Auditten skulle være holdt', after: '18.12.2026', byTimeAlone: true }),
    );
  });

  test('a reminder that failed, and what it failed by', async () => {
    const { dataSource } = api.database;
    await dataSource.query(
      `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state)
       select cluster.id, 'news', 'booking', -14, '2026-12-18', person.id, 'officer', '2026-11-24', 'planned'
       from cluster, person where cluster.slug = any($1) and person.email = 'officer@klyngevagt.example'`,
      [[own, foreign]],
    );
    expect((await read(officer)).items).toEqual([]);
    await dataSource.query(`update reminder set state = 'failed', failed_because = 'refused' where cycle = 'news'`);
    expect((await read(officer)).items).toHaveLength(2);
    const { items } = await read(manager);
    expect(items).toEqual([expect.objectContaining({ kind: 'reminder', after: 'Modtagerens mailserver afviste mailen.' })]);
    expect(items[0].cluster.slug).toBe(own);
    await dataSource.query(`update reminder set state = 'planned', failed_because = null where cycle = 'news'`);
    expect((await read(officer)).items).toEqual([]);
  });

  test('steps of a recertification: ticked off, and planned days that went by', async () => {
    const { body } = await officer.get(`/api/v1/clusters/${own}/cases`);
    const step = (name: string) => body.current.milestones.find(({ milestone }: Json) => milestone === name);
    const { id, revision } = step('gap-analysis');
    const done = { doneOn: today, revision, reason: 'Færdig' };
    expect((await officer.send('POST', `/api/v1/case-milestones/${id}/completion`, done)).status).toBe(200);
    const planned = { plannedOn: '2026-12-01', revision: step('self-test').revision, reason: 'Aftalt' };
    expect((await officer.send('PATCH', `/api/v1/case-milestones/${step('self-test').id}`, planned)).status).toBe(200);
    const told = async () =>
      (await read(officer)).items
        .filter(({ kind }: Json) => kind === 'milestone')
        .map(({ what, after, byTimeAlone }: Json) => [what, after, byTimeAlone]);
    expect(await told()).toEqual([
      ['Gapanalyse: gjort', '25.11.2026', false],
      ['Selvtest: planlagt', '01.12.2026', false],
    ]);
    await markLooked(officer, await read(officer));
    await setToday('2026-12-02');
    expect(await told()).toContainEqual(['Selvtest var planlagt og er ikke gjort', '01.12.2026', true]);
    await write(`update case_milestone set done_on = null, planned_on = null, revision = revision + 1 where id = any($1)`, [
      [id, step('self-test').id],
    ]);
  });

  test('other changes are counted only', async () => {
    await write(`update cluster set city = 'Ribe', revision = revision + 1 where slug = $1`, [own]);
    expect(await read(officer)).toMatchObject({ items: [], otherChanges: 1 });
  });
});

test('who was away for very long is told that only the newest changes are there', async () => {
  expect((await read(officer)).changesShown).toBeNull();
  await write(`do $$ begin for number in 1..2001 loop
    update cluster set city = 'By ' || number, revision = revision + 1 where slug = '${own}';
  end loop; end $$`);
  await reportAudit(own, '2027-04-05');
  const body = await read(officer);
  expect(body.changesShown).toBe(2000);
  expect(body.items).toContainEqual(expect.objectContaining({ kind: 'booking' }));
  await markLooked(officer, body);
  expect((await read(officer)).changesShown).toBeNull();
});

describe('for whom', () => {
  test('a manager is told of the own cluster and nothing of another one', async () => {
    await reportAudit(own, '2027-03-01');
    await reportAudit(foreign, '2027-03-02');
    await officer.send('POST', `/api/v1/clusters/${own}/notes`, { text: 'Fortroligt' });
    await officer.send('POST', `/api/v1/clusters/${foreign}/notes`, { text: 'Fortroligt' });
    await write(`update cluster set city = 'Nibe', revision = revision + 1 where slug = $1`, [foreign]);
    const body = await read(manager);
    expect(body.items.map(({ cluster }: Json) => cluster.slug)).toEqual([own]);
    expect(body.otherChanges).toBe(0);
    expect(JSON.stringify(body)).not.toContain(foreign);
    expect((await read(officer)).items).toHaveLength(2);
  });

  test('a reader is told what, never by whom', async () => {
    await moveEnd(own, '2030-06-30');
    const body = await read(reader);
    expect(body.items.length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('Mette');
    expect(body.items.find(({ kind }: Json) => kind === 'date').by).toEqual({ name: null, isSystem: false });
  });

  test('the number of questions to the database is the same for one cluster and for all', async () => {
    const dataSource = api.app.get<DataSource>(getDataSourceToken());
    const asked = vi.spyOn(dataSource, 'query');
    const countFor = async (client: Client) => {
      asked.mockClear();
      await read(client);
      return asked.mock.calls.length;
    };
    const [forOne, forAll] = [await countFor(manager), await countFor(officer)];
    asked.mockRestore();
    expect(forOne).toBe(forAll);
    expect(forAll).toBeLessThanOrEqual(8);
  });
});
