import { MailPreferenceRepository, unsubscribeLink } from '@klyngevagt/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formBody, formType } from '../testing/form.js';
import { type Client, type Json, startTestApi, testEnv, type TestApi } from '../testing/test-api.js';

let api: TestApi;
let manager: Client;
let officer: Client;
const people: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi();
  [manager, officer] = [await api.as('manager'), await api.as('officer')];
  for (const { id, email } of (await api.database.dataSource.query('select id, email from person where email is not null')) as Json[])
    people[email] = id;
});
afterAll(() => api.close());

const person = (email: string) => people[`${email}@klyngevagt.example`] ?? '';
const tokenFor = (personId: string) =>
  unsubscribeLink('', testEnv('postgres://x').authSecret, { personId, kind: 'milestone' }).replace('/unsubscribe/', '');
const unwanted = async (personId: string) => [
  ...((await new MailPreferenceRepository(api.database.dataSource).readUnwanted([personId])).get(personId) ?? []),
];

test('one press in a mail program switches a kind off, from no page of ours and without a session', async () => {
  const personId = person('manager');
  const post = (payload: string | Buffer, type: string, token = tokenFor(personId)) =>
    api.app.inject({ method: 'POST', url: `/api/unsubscribe/${token}`, headers: { 'content-type': type }, payload });
  const plain = 'application/x-www-form-urlencoded';
  expect((await post('List-Unsubscribe=Something', plain)).statusCode).toBe(400);
  expect((await post('List-Unsubscribe=One-Click', plain, `${tokenFor(personId)}A`)).statusCode).toBe(404);
  expect(await unwanted(personId)).toEqual(['quiet']);
  const answer = await post('List-Unsubscribe=One-Click', plain);
  expect([answer.statusCode, answer.headers['location'], answer.headers['set-cookie'], answer.body]).toEqual([
    200,
    undefined,
    undefined,
    '',
  ]);
  expect(await unwanted(personId)).toEqual(['quiet', 'milestone']);
  const officerId = person('officer');
  expect((await post(formBody({ 'List-Unsubscribe': 'One-Click' }, null), formType, tokenFor(officerId))).statusCode).toBe(200);
  expect(await unwanted(officerId)).toEqual(['quiet', 'milestone']);
});

test('the page of the link asks first, and takes it back', async () => {
  const personId = person('manager');
  const address = `/api/v1/unsubscriptions/${tokenFor(personId)}`;
  const choose = async (wanted: boolean) => (await api.stranger.send('POST', address, { wanted })).body;
  expect(await choose(true)).toMatchObject({ kind: 'milestone', wanted: true, language: 'da' });
  expect((await api.stranger.get(address)).body).toMatchObject({ wanted: true });
  const opened = await api.stranger.get(`/api/unsubscribe/${tokenFor(personId)}`);
  expect([opened.status, opened.headers['location']]).toEqual([303, `/unsubscribe/${tokenFor(personId)}`]);
  expect(await unwanted(personId)).toEqual(['quiet']);
  expect(await choose(false)).toMatchObject({ wanted: false });
  expect(await unwanted(personId)).toEqual(['quiet', 'milestone']);
});

test('a person chooses for the own mails; kinds that the role never gets are not offered, duties are no choice', async () => {
  const kinds = async (client: Client) => (await client.get('/api/v1/me/mail-preferences')).body;
  expect((await kinds(manager)).kinds.map(({ kind }: Json) => kind)).not.toContain('weekly');
  expect((await kinds(officer)).duties).toEqual(['booking', 'end', 'window-end', 'plan', 'waiver']);
  expect(await kinds(await api.as('reader'))).toEqual({ kinds: [], duties: [] });
  const chosen = await officer.send('POST', '/api/v1/me/mail-preferences', { kind: 'weekly', wanted: false });
  expect(chosen.body.kinds).toContainEqual({ kind: 'weekly', wanted: false });
  expect((await officer.send('POST', '/api/v1/me/mail-preferences', { kind: 'booking', wanted: false })).status).toBe(400);
});

test('whoever is away is stood in for by somebody who may know it, and by nobody else', async () => {
  const days = { startsOn: '2026-12-21', endsOn: '2027-01-03' };
  const own = (client: Client, body: object) => client.send('POST', '/api/v1/me/absences', { ...days, deputyId: null, ...body });
  const { deputies } = (await manager.get('/api/v1/me/absences')).body;
  const foreigner = Object.values(people).find((id) => id !== person('manager') && !deputies.some((one: Json) => one.id === id));
  for (const deputyId of [foreigner, person('manager'), person('reader')]) {
    expect(await own(manager, { deputyId })).toMatchObject({ status: 400, body: { errors: [{ field: 'deputyId' }] } });
  }
  expect((await own(officer, { deputyId: person('manager') })).body.errors).toMatchObject([{ code: 'deputy-not-entitled' }]);
  expect((await own(officer, { deputyId: person('admin') })).status).toBe(200);
  expect(deputies.length).toBeGreaterThan(0);
  expect((await own(manager, { deputyId: deputies[0].id })).status).toBe(200);
  expect((await own(manager, { startsOn: '2027-01-03', endsOn: '2027-01-05' })).status).toBe(409);
  expect((await own(manager, { startsOn: '2027-02-03', endsOn: '2027-02-01' })).body.code).toBe('date-order');
  expect((await own(manager, { startsOn: '2026-11-20', endsOn: '2026-11-24' })).body.errors).toMatchObject([{ code: 'in-the-past' }]);
  expect((await own(manager, { startsOn: '2026-11-20', endsOn: '2026-11-25' })).status).toBe(200);
  // A year and a day at most, here with 29 February.
  const long = { startsOn: '2027-03-01', endsOn: '2028-03-02' };
  expect((await own(manager, long)).body.errors).toMatchObject([{ code: 'absence-too-long' }]);
  expect((await own(manager, { ...long, endsOn: '2028-03-01' })).status).toBe(200);
});

test('officers record and end absences of others, with a reason', async () => {
  const at = `/api/v1/people/${person('reader')}/absences`;
  const body = { startsOn: '2026-11-20', endsOn: '2026-12-01', deputyId: null, reason: 'Sygemeldt' };
  const recorded = await officer.send('POST', at, body);
  expect(recorded.status, JSON.stringify(recorded.body)).toBe(200);
  const [absence] = (await officer.get(at)).body.absences;
  expect(absence).toMatchObject({ id: recorded.body.id, isNow: true, deputy: null });
  const end = (revision: number, client = officer) => client.send('POST', `${at}/${absence.id}/end`, { revision, reason: 'Tilbage' });
  expect((await end(absence.revision + 1)).status).toBe(409);
  expect((await officer.send('POST', `/api/v1/me/absences/${absence.id}/end`, { revision: 1 })).status).toBe(404);
  expect((await end(absence.revision)).status).toBe(200);
  expect((await officer.get(at)).body.absences).toEqual([]);
  const entries = (await api.database.dataSource.query(
    `select free_text.value as reason, ledger.after ->> 'ends_on' as ends from ledger join free_text on free_text.id = ledger.reason_id
     where entity = 'person_absence' and row_id = $1 order by seq`,
    [absence.id],
  )) as Json[];
  expect(entries).toEqual([
    { reason: 'Sygemeldt', ends: '2026-12-01' },
    { reason: 'Tilbage', ends: '2026-11-24' },
  ]);
});
