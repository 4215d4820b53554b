import { webhookSecrets } from '@klyngevagt/db';
import type { JobProducer } from '@klyngevagt/jobs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Jobs } from '../jobs.js';
import { type Answer, type Client, type Json, startTestApi, type TestApi } from '../testing/test-api.js';

/** Endpoints and deliveries as administrators and officers meet them. That deliveries reach receivers is the worker's test. */

let api: TestApi;
let admin: Client;
let officer: Client;

beforeAll(async () => {
  api = await startTestApi();
  [admin, officer] = await Promise.all([api.as('admin'), api.as('officer')]);
});
afterAll(() => api.close());

const values = {
  name: 'Ministeriets overblik',
  url: 'https://hooks.example.dk/klynger?key=very-secret',
  events: ['cluster.changed', 'reminder.sent'],
  scope: { kind: 'programme', programme: 'klyngeprogram-2025-2028' },
  reason: 'Aftalt med ministeriet',
};
const create = (change: object = {}): Promise<Answer> => admin.send('POST', '/api/v1/webhooks', { ...values, ...change });
const read = async (id: string): Promise<Json> => (await officer.get('/api/v1/webhooks')).body.webhooks.find((one: Json) => one.id === id);
const deliveriesOf = async (id: string, query = ''): Promise<Json> =>
  (await officer.get(`/api/v1/webhook-deliveries?endpoint=${id}${query}`)).body;
const query = (sql: string, parameters: unknown[] = []): Promise<Json[]> => api.database.dataSource.query(sql, parameters);

describe('an endpoint', () => {
  test('answers its secret once; what is stored opens to it, for this endpoint only', async () => {
    const { status, body, headers } = await create();
    expect(status).toBe(200);
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.stringify(await read(body.id))).not.toContain(body.secret.slice(6));
    expect(await read(body.id)).toMatchObject({
      name: values.name,
      programme: { slug: 'klyngeprogram-2025-2028' },
      clusters: null,
      isActive: true,
      isFailing: false,
      oldSecretUntil: null,
      lastDeliveredAt: null,
    });
    const [{ sealed }] = (await query('select sealed from webhook_secret where endpoint_id = $1', [body.id])) as [{ sealed: string }];
    const secrets = webhookSecrets('local-0123456789-abcdefghijklmnopqrstuvwxyz');
    expect(secrets.open(sealed, body.id)).toBe(body.secret);
    expect(() => secrets.open(sealed, '00000000-0000-4000-8000-000000000000')).toThrow();
    expect(() => secrets.open(`${sealed.slice(0, -4)}AAAA`, body.id)).toThrow();
    expect(() => webhookSecrets('another secret of the server, longer').open(sealed, body.id)).toThrow();
  });

  test('stands in the ledger with its reason, without secret and without the address, which may hold a key', async () => {
    const { body } = await create();
    const { body: trail } = await officer.get('/api/v1/audit-trail?entity=webhook_endpoint&limit=5');
    expect(trail.entries[0]).toMatchObject({ entityName: 'Webhook', reason: values.reason });
    const recorded = JSON.stringify(await query(`select ledger from ledger where entity = 'webhook_endpoint'`));
    for (const secret of [body.secret.slice(6), 'very-secret', values.name]) expect(recorded).not.toContain(secret);
    const reader = await api.as('reader');
    expect((await reader.get('/api/v1/audit-trail?entity=webhook_endpoint')).body.entries).toEqual([]);
  });

  test('is edited, switched and given a new secret under its revision', async () => {
    const { body: made } = await create();
    const at = `/api/v1/webhooks/${made.id}`;
    const edit = { ...values, events: ['reminder.failed'], scope: { kind: 'clusters', clusters: ['digitallead'] }, revision: 1 };
    expect((await admin.send('PATCH', at, edit)).status).toBe(200);
    expect(await read(made.id)).toMatchObject({
      events: ['reminder.failed'],
      programme: null,
      clusters: [{ slug: 'digitallead' }],
      revision: 2,
    });
    expect((await admin.send('PATCH', at, edit)).body.code).toBe('changed-meanwhile');
    expect((await admin.send('POST', `${at}/switching`, { isActive: false, revision: 2, reason: 'Flytter' })).status).toBe(200);
    expect(await read(made.id)).toMatchObject({ isActive: false, switchedOffBecause: 'person', revision: 3 });
    expect((await admin.send('POST', `${at}/switching`, { isActive: true, revision: 3, reason: 'Flyttet' })).status).toBe(200);
    const changed = await admin.send('POST', `${at}/secret`, { endOldNow: false, revision: 4, reason: 'Hvert år' });
    expect(changed.body.secret).not.toBe(made.secret);
    expect(Date.parse((await read(made.id)).oldSecretUntil)).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    await admin.send('POST', `${at}/secret`, { endOldNow: true, revision: 5, reason: 'Lækket' });
    expect(await read(made.id)).toMatchObject({ oldSecretUntil: null });
  });

  test.each([
    [{ url: 'http://hooks.example.dk/' }, 'url', 'not-https'],
    [{ url: 'https://127.0.0.1/' }, 'url', 'not-a-public-name'],
    [{ url: 'https://0x7f000001/' }, 'url', 'not-a-public-name'],
    [{ url: 'https://[::1]/' }, 'url', 'not-a-public-name'],
    [{ url: 'https://localhost/' }, 'url', 'not-a-public-name'],
    [{ url: 'https://me:secret@hooks.example.dk/' }, 'url', 'wrong-form'],
    [{ url: 'ftp://hooks.example.dk/' }, 'url', 'wrong-form'],
    [{ events: [] }, 'events', undefined],
    [{ scope: { kind: 'clusters', clusters: [] } }, 'scope.clusters', undefined],
    [{ reason: '' }, 'reason', undefined],
  ])('%j is a mistake in %s', async (change, field, code) => {
    expect(await create(change)).toMatchObject({ status: 400, body: { errors: [{ field, ...(code && { code }) }] } });
  });

  test('of a cluster or programme that does not exist is refused', async () => {
    expect((await create({ scope: { kind: 'clusters', clusters: ['no-such-cluster'] } })).status).toBe(404);
    expect((await create({ scope: { kind: 'programme', programme: 'no-such' } })).status).toBe(404);
  });
});

describe('deliveries', () => {
  test('are listed newest first, by state and page, and sent once more under their id', async () => {
    const { id } = (await create()).body;
    const sent: string[] = [];
    for (let count = 0; count < 5; count += 1) sent.unshift((await admin.send('POST', `/api/v1/webhooks/${id}/test`, {})).body.id);
    const first = await deliveriesOf(id, '&limit=3');
    expect(first.deliveries.map((delivery: Json) => delivery.id)).toEqual(sent.slice(0, 3));
    const second = await deliveriesOf(id, `&limit=3&before=${first.nextBefore}`);
    expect(second).toMatchObject({ deliveries: [{ id: sent[3] }, { id: sent[4] }], nextBefore: null });
    expect(first.deliveries[0]).toMatchObject({ type: 'webhook.test', state: 'pending', attempts: 0, cluster: null });

    await query(
      `update webhook_delivery set state = 'abandoned', attempts = 10, last_status = 500, last_error = 'refused', last_attempt_at = now()
       where id = any($1::uuid[])`,
      [sent.slice(0, 2)],
    );
    expect((await deliveriesOf(id, '&state=abandoned')).deliveries).toHaveLength(2);
    expect(await read(id)).toMatchObject({ isFailing: true, abandoned: 2, waiting: 3 });
    expect((await admin.send('POST', `/api/v1/webhook-deliveries/${sent[0]}/replay`, {})).status).toBe(200);
    expect((await deliveriesOf(id)).deliveries[0]).toMatchObject({ id: sent[0], state: 'pending', attempts: 10 });
    const replay = (since: string) => admin.send('POST', `/api/v1/webhooks/${id}/replay`, { since });
    expect((await replay('2090-01-01T00:00:00Z')).body.count).toBe(0);
    vi.spyOn(api.app.get<JobProducer>(Jobs), 'enqueue').mockRejectedValue(new Error('away'));
    expect(await replay('2020-01-01T00:00:00Z')).toMatchObject({ status: 200, body: { count: 1, isQueueAway: true } });
    vi.restoreAllMocks();
    expect(api.log.filter((line) => line.includes('"job":"deliver-webhooks"'))).toHaveLength(1);
    expect((await replay('2020-01-01T00:00:00Z')).body).toMatchObject({ count: 0, isQueueAway: false });
    expect((await deliveriesOf(id, '&state=abandoned')).deliveries).toEqual([]);
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await admin.send('POST', `/api/v1/webhook-deliveries/${nobody}/replay`, {})).status).toBe(404);
    expect((await admin.send('POST', `/api/v1/webhooks/${nobody}/test`, {})).status).toBe(404);
  });
});
