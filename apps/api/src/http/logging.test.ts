import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test('a day of work leaves no name, address, password, token, query or text in the log', async () => {
  const officer = await api.as('officer');
  await api.stranger.send('POST', '/api/auth/sign-in/email', { email: 'kaj.hemmelig@klynge.example', password: 'hemmelig adgangskode' });
  await api.stranger.send('POST', '/api/auth/request-password-reset', { email: 'officer@klyngevagt.example' });
  await officer.get('/api/v1/people');
  await officer.get('/api/v1/clusters/clean?on=2026-01-01');
  await officer.send('POST', '/api/v1/clusters/clean/notes', { text: 'Fortroligt notat' });
  await officer.send('POST', '/api/v1/people', {
    name: 'Kaj Hemmelig',
    email: 'kaj.hemmelig@klynge.example',
    title: null,
    phone: '12 34 56 78',
    language: 'da',
    role: null,
    clusters: [],
    invite: false,
    reason: 'Fortrolig grund',
  });
  await officer.send('POST', '/api/v1/people', { name: 'Kaj Hemmelig', email: 'ikke-en-adresse' });
  await officer.get('/api/v1/portfolio?email=kaj.hemmelig@klynge.example');
  const log = api.log.join('');
  expect(log).toContain('"route":"/api/v1/people"');
  for (const secret of [
    'emmelig',
    'klyngevagt.example',
    'Lindholm',
    '12 34 56 78',
    'ortrolig',
    'klyngevagt-demo',
    'session_token',
    'cookie',
    'ikke-en-adresse',
    '127.0.0.1',
    'on=2026',
  ]) {
    expect(log.includes(secret), secret).toBe(false);
  }
});

test('every request has one line with its id, route, status and time', async () => {
  const { headers } = await api.stranger.get('/api/v1/portfolio?on=2026-01-01');
  const lines = api.log.filter((line) => line.includes(String(headers['x-request-id'])));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    method: 'GET',
    route: '/api/v1/portfolio',
    status: 401,
    ms: expect.any(Number),
    msg: 'request',
  });
});
