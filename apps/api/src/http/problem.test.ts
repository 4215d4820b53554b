import { problemCodes } from '@klyngevagt/contracts';
import { createTranslator } from '@klyngevagt/messages';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
beforeAll(async () => {
  api = await startTestApi();
  officer = await api.as('officer');
});
afterAll(() => api.close());

test.each(problemCodes)('%s has a title and a sentence in both languages', (code) => {
  for (const language of ['da', 'en'] as const) {
    const t = createTranslator(language);
    for (const key of [`problems.title.${code}`, `problems.detail.${code}`]) expect(t(key)).not.toBe(key);
  }
});

test('a stranger is answered by Accept-Language, with a request id that is also in the head', async () => {
  const danish = await api.stranger.get('/api/v1/portfolio');
  expect(danish.headers['content-type']).toContain('application/problem+json');
  expect(danish.body).toMatchObject({ status: 401, code: 'not-signed-in', title: 'Du er ikke logget ind' });
  expect(danish.body.requestId).toBe(danish.headers['x-request-id']);
  const english = await api.stranger.get('/api/v1/portfolio', { 'accept-language': 'de, en-GB;q=0.8' });
  expect(english.body.title).toBe('You are not signed in');
});

test('a signed-in person is answered in the own language', async () => {
  const reader = await api.as('reader');
  await reader.send('PATCH', '/api/v1/me/language', { language: 'en' });
  const answer = await reader.get('/api/v1/clusters/no-such-cluster', { 'accept-language': 'da' });
  expect(answer.body.title).toBe('Not found');
  expect((await reader.get('/api/v1/me')).body.language).toBe('en');
});

const path = '/api/v1/clusters/energy-cluster-denmark/audits';
const audit = { level: 'gold', firstDayOn: '2027-02-01', lastDayOn: '2027-02-01', mode: 'video', place: null, reason: 'Aftalt' };
const everything = async () =>
  (await api.database.dataSource.query(
    `select (select count(*) from ledger) as ledger, (select count(*) from audit_booking) as audits, (select count(*) from free_text) as texts`,
  )) as unknown;

describe('a refused request writes nothing and names the field', () => {
  test.each([
    ['an unknown field', { ...audit, colour: 'red' }, 400, 'invalid-input', 'colour'],
    ['a missing field', { ...audit, level: undefined }, 400, 'invalid-input', 'level'],
    ['a day that does not exist', { ...audit, firstDayOn: '2027-02-30' }, 400, 'invalid-input', 'firstDayOn'],
    ['a choice that is none', { ...audit, mode: 'phone' }, 400, 'invalid-input', 'mode'],
    ['a place of two lines', { ...audit, place: 'Aarhus\nGuld er tildelt' }, 400, 'invalid-input', 'place'],
    ['a place that is read backwards', { ...audit, place: 'Aarhus \u202esuhraA' }, 400, 'invalid-input', 'place'],
    ['a reason that is too short', { ...audit, reason: 'x' }, 400, 'invalid-input', 'reason'],
    ['days in the wrong order', { ...audit, firstDayOn: '2027-02-02' }, 400, 'date-order', 'lastDayOn'],
    ['no JSON at all', '{"level":', 400, 'invalid-input', null],
  ])('%s', async (_, body, status, code, field) => {
    const before = await everything();
    const answer = await officer.send('POST', path, body);
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status, body: { code } });
    if (field) expect(answer.body.errors).toContainEqual(expect.objectContaining({ field, message: expect.stringMatching(/\S{3,}/) }));
    expect(await everything()).toEqual(before);
  });

  test('a write while looking at another day', async () => {
    const before = await everything();
    const answer = await officer.send('POST', `${path}?on=2026-01-01`, audit);
    expect(answer).toMatchObject({ status: 409, body: { code: 'looking-back' } });
    expect(await everything()).toEqual(before);
  });

  test('an unknown question', async () => {
    expect(await officer.get('/api/v1/portfolio?colour=red')).toMatchObject({ status: 400, body: { errors: [{ field: 'colour' }] } });
    expect(await officer.get('/api/v1/me?colour=red')).toMatchObject({ status: 400, body: { errors: [{ field: 'colour' }] } });
    expect(await officer.get('/api/v1/portfolio?on=2026-02-30')).toMatchObject({ status: 400, body: { errors: [{ field: 'on' }] } });
    expect(await officer.get('/api/v1/portfolio?programme=no-such')).toMatchObject({ status: 404 });
  });
});

test('what nobody expected is told without a stack and logged with its request id', async () => {
  await api.database.dataSource.query('alter table rules_version rename to rules_version_away');
  const answer = await officer.get('/api/v1/portfolio');
  await api.database.dataSource.query('alter table rules_version_away rename to rules_version');
  expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
  expect(JSON.stringify(answer.body)).not.toMatch(/rules_version|select|\.ts|\.js/);
  const logged = api.log.find((line) => line.includes(answer.body.requestId) && line.includes('request failed'));
  expect(logged).toContain('"sqlState":"42P01"');
});

test('addresses that nobody answers are problems too, below the API and beside it', async () => {
  for (const address of ['/api/v1/nothing', '/api/nothing', '/nothing']) {
    expect(await officer.get(address)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  }
});
