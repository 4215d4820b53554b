import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getMigrations } from 'better-auth/db/migration';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMailbox } from '../../../../infra/local/mailbox.mjs';
import { type Client, clientOf, cookieOf, origin, startTestApi, type TestApi } from '../testing/test-api.js';
import { PeopleService } from '../people/people.service.js';
import { type AccountMails, Accounts } from './accounts.js';
import { authOptions } from './better-auth.js';

let api: TestApi;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
let officer: Client;
let admin: Client;
const folder = mkdtempSync(join(tmpdir(), 'klyngevagt-mails-'));

beforeAll(async () => {
  mailbox = await startMailbox({ dir: folder });
  api = await startTestApi({ variables: { SMTP_URL: mailbox.smtpUrl } });
  officer = await api.as('officer');
  admin = await api.as('admin');
});
afterAll(async () => {
  await api.close();
  await mailbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  api.stranger.send('POST', '/api/auth/sign-in/email', { email, password }, headers);

const invitation = {
  name: 'Sanne Kvist',
  email: 'Sanne.Kvist@klynge.example',
  title: 'Direktør',
  phone: null,
  language: 'da',
  role: 'manager',
  clusters: [{ slug: 'clean', role: 'manager' }],
  invite: true,
  reason: 'Ny direktør',
};

async function linkIn(address: string, subject: RegExp): Promise<{ token: string; text: string }> {
  const mail = await mailbox.waitFor((one) => one.to.includes(address) && subject.test(one.subject));
  const { text, headers } = await mailbox.content(mail);
  // The demonstration's day, at the hour on the wall.
  expect(headers.find(({ name }) => name === 'Date')?.value).toMatch(/25 Nov 2026|24 Nov 2026 23:/);
  const link = /http:\/\/127\.0\.0\.1:4999\/set-password\?token=([\w-]+)/.exec(text);
  return { token: link?.[1] ?? '', text };
}

test('an invitation is mailed, its link sets a password once, and the new manager sees the own cluster only', async () => {
  const invited = await officer.send('POST', '/api/v1/people', invitation);
  expect(invited.status, JSON.stringify(invited.body)).toBe(200);
  const { token, text } = await linkIn('sanne.kvist@klynge.example', /Vælg adgangskode/);
  expect(text).toContain('Kære Sanne Kvist');
  expect(text).toContain('Mette Lindholm');

  const before = (await officer.get('/api/v1/people')).body.people.find(({ id }: { id: string }) => id === invited.body.id);
  expect(before).toMatchObject({ account: 'invited', email: 'sanne.kvist@klynge.example', clusters: [{ slug: 'clean', role: 'manager' }] });

  const short = await api.stranger.send('POST', '/api/auth/reset-password', { token, newPassword: 'kort' });
  expect(short).toMatchObject({ status: 400, body: { code: 'invalid-input', errors: [{ field: 'newPassword' }] } });
  const chosen = await api.stranger.send('POST', '/api/auth/reset-password', { token, newPassword: 'en lang sætning her' });
  expect(chosen.status).toBe(200);
  const again = await api.stranger.send('POST', '/api/auth/reset-password', { token, newPassword: 'en anden lang sætning' });
  expect(again).toMatchObject({ status: 400, body: { code: 'link-expired' } });

  const sanne = await api.signIn('sanne.kvist@klynge.example', 'en lang sætning her');
  expect((await sanne.get('/api/v1/portfolio')).body.rows.map(({ slug }: { slug: string }) => slug)).toEqual(['clean']);
  const after = (await officer.get('/api/v1/people')).body.people.find(({ id }: { id: string }) => id === invited.body.id);
  expect(after.account).toBe('active');
});

test('of several links the newest invitation works, and once a password is chosen, or the role is taken away, none does', async () => {
  const email = 'mange.links@klynge.example';
  const choose = async (token: string | undefined) =>
    (await api.stranger.send('POST', '/api/auth/reset-password', { token, newPassword: 'en lang sætning her' })).status;
  const linksAfter = async (count: number): Promise<string[]> => {
    await mailbox.waitFor(() => mailbox.mails().filter(({ to }) => to.includes(email)).length >= count);
    const own = mailbox
      .mails()
      .filter(({ to }) => to.includes(email))
      .toReversed();
    const texts = await Promise.all(own.map(async (mail) => (await mailbox.content(mail)).text));
    return texts.map((text) => /set-password\?token=([\w-]+)/.exec(text)?.[1] ?? '');
  };
  const askForReset = () => api.stranger.send('POST', '/api/auth/request-password-reset', { email });
  const { id } = (await officer.send('POST', '/api/v1/people', { ...invitation, email })).body;
  await linksAfter(1);
  await officer.send('POST', `/api/v1/people/${id}/invitation`, { reason: 'Prøver igen' });
  const [{ subject, reason, actor }] = (await officer.get('/api/v1/audit-trail?limit=1')).body.entries;
  expect([subject, reason, actor.name]).toEqual([invitation.name, 'Prøver igen', 'Mette Lindholm']);
  await linksAfter(2);
  await askForReset();
  const [first, second, third] = await linksAfter(3);
  expect([await choose(first), await choose(third), await choose(second)]).toEqual([400, 200, 400]);

  await askForReset();
  const { revision } = (await officer.get('/api/v1/people')).body.people.find((one: { id: string }) => one.id === id);
  const last = (await linksAfter(4)).at(-1);
  const leaving = { on: '2026-11-25', revision, reason: 'Fratræder' };
  expect((await officer.send('POST', `/api/v1/people/${id}/leaving`, leaving)).status).toBe(200);
  expect(await choose(last)).toBe(400);
});

test('a forgotten password is reset by mail, and every old session ends', async () => {
  const chair = await api.as('reader');
  const known = await api.stranger.send('POST', '/api/auth/request-password-reset', {
    email: 'reader@klyngevagt.example',
    redirectTo: '/set-password',
  });
  const unknown = await api.stranger.send('POST', '/api/auth/request-password-reset', {
    email: 'nobody@klyngevagt.example',
    redirectTo: '/set-password',
  });
  expect(known.status).toBe(200);
  expect(unknown).toMatchObject({ status: 200, body: known.body });
  const { token } = await linkIn('reader@klyngevagt.example', /Ny adgangskode/);
  expect((await api.stranger.send('POST', '/api/auth/reset-password', { token, newPassword: 'endnu en lang sætning' })).status).toBe(200);
  expect((await chair.get('/api/v1/me')).status).toBe(401);
  expect((await signIn('reader@klyngevagt.example', 'klyngevagt-demo')).status).toBe(401);
  await api.signIn('reader@klyngevagt.example', 'endnu en lang sætning');
  expect(mailbox.mails().some(({ to }) => to.includes('nobody@klyngevagt.example'))).toBe(false);
});

test('the session is a cookie that scripts and other sites cannot use, and no token is told', async () => {
  const { headers, body } = await signIn('officer@klyngevagt.example', 'klyngevagt-demo');
  const [cookie] = [headers['set-cookie'] ?? []].flat();
  expect(String(cookie)).toMatch(/HttpOnly/i);
  expect(String(cookie)).toMatch(/SameSite=Lax/i);
  expect(String(cookie)).not.toMatch(/Secure/i);
  expect(JSON.stringify(body)).not.toContain('token');
});

test('signing out ends the session at the server', async () => {
  const reader = await api.as('officer');
  expect((await reader.get('/api/v1/me')).status).toBe(200);
  expect((await reader.send('POST', '/api/auth/sign-out', {})).status).toBe(200);
  expect((await reader.get('/api/v1/me')).status).toBe(401);
});

test('wrong words are told in the caller’s language, the same for a wrong address and a wrong password', async () => {
  const wrongPassword = await signIn('officer@klyngevagt.example', 'forkert adgangskode');
  const wrongAddress = await signIn('nobody@klyngevagt.example', 'forkert adgangskode');
  expect(wrongPassword).toMatchObject({
    status: 401,
    body: { code: 'wrong-credentials', title: 'E-mail og adgangskode passer ikke sammen' },
  });
  const { requestId: _, ...one } = wrongPassword.body;
  const { requestId: __, ...other } = wrongAddress.body;
  expect(one).toEqual(other);
});

test('strangers cannot make an account, and nobody changes an account past the product', async () => {
  const made = await api.stranger.send('POST', '/api/auth/sign-up/email', {
    email: 'x@y.example',
    password: 'en lang sætning her',
    name: 'X',
  });
  expect(made.status).toBeGreaterThanOrEqual(400);
  for (const path of ['update-user', 'change-email', 'change-password', 'delete-user', 'list-sessions', 'revoke-sessions']) {
    const answer = await officer.send('POST', `/api/auth/${path}`, { name: 'X', newEmail: 'x@y.example' });
    expect(answer, path).toMatchObject({ status: 404, body: { code: 'not-found' } });
  }
  for (const path of ['get-session', 'list-sessions', 'list-accounts', 'reset-password/x?callbackURL=%2F'])
    expect((await officer.get(`/api/auth/${path}`)).status, path).toBe(404);
});

test('a change from another origin, or from none, is refused before anything is read', async () => {
  const body = { language: 'en' };
  for (const from of ['https://evil.example', 'null', '']) {
    const answer = await officer.send('PATCH', '/api/v1/me/language', body, { origin: from });
    expect(answer, from).toMatchObject({ status: 403, body: { code: 'wrong-origin' } });
  }
  // The router reads an address decoded; what is refused may not hang on how it is spelt.
  const spelt = await officer.send('PATCH', '/%61pi/v1/me/language', body, { origin: 'https://evil.example' });
  expect(spelt).toMatchObject({ status: 403, body: { code: 'wrong-origin' } });
  expect((await signIn('officer@klyngevagt.example', 'klyngevagt-demo', { origin: 'https://evil.example' })).status).toBe(403);
  expect((await officer.get('/api/v1/me')).body.language).toBe('da');
});

test('a changed role holds for the session that is open', async () => {
  const { id } = (await officer.send('POST', '/api/v1/people', { ...invitation, email: 'rolle@klynge.example', reason: 'Prøve' })).body;
  const { token } = await linkIn('rolle@klynge.example', /Vælg adgangskode/);
  await api.stranger.send('POST', '/api/auth/reset-password', { token, newPassword: 'en lang sætning her' });
  const person = await api.signIn('rolle@klynge.example', 'en lang sætning her');
  expect((await person.get('/api/v1/clusters/clean')).status).toBe(200);

  const edit = async (by: Client, changes: object) => {
    const { revision } = (await admin.get('/api/v1/people')).body.people.find((one: { id: string }) => one.id === id);
    const { invite: _, email: __, ...whole } = invitation;
    return by.send('PATCH', `/api/v1/people/${id}`, { ...whole, ...changes, revision });
  };
  expect((await edit(officer, { clusters: [{ slug: 'made', role: 'manager' }] })).status).toBe(200);
  expect((await person.get('/api/v1/clusters/clean')).status).toBe(404);
  expect((await person.get('/api/v1/clusters/made')).status).toBe(200);

  expect((await edit(officer, { role: 'officer' })).status).toBe(403);
  expect((await edit(admin, { role: 'reader', clusters: [] })).status).toBe(200);
  expect((await person.get('/api/v1/portfolio')).body.rows).toHaveLength(14);

  expect((await edit(admin, { role: null, clusters: [] })).status).toBe(200);
  expect((await person.get('/api/v1/me')).status).toBe(401);
  // Whoever is given a role again signs in again.
  expect((await edit(admin, { role: 'reader', clusters: [] })).status).toBe(200);
  expect((await person.get('/api/v1/me')).status).toBe(401);
});

test('nobody gives a role to the own person, and an address is given once', async () => {
  const me = (await admin.get('/api/v1/people')).body.people.find(({ isMe }: { isMe: boolean }) => isMe);
  const own = await admin.send('PATCH', `/api/v1/people/${me.id}`, {
    name: me.name,
    title: me.title,
    phone: me.phone,
    language: 'da',
    role: 'officer',
    clusters: [],
    revision: me.revision,
    reason: 'Prøve',
  });
  expect(own).toMatchObject({ status: 400, body: { errors: [{ field: 'role' }] } });
  const twice = await officer.send('POST', '/api/v1/people', { ...invitation, email: 'OFFICER@klyngevagt.example', invite: false });
  expect(twice).toMatchObject({ status: 409, body: { code: 'already-exists', errors: [{ field: 'email' }] } });
});

test('a mail server that is down is told, and the invitation can be sent again', async () => {
  mailbox.faults.refuse = true;
  const failed = await officer.send('POST', '/api/v1/people', { ...invitation, email: 'senere@klynge.example' });
  mailbox.faults.refuse = false;
  expect(failed).toMatchObject({ status: 503, body: { code: 'not-available' } });
  const person = (await officer.get('/api/v1/people')).body.people.find(
    ({ email }: { email: string }) => email === 'senere@klynge.example',
  );
  expect(person.account).toBe('invited');
  expect((await officer.send('POST', `/api/v1/people/${person.id}/invitation`, { reason: 'Prøver igen' })).status).toBe(200);
  expect((await linkIn('senere@klynge.example', /Vælg adgangskode/)).token).not.toBe('');
});

test('attempts are counted by the address of the peer, whatever address a client claims', async () => {
  const limited = await startTestApi({ signInsPerMinute: 5, seed: 'none' });
  const attempt = (remoteAddress: string, claimed: string) =>
    limited.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      remoteAddress,
      headers: { origin, 'content-type': 'application/json', 'x-klyngevagt-client-address': claimed, 'x-forwarded-for': claimed },
      payload: { email: 'x@y.example', password: 'forkert adgangskode' },
    });
  const statuses: number[] = [];
  for (let count = 0; count < 7; count += 1) statuses.push((await attempt('203.0.113.7', `198.51.100.${count}`)).statusCode);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  const refused = await attempt('203.0.113.7', '198.51.100.99');
  expect(refused.json()).toMatchObject({ code: 'too-many-requests' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await attempt('203.0.113.8', '203.0.113.7')).statusCode).toBe(401);
  await limited.close();
});

test('the tables of the migration are those that the library asks for', async () => {
  const pool = new pg.Pool({ connectionString: api.database.url });
  const options = authOptions(
    {
      databaseUrl: api.database.url,
      publicUrl: origin,
      origins: [origin],
      secret: 'x'.repeat(40),
      signInsPerMinute: 10,
      mails: {} as AccountMails,
      holderOf: async () => null,
    },
    pool,
    async () => undefined,
  );
  const { toBeCreated, toBeAdded, toBeAddedIndexes } = await getMigrations(options);
  await pool.end();
  expect({ toBeCreated, toBeAdded, toBeAddedIndexes }).toEqual({ toBeCreated: [], toBeAdded: [], toBeAddedIndexes: [] });
});

test('cookies that were made up open nothing', async () => {
  const { headers } = await signIn('officer@klyngevagt.example', 'klyngevagt-demo');
  const forged = cookieOf(headers).replace(/=(.)/, '=x$1');
  expect((await clientOf(api.app, forged).get('/api/v1/me')).status).toBe(401);
});

test('an installation without an administrator invites its first one, and nobody else that way', async () => {
  const empty = await startTestApi({ seed: 'sourced', variables: { SMTP_URL: mailbox.smtpUrl } });
  try {
    const people = empty.app.get(PeopleService);
    const first = { name: 'Ane Kjær', email: 'Ane@Styrelsen.example', language: 'da' as const };
    expect(await people.inviteFirstAdministrator(first)).toBe(true);
    const mail = await mailbox.waitFor(({ to }) => to.includes('ane@styrelsen.example'));
    const { text } = await mailbox.content(mail);
    const token = /set-password\?token=([\w-]+)/.exec(text)?.[1];
    const password = 'et-langt-kodeord-26';
    expect((await empty.stranger.send('POST', '/api/auth/reset-password', { token, newPassword: password })).status).toBe(200);
    const administrator = await empty.signIn('ane@styrelsen.example', password);
    expect((await administrator.get('/api/v1/me')).body).toMatchObject({ role: 'administrator', name: 'Ane Kjær' });
    expect(await people.inviteFirstAdministrator({ ...first, email: 'bo@styrelsen.example' })).toBe(false);
  } finally {
    await empty.close();
  }
});

test('an account that somebody else makes at the same moment is taken, not refused', async () => {
  const holder = { name: 'Tove Lund', email: 'tove.lund@klynge.example', language: 'da' as const };
  const id = '5b8d2f1e-6d3a-4b8e-9f55-2f4a0d6c9b77';
  const { dataSource } = api.database;
  const asked = await dataSource.transaction(async (other) => {
    await other.query(`insert into account_user (id, name, email, email_verified) values ($1, '', $2, true)`, [id, holder.email]);
    const answer = api.app.get(Accounts).ensureAccount(holder);
    const waiting = `select 1 from pg_locks where not granted and locktype = 'transactionid'`;
    while (((await dataSource.query(waiting)) as unknown[]).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    return { answer };
  });
  expect(await asked.answer).toBe(id);
});
