import { LedgerRepository, recordAs, systemActor, WorkerRunRepository } from '@klyngevagt/db';
import { calendarDate } from '@klyngevagt/scoring';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ seed: 'sourced' });
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
    { timeout: 20_000 },
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
    { timeout: 20_000 },
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
    { timeout: 20_000 },
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
