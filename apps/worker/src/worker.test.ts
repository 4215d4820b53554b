import { recordAs, systemActor } from '@klyngevagt/db';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { type Bench, openBench } from './testing/bench.js';
import { startWorker } from './worker.js';

/** Whole workers with their queue, on both places where a queue may live. */

const redisServer = process.env['TEST_REDIS_URL'] ?? null;
/** A database of this file's own on that server: one test empties it. */
const redisDatabase = 9;
const redisUrl = redisServer === null ? null : `${redisServer.replace(/\/\d*$/, '')}/${redisDatabase}`;

test('a Redis server is there', () => {
  expect(redisServer, 'TEST_REDIS_URL names a Redis server').toBeTruthy();
});

let bench: Bench | null = null;
afterEach(async () => {
  await bench?.close();
  bench = null;
});

/**
 * Mails besides the week's. The schedules of a worker follow the real clock: at each quarter of an hour of a working day they send it to an officer
 * who has not had it, whatever the test is about.
 */
const reminderMails = ({ mailbox }: Bench) => mailbox.mails().filter(({ subject }) => !subject.includes(' i ugen fra '));

async function until(isSo: () => Promise<boolean> | boolean, timeoutMs = 50_000) {
  const end = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not within ${timeoutMs} ms: ${isSo.toString()}`);
    await pause(50);
  }
}

describe.each([
  { place: 'PostgreSQL', queue: null },
  { place: 'Redis', queue: redisUrl },
])('with the queue in $place', ({ queue }) => {
  test('a fact becomes a plan within seconds, and a mail when its day comes', async () => {
    const open = (bench = await openBench({ redisUrl: queue }));
    await open.setToday('2026-10-01');
    const worker = await open.start();
    await until(async () => (await open.states()).includes('booking -60 manager: planned'));

    await open.recordEnd('2027-04-30');
    await until(async () => (await open.reminders.list({ scope: { kind: 'all' } })).some(({ deadlineOn }) => deadlineOn === '2027-04-30'));
    expect(reminderMails(open)).toEqual([]);

    // Order by Monday 18 January 2027; fourteen days before it.
    expect(await worker.context.jobs.enqueueAndWait('run-day', { on: '2027-01-04' }, 60_000)).toMatchObject({
      mails: expect.any(Number),
      weekly: expect.any(Number),
    });
    // Whether by this run or by one of the schedules that came round in the same second.
    await until(async () => (await open.states()).includes('booking -14 manager: sent'));
    expect(reminderMails(open).map(({ subject }) => subject)).toEqual(['Book guldaudit senest 18. januar 2027']);
    // A Monday: the officer's weekly mail goes out too.
    const weekly = () => open.mailbox.mails().filter(({ subject }) => subject.endsWith(' i ugen fra 4. januar 2027'));
    await until(() => weekly().length > 0);
    expect(weekly()).toHaveLength(1);
    await until(async () => (await worker.context.runs.latest()).last?.nextRunAt instanceof Date);
    const { last, lastReconciliation } = await worker.context.runs.latest();
    expect(last).toMatchObject({ kind: 'send', on: '2027-01-04', error: null });
    expect(lastReconciliation?.counts).toMatchObject({ addsUp: 1 });
  });

  test('a changed rule is planned by at once', async () => {
    const open = (bench = await openBench({ redisUrl: queue }));
    await open.setToday('2026-10-01');
    await open.start();
    await until(async () => (await open.states()).includes('booking -60 manager: planned'));
    await recordAs(open.database.dataSource, systemActor('test'), (manager) =>
      manager.query(
        `insert into reminder_step_rule (event, offset_days, recipients, effective_from, source, confidence, revision)
         values ('booking', -45, array['manager'], '2026-10-01', 'test', 'sourced', 1)`,
      ),
    );
    await until(async () => (await open.states()).includes('booking -45 manager: planned'));
  });

  test('two workers send each reminder once', async () => {
    const open = (bench = await openBench({ redisUrl: queue }));
    await open.setToday('2026-12-18');
    const [worker] = await Promise.all([open.start(), open.start()]);
    await until(() => reminderMails(open).length >= 3);
    await worker.context.jobs.enqueueAndWait('send-due-reminders', {}, 60_000);
    expect(
      reminderMails(open)
        .flatMap(({ to }) => to)
        .sort(),
    ).toEqual(['anne.holm@example.dk', 'grethe.dam@example.dk', 'mette.lindholm@example.dk']);
  });

  test('the queue loses all it holds: its schedules return and nothing is lost', async () => {
    const open = (bench = await openBench({ redisUrl: queue }));
    await open.setToday('2026-12-01');
    const first = await open.start();
    await until(async () => (await open.states()).includes('booking -14 manager: planned'));
    await until(() => reminderMails(open).length === 1);
    await first.stop();
    await emptyQueue(open, queue);

    await open.setToday('2026-12-04');
    const second = await open.start();
    await until(() => reminderMails(open).length === 2);
    expect(await second.context.jobs.nextRunAt('send-every-quarter')).toBeInstanceOf(Date);
    await until(async () => (await open.states()).includes('booking -14 manager: sent'));
  });
});

test('a database that lacks migrations is waited for: told once, and nothing is taken in hand before', async () => {
  const open = (bench = await openBench());
  await open.setToday('2026-12-18');
  const { dataSource } = open.database;
  await dataSource.query(`update migrations set name = name || '-away' where name like 'TemporaryRefusals%'`);
  const lines: { msg: string; pendingMigrations: number }[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const starting = startWorker(open.env, log, { namespace: `late-${randomUUID()}` });
  await until(() => lines.length > 0);
  expect(await dataSource.query('select from worker_run')).toEqual([]);

  await dataSource.query(`update migrations set name = replace(name, '-away', '')`);
  const worker = await starting;
  await until(() => open.mailbox.mails().length >= 3);
  await worker.stop();
  expect(lines).toEqual([
    expect.objectContaining({ msg: expect.stringMatching(/^waiting: the database lacks migrations/), pendingMigrations: 1 }),
  ]);
});

test('a dropped connection is renewed, and what changed meanwhile is planned', async () => {
  const open = (bench = await openBench());
  await open.setToday('2026-10-01');
  await open.start();
  await until(async () => (await open.states()).includes('booking -60 manager: planned'));
  await open.database.dataSource.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'klyngevagt changes'`,
  );
  await open.recordEnd('2027-04-30');
  await until(async () => (await open.reminders.list({ scope: { kind: 'all' } })).some(({ deadlineOn }) => deadlineOn === '2027-04-30'));
});

test('a stop ends the mail in hand and leaves the rest due', async () => {
  const open = (bench = await openBench());
  await open.setToday('2026-12-18');
  const worker = await open.start();
  await worker.stop();
  const states = (await open.states()).filter((state) => state.startsWith('booking 0'));
  expect(states.some((state) => state.endsWith('sending'))).toBe(false);
  await open.start();
  await until(() => reminderMails(open).length >= 3);
});

async function emptyQueue(open: Bench, queue: string | null): Promise<void> {
  if (queue === null) {
    await open.database.dataSource.query('drop schema bullmq cascade');
    return;
  }
  const { hostname, port } = new URL(queue);
  const socket = connect({ host: hostname, port: Number(port || 6379) });
  socket.write(`SELECT ${redisDatabase}\r\nFLUSHDB\r\nQUIT\r\n`);
  for await (const answer of socket) expect(String(answer)).not.toContain('ERR');
}
