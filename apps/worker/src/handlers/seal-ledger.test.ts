import { recordAs, systemActor, verifyLedger } from '@klyngevagt/db';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Bench, openBench } from '../testing/bench.js';
import { planReminders } from './plan-reminders.js';
import { seal } from './seal-ledger.js';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

test('planning seals what was recorded before it', async () => {
  await vi.waitFor(
    async () => {
      await planReminders(bench.hands())({}, { jobId: 'test', attempt: 1 });
      expect(await verifyLedger(bench.database.dataSource)).toMatchObject({ findings: [], unsealedRows: 0 });
    },
    { timeout: 45_000 },
  );
});

test('rows that wait for too long raise an alarm that names the open transaction, and no content', async () => {
  const { dataSource } = bench.database;
  const lines: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
  const idle = dataSource.createQueryRunner();
  try {
    await idle.startTransaction();
    await idle.query('select pg_current_xact_id()');
    await recordAs(dataSource, systemActor('test'), (manager) => manager.query(`update cluster set city = 'Ribe' where slug = 'made'`));
    expect(await seal({ ...bench.hands(), log })).toEqual({ sealed: 0, isStalled: false });
    expect(lines).toEqual([]);

    await dataSource.transaction(async (manager) => {
      await manager.query(`set local session_replication_role = 'replica'`);
      await manager.query(`update ledger set recorded_at = recorded_at - interval '16 minutes' where seq = (select max(seq) from ledger)`);
    });
    expect(await seal({ ...bench.hands(), log })).toEqual({ sealed: 0, isStalled: true });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        msg: 'sealing of the ledger is stalled',
        stalledBecause: 'open-transaction',
        unsealedRows: 1,
        openTransaction: { since: expect.any(String), application: expect.any(String) },
      }),
    ]);
    expect(lines.join('')).not.toContain('Ribe');
  } finally {
    await idle.rollbackTransaction();
    await idle.release();
  }
});
