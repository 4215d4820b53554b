import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { faultOf } from '../testing/problem-check.js';
import { type Asked, requestsOf } from '../testing/spoilt-requests.js';
import { origin, startTestApi, type TestApi } from '../testing/test-api.js';
import { WireClient } from '../testing/wire-client.js';
import { readWritten } from '../testing/written.js';

/** What is answered beside the endpoint table: signing in, health, descriptions, calendars, returned mails, files of the dashboard. */
const email = z.enum(['officer@klyngevagt.example', 'nobody@klyngevagt.example']);
const besides: Record<string, Asked> = {
  'signing in': { method: 'POST', path: '/api/auth/sign-in/email', body: z.object({ email, password: z.enum(['wrong-password-1']) }) },
  'asking for a new password': {
    method: 'POST',
    path: '/api/auth/request-password-reset',
    body: z.object({ email: z.enum(['nobody@klyngevagt.example']) }),
  },
  'choosing a password': {
    method: 'POST',
    path: '/api/auth/reset-password',
    body: z.object({ newPassword: z.enum(['a-long-password']), token: z.enum(['x']) }),
  },
  'changing a password': {
    method: 'POST',
    path: '/api/auth/change-password',
    body: z.object({ currentPassword: z.string(), newPassword: z.string() }),
  },
  'signing up': { method: 'POST', path: '/api/auth/sign-up/email', body: z.object({ email, password: z.string(), name: z.string() }) },
  'signing out': { method: 'POST', path: '/api/auth/sign-out', body: z.object({}) },
  session: { method: 'GET', path: '/api/auth/get-session', query: z.object({ disableCookieCache: z.enum(['true']) }) },
  'no path of the accounts': { method: 'GET', path: '/api/auth/admin/list-users' },
  events: { method: 'GET', path: '/api/v1/events' },
  calendar: {
    method: 'GET',
    path: '/api/calendar/:file',
    params: z.object({ file: z.enum([`${'A'.repeat(43)}.ics`, 'x.ics', '.ics', `${'A'.repeat(42)}%00.ics`]) }),
    query: z.object({ on: z.string() }),
  },
  description: { method: 'GET', path: '/api/openapi.json' },
  'health, live': { method: 'GET', path: '/health/live' },
  'health, ready': { method: 'GET', path: '/health/ready' },
  metrics: { method: 'GET', path: '/metrics' },
  'returned mails': { method: 'POST', path: '/api/v1/mail-returns', body: z.object({ mail: z.string() }) },
  'file of the dashboard': {
    method: 'GET',
    path: '/assets/:id',
    params: z.object({ id: z.enum(['a.js', '..%2f..%2fsecret.txt', 'a.js%00']) }),
  },
  'page of the dashboard': { method: 'GET', path: '/klynger/:slug', params: z.object({ slug: z.string() }) },
};

/** The same requests each time, so that a failure speaks of a change; others when a seed is given. */
const fuzzSeed = Number(process.env['FUZZ_SEED'] ?? 20_261_128);
const each = 80;
/** A wrong password is made slow to try, on purpose. */
const triesOfPasswords = 24;
let api: TestApi;
let wire: WireClient;
let folder: string;

beforeAll(async () => {
  console.info(`seed ${fuzzSeed}; again with FUZZ_SEED=${fuzzSeed}`);
  folder = mkdtempSync(join(tmpdir(), 'klyngevagt-dashboard-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Klyngevagt</title>');
  api = await startTestApi({ variables: { DASHBOARD_DIR: folder, MAIL_RETURNS_TOKEN: 'b81d5a0ce27743f9b81d5a0ce27743f9' } });
  await api.app.listen(0, '127.0.0.1');
  wire = new WireClient(await api.app.getUrl(), 60_000);
});
afterAll(async () => {
  wire.close();
  await api.close();
  rmSync(folder, { recursive: true });
});

describe.each(Object.keys(besides))('%s', (name) => {
  test('spoilt requests of a stranger: no error of ours, nobody signed in, nothing written', async () => {
    const known = { slugs: ['clean'], programmes: [], ids: ['x'], otherIds: ['x'] };
    const asked = besides[name] as Asked;
    const requests = fc.sample(requestsOf(asked, known, ''), { numRuns: name === 'signing in' ? triesOfPasswords : each, seed: fuzzSeed });
    const before = await readWritten(api.database);
    const faults = await Promise.all(
      requests.map(async (request) => {
        const headers = { origin, 'accept-language': 'en', ...request.headers };
        const answer = await wire.send({ ...request, headers });
        const at = `${answer.status} to ${request.method} ${request.target.slice(0, 200)} ${String(request.body).slice(0, 200)}: ${answer.text.slice(0, 300)}`;
        if (answer.status >= 500)
          return `server error, ${at} ${api.log.find((line) => line.includes(String(answer.headers['x-request-id'])) && line.includes('failed')) ?? ''}`;
        if (/session_token=[^;]+;/.test(String(answer.headers['set-cookie'] ?? '').replaceAll('session_token=;', '')))
          return `signed in, ${at}`;
        if (answer.status < 400 || request.method === 'HEAD') return null;
        const fault = 'accept-language' in request.headers ? null : faultOf(answer, 'en');
        return fault === null ? null : `${fault}, ${at}`;
      }),
    );
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
    expect(await readWritten(api.database)).toEqual(before);
  });
});

test('a character that cannot be stored is refused', async () => {
  const headers = { origin, 'content-type': 'application/json' };
  const choose = {
    method: 'POST',
    target: '/api/auth/reset-password',
    headers,
    body: JSON.stringify({ newPassword: 'a-long-password', token: 'a\0b' }),
  };
  expect((await wire.send(choose)).status).toBe(400);
});
