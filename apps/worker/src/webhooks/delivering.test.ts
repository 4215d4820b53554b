import { recordAs, systemActor, WebhookEndpointRepository, webhookSecrets, type WebhookValues } from '@klyngevagt/db';
import { present } from '@klyngevagt/db/testing';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { deliverWebhooks } from '../handlers/deliver-webhooks.js';
import { type Bench, openBench } from '../testing/bench.js';
import type { WorkerContext } from '../worker-context.js';
import { openWebhooks } from './open-webhooks.js';

/** A real receiver, a real database, and hands of workers; an independent library checks the signatures. */

interface Heard {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

let bench: Bench;
let hands: WorkerContext;
/** Those of another worker. */
let others: WorkerContext;
let origin: string;
const heard: Heard[] = [];
/** How the receiver answers; null: not at all. */
let answer: (message: Heard) => { status: number; headers?: Record<string, string> } | null;
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (piece: Buffer) => (body += piece.toString()));
  request.on('end', () => {
    const message = { path: request.url ?? '', headers: request.headers, body };
    heard.push(message);
    const told = answer(message);
    if (told) response.writeHead(told.status, told.headers).end('heard');
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  bench = await openBench();
  hands = bench.hands();
  others = bench.hands();
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await bench.close();
});
beforeEach(() => {
  heard.length = 0;
  answer = () => ({ status: 204 });
});
afterEach(() => write('delete from webhook_endpoint'));

const actor = systemActor('test', 'Prøve');
const query = <Row = Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  bench.database.dataSource.query(sql, values) as Promise<Row[]>;
const write = (sql: string, values: unknown[] = []) =>
  recordAs(bench.database.dataSource, actor, (manager) => manager.query(sql, values)) as Promise<unknown>;
const endpoints = () => new WebhookEndpointRepository(bench.database.dataSource);
const secrets = () => webhookSecrets(bench.env.authSecret);

const make = (values: Partial<WebhookValues> = {}) =>
  endpoints().create(
    actor,
    { name: 'Ministeriet', url: `${origin}/hook`, events: ['cluster.changed'], scope: { kind: 'all' }, ...values },
    { secrets: secrets(), personId: null },
  );

const change = (slug: string, city: string) => write('update cluster set city = $2 where slug = $1', [slug, city]);
const own = 'danish-life-science-cluster';
const foreign = 'energy-cluster-denmark';

/** A run of the job, and the end of what it began. */
async function run(context = hands): Promise<void> {
  await deliverWebhooks(context)({}, { jobId: 'test', attempt: 1 });
  await context.webhooks.lanes.settled();
}
/** The next try is due. */
const later = () => query(`update webhook_delivery set next_attempt_at = now() where state in ('pending', 'failed')`);
const deliveries = () =>
  query<{ type: string; state: string; attempts: number; status: number | null; error: string | null }>(
    'select type, state, attempts, last_status as status, last_error as error from webhook_delivery order by created_at, id',
  );
const verify = (secret: string, { body, headers }: Heard) => new Webhook(secret).verify(body, headers as Record<string, string>);

test('a change is told once, signed, thin, and only from when the endpoint was made', async () => {
  await change(own, 'Aalborg');
  const { secret } = await make();
  await run();
  expect(heard).toEqual([]);

  await change(own, 'Herning');
  await run();
  await run();
  expect(heard).toHaveLength(1);
  const [message] = heard as [Heard];
  expect(verify(secret, message)).toEqual({
    type: 'cluster.changed',
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    data: {
      cluster: own,
      version: expect.any(Number),
      links: { api: `${bench.env.publicUrl}/api/v1/clusters/${own}`, page: `${bench.env.publicUrl}/clusters/${own}` },
    },
  });
  expect(() => verify(secret, { ...message, body: message.body.replace(own, foreign) })).toThrow();
  expect(await deliveries()).toEqual([{ type: 'cluster.changed', state: 'delivered', attempts: 1, status: 204, error: null }]);
});

test('a version that commits after a later one is not passed over', async () => {
  await make();
  const runner = bench.database.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query(`select set_config('klyngevagt.role', 'system', true), set_config('klyngevagt.request_id', 'slow', true)`);
  await runner.query(`update cluster set city = 'Ribe' where slug = $1`, [own]);
  await change(foreign, 'Tønder');
  await run();
  expect(heard).toHaveLength(1);
  await runner.commitTransaction();
  await runner.release();
  await run();
  expect(heard.map(({ body }) => JSON.parse(body).data.cluster)).toEqual([foreign, own]);
});

test('a retry carries the same id and body, a signature of its own, and waits for its time', async () => {
  const { secret } = await make();
  answer = () => ({ status: heard.length < 3 ? 503 : 200 });
  await change(own, 'Skive');
  await run();
  // Told from when it was tried, and then put off: however slowly this test runs, its time has not come.
  const [waiting] = await query<{ pause: number }>(
    `select extract(epoch from next_attempt_at - last_attempt_at)::float8 as pause from webhook_delivery`,
  );
  expect(present(waiting).pause).toBeGreaterThan(4);
  await query(`update webhook_delivery set next_attempt_at = next_attempt_at + interval '1 hour'`);
  await run();
  expect(heard, 'it is not due at once').toHaveLength(1);
  for (const _ of [2, 3]) {
    await later();
    await run();
  }
  expect(heard).toHaveLength(3);
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(new Set(heard.map(({ body }) => body)).size).toBe(1);
  for (const message of heard) verify(secret, message);
  expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 3 }]);
});

test('a receiver that is down for two days gets everything once it is back; one that stays away is given up, shown, and gets it when asked for', async () => {
  const { id } = await make();
  answer = () => ({ status: 500 });
  await change(own, 'Viborg');
  await run();
  // Eight further tries are the first two days.
  for (let tries = 0; tries < 7; tries += 1) await later().then(() => run());
  expect(await deliveries()).toMatchObject([{ state: 'failed', attempts: 8, status: 500, error: 'refused' }]);
  answer = () => ({ status: 200 });
  await later();
  await run();
  expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 9 }]);

  answer = () => ({ status: 500 });
  await change(own, 'Vejle');
  for (let tries = 0; tries < 12; tries += 1) await run().then(later);
  expect((await deliveries())[1]).toMatchObject({ state: 'abandoned', attempts: 10 });
  expect(await endpoints().list()).toMatchObject([{ id, isActive: true, isFailing: true, abandoned: 1 }]);

  answer = () => ({ status: 200 });
  expect(await hands.webhooks.deliveries.replayFailed(id, '2020-01-01T00:00:00Z')).toBe(1);
  await run();
  expect((await deliveries())[1]).toMatchObject({ state: 'delivered', attempts: 11 });
  expect(await endpoints().list()).toMatchObject([{ isFailing: false, abandoned: 0 }]);
});

test('no redirect is followed, and a receiver that is gone is switched off', async () => {
  await make();
  answer = ({ path }) => (path === '/hook' ? { status: 307, headers: { location: `${origin}/elsewhere` } } : { status: 200 });
  await change(own, 'Struer');
  await run();
  expect(heard.map(({ path }) => path)).toEqual(['/hook']);
  expect(await deliveries()).toMatchObject([{ state: 'failed', status: 307, error: 'redirect' }]);

  answer = () => ({ status: 410 });
  await later();
  await run();
  expect(await deliveries()).toMatchObject([{ state: 'abandoned', error: 'gone' }]);
  expect(await endpoints().list()).toMatchObject([{ isActive: false, switchedOffBecause: 'gone' }]);
  await change(own, 'Lemvig');
  await run();
  expect(heard).toHaveLength(2);
});

test('a receiver that does not answer is given up for now and holds up nobody else', async () => {
  const { jobs, log, stopping } = hands;
  const withPatience = (timeoutMs: number) => ({
    ...hands,
    webhooks: openWebhooks(bench.database.dataSource, bench.env, { jobs, log, stopping, timeoutMs }),
  });
  const stateAt = async (path: string) =>
    (
      await query<{ told: string }>(
        `select concat_ws(' ', state, last_error) as told from webhook_delivery join webhook_endpoint on webhook_endpoint.id = endpoint_id
         where url = $1`,
        [`${origin}${path}`],
      )
    )[0]?.told;
  await make({ url: `${origin}/slow` });
  await make({ url: `${origin}/quick` });
  answer = ({ path }) => (path === '/slow' ? null : { status: 200 });
  await change(own, 'Randers');
  // One that waits for longer than this test lasts: the quick one has its message while the slow one is waited for.
  const patient = withPatience(600_000);
  await deliverWebhooks(patient)({}, { jobId: 'test', attempt: 1 });
  await vi.waitFor(async () => expect([await stateAt('/slow'), await stateAt('/quick')]).toEqual(['pending', 'delivered']), {
    timeout: 45_000,
  });
  server.closeAllConnections();
  await patient.webhooks.lanes.settled();
  expect(await stateAt('/slow')).toBe('failed unreachable');
  await later();
  await run(withPatience(100));
  expect(await stateAt('/slow')).toBe('failed timeout');
});

test('without leave, no request goes to the own network: not by number, not by name', async () => {
  const strict = { ...bench.env, isPrivateWebhookAllowed: false };
  const { jobs, log, stopping } = hands;
  const careful = { ...hands, webhooks: openWebhooks(bench.database.dataSource, strict, { jobs, log, stopping }) };
  await make({ url: origin.replace('http:', 'https:') });
  await make({ url: origin.replace('http:', 'https:').replace('127.0.0.1', 'localhost') });
  await change(own, 'Nyborg');
  await run(careful);
  expect(heard).toEqual([]);
  expect(await deliveries()).toMatchObject([{ error: 'address-not-public' }, { error: 'address-not-public' }]);
});

test('two workers queue and deliver everything once', async () => {
  await make();
  for (const city of ['Ebeltoft', 'Grenaa', 'Odder']) {
    await change(own, city);
    await change(foreign, city);
    await Promise.all([run(), run(bench.hands()), run(bench.hands())]);
  }
  const ids = heard.map(({ headers }) => headers['webhook-id']);
  expect(ids).toHaveLength(6);
  expect(new Set(ids).size).toBe(6);
});

test('what a worker had in hand when it died is delivered after its lease, and its own late answer counts no more', async () => {
  const { id } = await make();
  await change(own, 'Assens');
  await hands.webhooks.deliveries.queue(bench.env.publicUrl);
  const claimed = present(await hands.webhooks.deliveries.claimNext(id, 60_000));
  await run();
  expect(heard).toEqual([]);
  await query(`update webhook_delivery set claimed_at = now() - interval '1 hour'`);
  await run();
  expect(heard).toHaveLength(1);
  expect(present(heard[0]).headers['webhook-id']).toBe(claimed.id);
  await hands.webhooks.deliveries.record(claimed, { kind: 'abandoned', status: 500, error: 'refused', durationMs: 1 });
  expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 2 }]);
});

test('an endpoint hears of its own clusters and of no other, by programme and by name', async () => {
  await write(
    `insert into programme (slug, name_da, name_en, portfolio, starts_on, ends_on, source, confidence, revision)
     values ('proeve', 'Prøve', 'Trial', 'national', '2026-01-01', '2026-12-31', 'test', 'sourced', 1)`,
  );
  await write(
    `insert into membership (cluster_id, programme_id, member, bound, starts_on, source, confidence, revision)
     select cluster.id, programme.id, case slug_of when $1 then 'yes' else 'no' end, 'no', '2026-01-01', 'test', 'sourced', 1
     from unnest($2::text[]) as slug_of join cluster on cluster.slug = slug_of join programme on programme.slug = 'proeve'`,
    [own, [own, foreign]],
  );
  await make({ url: `${origin}/programme`, scope: { kind: 'programme', programme: 'proeve' } });
  await make({ url: `${origin}/named`, scope: { kind: 'clusters', clusters: [foreign] } });
  await change(own, 'Kolding');
  await change(foreign, 'Esbjerg');
  await run();
  expect(heard.map(({ path, body }) => `${path} ${JSON.parse(body).data.cluster}`).sort()).toEqual([
    `/named ${foreign}`,
    `/programme ${own}`,
  ]);
  await write(`delete from webhook_endpoint`);
  await write(`delete from membership where programme_id = (select id from programme where slug = 'proeve')`);
  await write(`delete from programme where slug = 'proeve'`);
});

test('reminders that were sent or failed are told, without a name or an address', async () => {
  const { secret } = await make({ events: ['reminder.sent', 'reminder.failed'] });
  const insert = (state: string, offset: number) =>
    query<{ id: string }>(
      `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state)
       values ($1, 'gold:renewal:test', 'booking', $2, '2026-12-18', $3, 'manager', '2026-12-04', $4) returning id`,
      [bench.clusterId, offset, bench.people.manager, state],
    ).then((rows) => present(rows[0]).id);
  const [sent, failed] = [await insert('planned', -14), await insert('planned', -7)];
  await query(`update reminder set state = 'sent', sent_at = now() where id = $1`, [sent]);
  await query(`update reminder set state = 'failed', failed_because = 'no-address' where id = $1`, [failed]);
  await run();
  await run();
  const told = heard.map((message) => verify(secret, message) as { type: string; data: { reminder: string; cluster: string } });
  expect(told.map(({ type, data }) => [type, data.reminder, data.cluster]).sort()).toEqual([
    ['reminder.failed', failed, own],
    ['reminder.sent', sent, own],
  ]);
  for (const { body } of heard) expect(body).not.toMatch(/Anne|Holm|@/);
});

test('after a change of the secret both sign for a day; one that may be in wrong hands signs no more', async () => {
  const first = await make();
  const second = await endpoints().changeSecret(actor, { id: first.id, expectedRevision: 1 }, { secrets: secrets(), endsBeforeNow: false });
  await change(own, 'Tarm');
  await run();
  const [message] = heard as [Heard];
  for (const { secret } of [first, second]) verify(secret, message);
  await endpoints().changeSecret(actor, { id: first.id, expectedRevision: second.revision }, { secrets: secrets(), endsBeforeNow: true });
  await change(own, 'Skjern');
  await run();
  for (const { secret } of [first, second]) expect(() => verify(secret, present(heard[1]))).toThrow();
  const stored = await query<{ text: string }>(
    `select ledger::text as text from ledger where entity = 'webhook_endpoint' union all select sealed from webhook_secret`,
  );
  for (const { secret } of [first, second]) expect(stored.filter(({ text }) => text.includes(secret.slice(6)))).toEqual([]);
  expect(stored.filter(({ text }) => text.includes(origin))).toEqual([]);
});

/** Both run the job at the same time. */
const runTwice = () => Promise.all([run(), run(others)]);
/** Another transaction may be open, the queue's own among them: what was recorded since it began is told by the next run. */
const told = (slugs: readonly string[]) =>
  vi.waitFor(
    async () => {
      await runTwice();
      expect(slugsHeard()).toEqual(slugs);
    },
    { timeout: 45_000 },
  );
const slugsHeard = () => heard.map(({ body }) => (JSON.parse(body) as { data: { cluster: string } }).data.cluster);

test('a verdict that changes by time alone is told once, on the first day, however many workers look', async () => {
  await make({ events: ['verdict.changed'] });
  await run();
  await bench.setToday('2026-12-18');
  await run();
  expect(heard, 'the last safe booking day has not passed').toEqual([]);
  await bench.setToday('2026-12-19');
  await runTwice();
  await runTwice();
  expect(heard).toHaveLength(1);
  expect(JSON.parse(heard[0]!.body)).toEqual({
    type: 'verdict.changed',
    timestamp: expect.stringMatching(/Z$/),
    data: {
      cluster: own,
      on: '2026-12-19',
      links: { api: `${bench.env.publicUrl}/api/v1/clusters/${own}`, page: `${bench.env.publicUrl}/clusters/${own}` },
    },
  });
  await bench.setToday('2026-11-25');
});

test('a verdict that a fact changes is told to whom it concerns; a change that was taken back, or changed no verdict, is not', async () => {
  await make({ events: ['verdict.changed'] });
  await make({ url: `${origin}/other`, events: ['verdict.changed'], scope: { kind: 'clusters', clusters: [foreign] } });
  await make({ url: `${origin}/changes`, events: ['cluster.changed'], scope: { kind: 'clusters', clusters: [foreign] } });
  await run();
  await change(own, 'Ribe');
  await run();
  await recordAs(bench.database.dataSource, actor, async (manager) => {
    for (const end of ['2026-10-31', '2027-03-31'])
      await manager.query(`update award set valid_until = $1 where cluster_id = $2`, [end, bench.clusterId]);
  });
  await run();
  expect(heard).toEqual([]);
  await bench.recordEnd('2026-10-31');
  await told([own]);
  expect(heard[0]?.path).toBe('/hook');
  await bench.recordEnd('2027-03-31');
  await told([own, own]);
  await runTwice();
  expect(slugsHeard()).toEqual([own, own]);
});

test('a rule, too, changes verdicts; who begins to listen hears of nothing that was before', async () => {
  const horizon = (days: number) =>
    write(`update process_step_rule set "offset" = $1, revision = revision + 1 where step = 'order' and kind = 'renewal'`, [days]);
  const { id, revision } = await make({ events: ['verdict.changed'] });
  await endpoints().switch(actor, { id, expectedRevision: revision }, false);
  await horizon(90);
  await endpoints().switch(actor, { id, expectedRevision: revision + 1 }, true);
  await run();
  expect(heard).toEqual([]);
  await horizon(60);
  await told([own]);
});
