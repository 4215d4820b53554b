import { PersonRepository, everyCluster, systemActor } from '@klyngevagt/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, type Json, startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
let admin: Client;

beforeAll(async () => {
  api = await startTestApi();
  officer = await api.as('officer');
  admin = await api.as('admin');
});
afterAll(() => api.close());

const reason = 'Fratræder';
const people = async (): Promise<Json[]> => (await officer.get('/api/v1/people')).body.people;
const named = async (email: string): Promise<Json> => (await people()).find((one) => one.email === email);
const send = (client: Client, id: string, what: string, body: object) => client.send('POST', `/api/v1/people/${id}/${what}`, body);

async function newPerson(name: string, email: string): Promise<string> {
  const stated = { source: 'Prøve', confidence: 'sourced' } as const;
  return (
    await new PersonRepository(api.database.dataSource).invite(systemActor('test'), everyCluster, {
      name,
      email,
      language: 'da',
      ...stated,
    })
  ).id;
}

const openLinksOf = async (personId: string): Promise<number> =>
  (await api.database.dataSource.query('select from calendar_feed where person_id = $1 and revoked_at is null', [personId])).length;

test('handing over moves every role in a cluster at once; the old manager sees nothing any more', async () => {
  const manager = await api.as('manager');
  const before = await named('manager@klyngevagt.example');
  expect(before.clusters.length).toBeGreaterThan(0);
  const toPersonId = await newPerson('Karen Vang', 'karen.vang@klynge.example');
  const answer = await send(officer, before.id, 'hand-over', { toPersonId, reason });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  expect((await named('manager@klyngevagt.example')).clusters).toEqual([]);
  expect((await named('karen.vang@klynge.example')).clusters).toEqual(before.clusters);
  expect((await manager.get('/api/v1/portfolio')).body.rows).toEqual([]);
});

test('clusters that an officer answers for go to an officer only', async () => {
  const { id, responsibleFor } = await named('officer@klyngevagt.example');
  expect(responsibleFor.length).toBeGreaterThan(0);
  const reader = await named('reader@klyngevagt.example');
  const refused = await send(admin, id, 'hand-over', { toPersonId: reader.id, reason });
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'toPersonId', code: 'not-an-officer' }] } });
  const administrator = await named('admin@klyngevagt.example');
  expect((await send(admin, id, 'hand-over', { toPersonId: administrator.id, reason })).status).toBe(200);
  expect((await named('officer@klyngevagt.example')).responsibleFor).toEqual([]);
  expect((await named('admin@klyngevagt.example')).responsibleFor).toEqual(expect.arrayContaining(responsibleFor));
});

test('who leaves is signed out at once and cannot sign in again; tomorrow is refused, and so is oneself', async () => {
  const reader = await api.as('reader');
  const { id, revision } = await named('reader@klyngevagt.example');
  const leave = (client: Client, on: string) => send(client, id, 'leaving', { on, revision, reason });
  expect(await leave(admin, '2026-11-26')).toMatchObject({ status: 400, body: { errors: [{ field: 'on', code: 'not-come-yet' }] } });
  expect((await leave(officer, '2026-11-25')).status).toBe(403);
  expect((await reader.get('/api/v1/portfolio')).status).toBe(200);
  expect((await reader.send('POST', '/api/v1/calendar-feeds', { cluster: null, language: 'da' })).status).toBe(200);
  expect((await leave(admin, '2026-11-25')).status).toBe(200);
  expect((await reader.get('/api/v1/portfolio')).status).toBe(401);
  expect(await openLinksOf(id)).toBe(0);
  const again = await api.stranger.send('POST', '/api/auth/sign-in/email', {
    email: 'reader@klyngevagt.example',
    password: 'klyngevagt-demo',
  });
  const cookie = [again.headers['set-cookie'] ?? []]
    .flat()
    .map((one) => String(one).split(';')[0])
    .join('; ');
  expect((await api.stranger.get('/api/v1/portfolio', { cookie })).status).toBe(401);
  const own = await named('admin@klyngevagt.example');
  expect((await send(admin, own.id, 'leaving', { on: '2026-11-25', revision: own.revision, reason })).body.errors).toMatchObject([
    { code: 'not-yourself' },
  ]);
});

test('erasing needs the name and the revision, and leaves no name, address, calendar link or mail text', async () => {
  const id = await newPerson('Frida Skov', 'frida.skov@klynge.example');
  await api.database.dataSource.query(`insert into calendar_feed (person_id, secret_hash, language) values ($1, repeat('a', 64), 'da')`, [
    id,
  ]);
  const erase = (body: object) => send(admin, id, 'erasure', { name: 'Frida Skov', revision: 1, reason, ...body });
  expect(await erase({ name: 'Frida' })).toMatchObject({ status: 400, body: { errors: [{ field: 'name', code: 'name-differs' }] } });
  expect((await erase({ revision: 2 })).status).toBe(409);
  await api.database.dataSource.query(
    `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state, requested_by_id, request_reason)
     select cluster.id, 'gold:renewal:x', 'booking', -14, '2026-12-18', $1, 'manager', '2026-12-04', 'planned', $1, 'Frida bad om det' from cluster limit 1`,
    [id],
  );
  expect((await erase({})).status).toBe(200);
  const [row] = (await api.database.dataSource.query('select name, email, role, erased_at from person where id = $1', [id])) as Json[];
  expect(row).toMatchObject({ name: null, email: null, role: null, erased_at: expect.any(Date) });
  expect(await openLinksOf(id)).toBe(0);
  const [{ request_reason: said }] = (await api.database.dataSource.query(
    'select request_reason from reminder where requested_by_id = $1',
    [id],
  )) as Json[];
  expect(said).toBeNull();
  expect((await people()).some((one) => one.id === id)).toBe(false);
  expect((await erase({})).status).toBe(404);
});

test('whose role is taken away has no calendar link any more, also when the role comes back', async () => {
  const body = { name: 'Ea Lund', email: 'ea.lund@klynge.example', title: null, phone: null, language: 'da', role: 'reader', clusters: [] };
  const { id } = (await admin.send('POST', '/api/v1/people', { ...body, invite: false, reason })).body;
  await api.database.dataSource.query(`insert into calendar_feed (person_id, secret_hash, language) values ($1, repeat('b', 64), 'da')`, [
    id,
  ]);
  const { email: _, ...person } = body;
  const edit = (role: string | null, revision: number) =>
    admin.send('PATCH', `/api/v1/people/${id}`, { ...person, role, revision, reason });
  expect((await edit('officer', 1)).status).toBe(200);
  expect(await openLinksOf(id), 'another role keeps it').toBe(1);
  expect((await edit(null, 2)).status).toBe(200);
  expect((await edit('reader', 3)).status).toBe(200);
  expect(await openLinksOf(id)).toBe(0);
});
