import { Problem } from '@klyngevagt/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Patience } from '../http/unreadable-requests.js';
import { comesTrue } from '../testing/open-pages.js';
import { head, type RawConnection, rawConnection } from '../testing/raw-connection.js';
import { type Client, origin, startTestApi, type TestApi } from '../testing/test-api.js';
import { readWritten, type Written } from '../testing/written.js';

/** Clients that are slow, broken or not clients at all. Whatever they do, others are answered, and nothing is written. */
const patience: Patience = { headMs: 1000, requestMs: 1500, uploadMs: 3000, idleMs: 2000, everyMs: 100 };
/** The longest patience, and a busy machine. */
const closedWithinMs = 30_000;
const answeredWithinMs = 30_000;

let api: TestApi;
let officer: Client;
let address: string;
let before: Written;
const open: RawConnection[] = [];

beforeAll(async () => {
  api = await startTestApi({ patience });
  officer = await api.as('officer');
  await api.app.listen(0, '127.0.0.1');
  address = await api.app.getUrl();
});
afterAll(() => api.close());
beforeEach(async () => {
  before = await readWritten(api.database);
});
afterEach(nobodyElseNotices);

async function nobodyElseNotices(): Promise<void> {
  for (const connection of open.splice(0)) connection.destroy();
  expect(await readWritten(api.database)).toEqual(before);
  expect(api.log.filter((line) => line.includes('request failed'))).toEqual([]);
  await expectAnswer();
}

async function connectRaw(): Promise<RawConnection> {
  const connection = await rawConnection(address);
  open.push(connection);
  return connection;
}

/** Somebody with an ordinary browser is answered meanwhile; the patience of this test is shorter than a busy machine may take. */
async function expectAnswer(): Promise<void> {
  const isAnswered = async () => {
    const response = await fetch(`${address}/api/v1/portfolio`, { headers: { cookie: officer.cookie } }).catch(() => null);
    await response?.arrayBuffer();
    return response?.status === 200;
  };
  expect(await comesTrue(isAnswered, answeredWithinMs)).toBe(true);
}

/** The status of the last answer on a connection, which must be a problem. */
function refusedWith(connection: RawConnection): number {
  const answer = connection.received();
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
  const [headers = '', body = ''] = answer.split(/\r\n\r\n/);
  expect(headers.toLowerCase()).toContain('content-type: application/problem+json');
  const problem = Problem.parse(JSON.parse(Buffer.from(body, 'latin1').toString()));
  expect(problem.status).toBe(status);
  expect(headers.toLowerCase()).toContain(`x-request-id: ${problem.requestId}`);
  return status;
}

const note = JSON.stringify({ text: 'Halv besked' });
const writing = (extra: Record<string, string>) =>
  head('POST', '/api/v1/clusters/clean/notes', { origin, cookie: officer.cookie, 'content-type': 'application/json', ...extra });

describe('slow clients', () => {
  test('one byte of the head now and then', async () => {
    const connection = await connectRaw();
    const bytes = head('GET', '/api/v1/portfolio', { cookie: officer.cookie });
    let at = 0;
    const dripping = setInterval(() => connection.send(bytes[at++] ?? ''), 40);
    expect(await connection.isClosedWithin(closedWithinMs)).toBe(true);
    clearInterval(dripping);
    expect(refusedWith(connection)).toBe(408);
  });

  test('one byte of the body now and then', async () => {
    const connection = await connectRaw();
    connection.send(writing({ 'content-length': '500' }));
    const dripping = setInterval(() => connection.send(' '), 40);
    expect(await connection.isClosedWithin(closedWithinMs)).toBe(true);
    clearInterval(dripping);
    expect(refusedWith(connection)).toBe(408);
  });

  test('a connection on which nothing is said', async () => {
    expect(await (await connectRaw()).isClosedWithin(closedWithinMs)).toBe(true);
  });

  test('a client that asks and asks and never reads', async () => {
    const connection = await connectRaw();
    connection.socket.pause();
    const memory = process.memoryUsage().rss;
    const question = head('GET', '/api/v1/portfolio', { cookie: officer.cookie });
    for (let count = 0; count < 800; count += 1) connection.send(question);
    await expectAnswer();
    const serverSide = () =>
      new Promise<number>((resolve) => api.app.getHttpServer().getConnections((_: unknown, count: number) => resolve(count)));
    const endsAt = Date.now() + 30_000;
    while ((await serverSide()) > 1 && Date.now() < endsAt) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await serverSide()).toBeLessThanOrEqual(1);
    expect(process.memoryUsage().rss - memory).toBeLessThan(250 * 1024 * 1024);
  });

  test('three hundred slow ones at a time', async () => {
    const connections = await Promise.all(Array.from({ length: 300 }, connectRaw));
    for (const connection of connections) connection.send('GET /api/v1/portfolio HTTP/1.1\r\nhost: a');
    for (let count = 0; count < 5; count += 1) await expectAnswer();
    for (const connection of connections) expect(await connection.isClosedWithin(closedWithinMs)).toBe(true);
  });
});

describe('clients that break off', () => {
  test.each([
    ['hangs up', (connection: RawConnection) => connection.destroy()],
    ['says that no more will come', (connection: RawConnection) => connection.socket.end()],
    ['falls silent', () => undefined],
  ])('a form of which half came, and then the client %s', async (_, breakOff) => {
    const connection = await connectRaw();
    connection.send(writing({ 'content-length': String(note.length) }) + note.slice(0, note.length / 2));
    await new Promise((resolve) => setTimeout(resolve, 100));
    breakOff(connection);
    expect(await connection.isClosedWithin(closedWithinMs)).toBe(true);
  });

  test('an upload in parts that ends before its last part', async () => {
    const connection = await connectRaw();
    const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
    connection.send(writing({ 'content-type': 'multipart/form-data; boundary=x', 'content-length': '100000' }) + part);
    expect(await connection.isClosedWithin(closedWithinMs)).toBe(true);
    expect(refusedWith(connection)).toBe(400);
  });

  test('a body in chunks of which the last never comes', async () => {
    const connection = await connectRaw();
    connection.send(`${writing({ 'transfer-encoding': 'chunked' })}${note.length.toString(16)}\r\n${note}\r\n`);
    expect(await connection.isClosedWithin(closedWithinMs)).toBe(true);
    expect(refusedWith(connection)).toBe(408);
  });

  test('a body without an end', async () => {
    const connection = await connectRaw();
    connection.send(writing({ 'transfer-encoding': 'chunked' }));
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    // More than is taken at once: a busy machine would pour so slowly that patience ends first.
    connection.send(chunk.repeat(32));
    const pouring = setInterval(() => connection.send(chunk), 5);
    expect(await connection.isClosedWithin(closedWithinMs)).toBe(true);
    clearInterval(pouring);
    expect(refusedWith(connection)).toBe(400);
  });
});

const rubbish = Buffer.from(Array.from({ length: 1000 }, (_, index) => (index * 7919) % 256));

describe('what is no request', () => {
  test.each<[string, string | Buffer | (() => string)]>([
    ['a thousand bytes of rubbish', rubbish],
    ['a request and rubbish behind it', Buffer.concat([Buffer.from(head('GET', '/nothing-here', {})), rubbish])],
    ['a greeting of TLS', Buffer.from('16030100c8010000c40303', 'hex')],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a version that does not exist', 'GET / HTTP/9.9\r\nhost: a\r\n\r\n'],
    ['a method that does not exist', 'STEAL /api/v1/portfolio HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['two lengths', () => writing({ 'content-length': '5', 'Content-Length': '6' }) + note],
    ['a length and chunks', () => writing({ 'content-length': '5', 'transfer-encoding': 'chunked' }) + note],
    ['a length below zero', () => writing({ 'content-length': '-1' }) + note],
    ['a length that is no number', () => writing({ 'content-length': 'NaN' }) + note],
    ['a chunk of a size that is no number', () => `${writing({ 'transfer-encoding': 'chunked' })}zz\r\n${note}\r\n`],
    ['a zero character in the address', 'GET /api/v1/\u0000 HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['a line break in a header', 'GET /api/v1/portfolio HTTP/1.1\r\nhost: a\rb\r\n\r\n'],
  ])('%s', async (_, bytes) => {
    const connection = await connectRaw();
    connection.send(typeof bytes === 'function' ? bytes() : bytes);
    expect(await connection.isClosedWithin(closedWithinMs)).toBe(true);
    expect([400, 404]).toContain(refusedWith(connection));
  });

  test('no host', async () => {
    const connection = await connectRaw();
    connection.send('GET /api/v1/portfolio HTTP/1.1\r\n\r\n');
    expect(await connection.isClosedWithin(closedWithinMs)).toBe(true);
    expect(connection.received()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  });

  test.each([
    ['a header of 64 kB', { 'x-much': 'x'.repeat(64 * 1024) }],
    ['a cookie of 64 kB', { cookie: 'x'.repeat(64 * 1024) }],
    ['three thousand headers', Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`x-${index}`, 'x']))],
  ])('%s', async (_, headers: Record<string, string>) => {
    const connection = await connectRaw();
    connection.send(head('GET', '/api/v1/portfolio', headers));
    expect(await connection.isClosedWithin(closedWithinMs)).toBe(true);
    expect(refusedWith(connection)).toBe(431);
  });

  test('an address of 64 kB', async () => {
    const connection = await connectRaw();
    connection.send(head('GET', `/api/v1/portfolio?on=${'9'.repeat(64 * 1024)}`, {}));
    expect(await connection.isClosedWithin(closedWithinMs)).toBe(true);
    expect(refusedWith(connection)).toBe(431);
  });

  test.each([
    ['another protocol', head('GET', '/api/v1/events', { connection: 'upgrade', upgrade: 'websocket' })],
    ['a tunnel', 'CONNECT internal.example:443 HTTP/1.1\r\nhost: internal.example:443\r\n\r\n'],
  ])('a wish for %s', async (_, bytes) => {
    const connection = await connectRaw();
    connection.send(bytes);
    expect(await connection.isClosedWithin(closedWithinMs)).toBe(true);
    expect(connection.received()).not.toMatch(/^HTTP\/1\.1 [1235]/);
  });
});
