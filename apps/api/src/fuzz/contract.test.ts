import { type Endpoint, type EndpointName, endpoints } from '@klyngevagt/contracts';
import type { Language } from '@klyngevagt/messages';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromContract, type Known } from '../testing/contract-arbitraries.js';
import { readKnown } from '../testing/known-things.js';
import { faultOf } from '../testing/problem-check.js';
import { requestsOf } from '../testing/spoilt-requests.js';
import type { WireRequest } from '../testing/spoilt-wire.js';
import { clientOf, origin, startTestApi, type TestApi } from '../testing/test-api.js';
import { WireClient, type WireAnswer } from '../testing/wire-client.js';
import { readWritten, recordedSince } from '../testing/written.js';
import { startMailSink, type MailSink } from '../testing/mail-sink.js';

/** Every endpoint is asked by everyone what its contract allows and, mostly, what it does not. */
/** The same requests each time, so that a failure speaks of a change; others when a seed is given. */
const fuzzSeed = Number(process.env['FUZZ_SEED'] ?? 20_261_128);
const fuzzRequests = Number(process.env['FUZZ_REQUESTS'] ?? 10_500);
const answeredWithinMs = 60_000;

const askers = { stranger: 'en', reader: 'en', manager: 'da', officer: 'da', admin: 'en' } as const satisfies Record<string, Language>;
type Asker = keyof typeof askers;
const names = Object.keys(endpoints) as EndpointName[];
const each = Math.ceil(fuzzRequests / names.length / Object.keys(askers).length);

let api: TestApi;
let mails: MailSink;
let wire: WireClient;
const cookies = { stranger: '' } as Record<Asker, string>;
let sent = 0;
const answered = new Map<number, number>();

beforeAll(async () => {
  console.info(`seed ${fuzzSeed}; again with FUZZ_SEED=${fuzzSeed}`);
  mails = await startMailSink();
  api = await startTestApi({ variables: { SMTP_URL: mails.url } });
  for (const asker of ['reader', 'manager', 'officer', 'admin'] as const) cookies[asker] = (await api.as(asker)).cookie;
  await api.app.listen(0, '127.0.0.1');
  wire = new WireClient(await api.app.getUrl(), answeredWithinMs);
});
afterAll(async () => {
  wire.close();
  await api.close();
  await mails.close();
});

interface Outcome {
  request: WireRequest;
  answer: WireAnswer;
}

async function ask(asker: Asker, request: WireRequest): Promise<Outcome> {
  const cookie = cookies[asker];
  const headers = { origin, 'accept-language': askers[asker], ...(cookie && { cookie }), ...request.headers };
  const answer = await wire.send({ ...request, headers }).catch((error: Error) => {
    throw new Error(`${error.message}: ${describeRequest(request)}`);
  });
  answered.set(answer.status, (answered.get(answer.status) ?? 0) + 1);
  sent += 1;
  return { request, answer };
}

const describeRequest = ({ method, target, headers, body }: WireRequest) =>
  `${method} ${target.slice(0, 200)} ${JSON.stringify(headers).slice(0, 200)} ${String(body).slice(0, 300)}`;

/** Faults of an answer, in words. */
function faults({ request, answer }: Outcome, asker: Asker): string[] {
  const { status, text } = answer;
  const at = `${asker}: ${status} to ${describeRequest(request)}: ${text.slice(0, 300)}`;
  if (status >= 500) return [`server error, ${at} ${loggedFault(answer)}`];
  if (status < 400) return [];
  if (request.method === 'HEAD') return [];
  // A spoilt cookie makes a stranger of the caller, and requests that choose a language run side by side.
  const isOther = request.target.includes('/me/language') || 'cookie' in request.headers || 'accept-language' in request.headers;
  const fault = isOther ? faultInAnyLanguage(answer) : faultOf(answer, askers[asker]);
  return fault === null ? [] : [`${fault}, ${at}`];
}

const loggedFault = ({ headers }: WireAnswer) =>
  api.log.find((line) => line.includes(String(headers['x-request-id'])) && line.includes('request failed')) ?? '';

function faultInAnyLanguage(answer: WireAnswer): string | null {
  return faultOf(answer, 'da') === null ? null : faultOf(answer, 'en');
}

const changes = new Set(['POST', 'PATCH', 'PUT', 'DELETE']);

/** Also after some request has chosen another one. */
async function speakOwnLanguage(asker: Asker): Promise<void> {
  if (asker === 'stranger') return;
  await clientOf(api.app, cookies[asker]).send('PATCH', '/api/v1/me/language', { language: askers[asker] });
}

async function askMany(name: EndpointName, asker: Asker, known: Known): Promise<void> {
  await speakOwnLanguage(asker);
  const endpoint: Endpoint = endpoints[name];
  const requests = fc.sample(requestsOf(endpoint, known), { numRuns: each, seed: fuzzSeed + names.indexOf(name) });
  const before = await readWritten(api.database);
  const outcomes = await Promise.all(requests.map((request) => ask(asker, request)));
  expect(outcomes.flatMap((outcome) => faults(outcome, asker))).toEqual([]);
  const isDone = ({ answer }: Outcome) => answer.status < 400;
  const requestIds = (some: Outcome[]) => some.map(({ answer }) => String(answer.headers['x-request-id']));
  const done = outcomes.filter((outcome) => isDone(outcome) && changes.has(outcome.request.method));
  if (done.length === 0) expect(await readWritten(api.database)).toEqual(before);
  const allowed = new Set(requestIds(done));
  expect([...(await recordedSince(api.database, before))].filter((id) => !allowed.has(id))).toEqual([]);
}

describe.each(names)('%s', (name) => {
  test.each(Object.keys(askers) as Asker[])('spoilt requests of %s: no error of ours, nothing written by a refusal', async (asker) => {
    await askMany(name, asker, await readKnown(api.database, name));
  });
});

test('a character that cannot be stored is refused in the reason of every change', async () => {
  for (const name of names) {
    const endpoint: Endpoint = endpoints[name];
    if (!endpoint.body) continue;
    const known = await readKnown(api.database, name);
    const [body] = fc.sample(fromContract(endpoint.body, known), { numRuns: 1, seed: 1 }) as [Record<string, unknown>];
    if (!('reason' in body)) continue;
    const target = `/api/v1${endpoint.path.replace(':slug', 'clean').replace(':id', known.ids[0] ?? '')}`;
    const headers = { 'content-type': 'application/json' };
    const { answer } = await ask('officer', {
      method: endpoint.method,
      target,
      headers,
      body: JSON.stringify({ ...body, reason: 'abc\u0000def' }),
    });
    expect([name, answer.status, answer.text.includes('"reason"')]).toEqual([
      name,
      expect.toSatisfy((status: number) => status === 400 || status === 403),
      answer.status === 400,
    ]);
  }
});

test('enough was asked, and refusals were of many kinds', () => {
  console.info(
    `${sent} requests: ${[...answered]
      .sort(([one], [other]) => one - other)
      .map(([status, count]) => `${count} x ${status}`)
      .join(', ')}`,
  );
  expect(sent).toBeGreaterThanOrEqual(fuzzRequests);
  for (const status of [200, 400, 401, 403, 404]) expect(answered.get(status), String(status)).toBeGreaterThan(0);
});
