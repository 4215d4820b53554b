import { LedgerRepository, recordAs, systemActor, WorkerRunRepository } from '@klyngevagt/db';
import type { JobProducer } from '@klyngevagt/jobs';
import { calendarDate } from '@klyngevagt/scoring';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { MetricsController } from './metrics.controller.js';
import { MetricsService } from './metrics.service.js';
import { MailReturnService } from '../mail-returns/mail-return.service.js';
import { Jobs } from '../jobs.js';
import type { Settings } from '../settings.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';

const metricsToken = 'a7f3c1d29be84f60a7f3c1d29be84f60';
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ seed: 'sourced', variables: { METRICS_TOKEN: metricsToken } });
});
afterAll(() => api.close());

const ledgerCheck = async () => {
  const { status, body } = await api.stranger.get('/health/ready');
  return { status, ledger: body.checks.ledger };
};

test('health tells when the ledger was sealed, and alarms when a transaction that was left open holds it up', async () => {
  const { dataSource } = api.database;
  const ledger = new LedgerRepository(dataSource);
  await vi.waitFor(
    async () => {
      await ledger.seal();
      const { ok, reason } = (await ledgerCheck()).ledger;
      expect([ok, reason]).toEqual([true, expect.stringMatching(/^last sealed 20[^,]*Z$/)]);
    },
    { timeout: 45_000 },
  );

  const idle = dataSource.createQueryRunner();
  try {
    await idle.startTransaction();
    await idle.query('select pg_current_xact_id()');
    await recordAs(dataSource, systemActor('test'), (manager) => manager.query(`update cluster set city = 'Ribe' where slug = 'made'`));
    await ledger.seal();
    expect((await ledgerCheck()).ledger).toMatchObject({ ok: true, reason: expect.stringContaining(', 1 waiting since ') });
    await anHourPasses();
    // The pages stay: what is recorded is recorded, only not sealed yet.
    expect(await ledgerCheck()).toMatchObject({
      status: 200,
      ledger: { ok: false, reason: expect.stringMatching(/^stalled, a transaction was left open: last sealed 20.*, 1 waiting since 20/) },
    });
  } finally {
    await idle.rollbackTransaction();
    await idle.release();
  }
  // Nothing holds them up any more: they wait for the next round, and that is no alarm.
  await vi.waitFor(
    async () => expect((await ledgerCheck()).ledger).toMatchObject({ ok: true, reason: expect.stringContaining(', 1 waiting since ') }),
    { timeout: 45_000 },
  );
  await dataSource.query(`update ledger_sealing set sealed_at = sealed_at - interval '16 minutes'`);
  expect((await ledgerCheck()).ledger).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/^stalled, nobody seals: last sealed 20/),
  });
  await vi.waitFor(
    async () => {
      await ledger.seal();
      expect((await ledgerCheck()).ledger).toMatchObject({ ok: true });
    },
    { timeout: 45_000 },
  );
});

async function anHourPasses(): Promise<void> {
  await api.database.dataSource.transaction(async (manager) => {
    await manager.query(`set local session_replication_role = 'replica'`);
    await manager.query(`update ledger set recorded_at = recorded_at - interval '1 hour' where seq = (select max(seq) from ledger)`);
  });
}

test('health tells how reminders are looked after: runs and sums, no names', async () => {
  const { status, body } = await api.stranger.get('/health/ready');
  expect(status).toBe(200);
  expect(body.checks.reminders).toMatchObject({ ok: false, state: 'never-run', held: 0, sums: { total: 0, sent: 0, failed: 0 } });
  const runs = new WorkerRunRepository(api.database.dataSource);
  const id = await runs.start('send', calendarDate('2026-11-25'));
  await runs.finish(id, { counts: { sent: 3 }, nextRunAt: null, error: null });
  const { reminders } = (await api.stranger.get('/health/ready')).body.checks;
  expect(reminders).toMatchObject({ ok: true, reason: 'looked after', lastRun: { sent: 3, failed: 0 } });
});

describe('metrics', () => {
  const read = (authorization?: string) => api.stranger.get('/metrics', authorization === undefined ? {} : { authorization });
  const seen = async () => {
    const { status, body, headers } = await read(`Bearer ${metricsToken}`);
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    const lines = String(body).trimEnd().split('\n');
    const form = /^(# (HELP|TYPE) klyngevagt_\w+ .+|klyngevagt_\w+(\{\w+="[\w.-]+"\})? \d+)$/;
    expect(lines.filter((line) => !form.test(line))).toEqual([]);
    return new Map(lines.filter((line) => !line.startsWith('#')).map((line) => [line.split(' ')[0], Number(line.split(' ')[1])]));
  };

  test('are for whoever knows the word, and for nobody where none was agreed', async () => {
    for (const wrong of [undefined, '', 'Bearer', 'Bearer x', metricsToken, `Bearer ${metricsToken}0`]) {
      expect((await read(wrong)).status).toBe(401);
    }
    const none = { env: { metricsToken: null } } as Settings;
    const closed = new MetricsController(none, api.app.get(MetricsService), api.app.get(MailReturnService));
    await expect(closed.read(`Bearer ${metricsToken}`)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('tell of a run, of a worker that fell silent, of a queue that is away and of what did not arrive', async () => {
    const { dataSource } = api.database;
    const runs = new WorkerRunRepository(dataSource);
    const id = await runs.start('send', calendarDate('2026-11-25'));
    await runs.recordProgress(id, { due: 10_000, sent: 1200, seconds: 0 });
    // A queue that is only just being made may take longer to answer than anybody is made to wait.
    await vi.waitFor(async () => expect((await seen()).get('klyngevagt_queue_up')).toBe(1), { timeout: 45_000 });
    const running = await seen();
    expect(running.get('klyngevagt_sending_state{state="running"}')).toBe(1);
    expect(running.get('klyngevagt_sending_run_due')).toBe(10_000);
    expect(running.get('klyngevagt_sending_run_sent')).toBe(1200);
    expect(running.get('klyngevagt_reminders{state="planned"}')).toBe(0);
    expect(running.get('klyngevagt_webhook_deliveries_undelivered{state="abandoned"}')).toBe(0);
    expect(running.get('klyngevagt_mail_returns_total{outcome="failed"}')).toBe(0);
    expect(running.has('klyngevagt_ledger_last_seal_age_seconds')).toBe(true);
    expect([...running.keys()].some((name) => name?.startsWith('klyngevagt_build_info{version="'))).toBe(true);

    await dataSource.query(
      `update worker_run set started_at = started_at - interval '10 days', finished_at = finished_at - interval '10 days'`,
    );
    vi.spyOn(api.app.get<JobProducer>(Jobs), 'ping').mockRejectedValue(new Error('away'));
    const silent = await seen();
    vi.restoreAllMocks();
    expect(silent.get('klyngevagt_sending_state{state="silent"}')).toBe(1);
    expect(silent.get('klyngevagt_sending_state{state="running"}')).toBe(0);
    expect(silent.get('klyngevagt_queue_up')).toBe(0);
    expect(silent.get('klyngevagt_sending_last_run_age_seconds')).toBeGreaterThan(9 * 86_400);
    expect(silent.get('klyngevagt_sending_last_finished_run_age_seconds')).toBeGreaterThan(9 * 86_400);
  });
});
