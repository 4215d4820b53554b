import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openQueue, type QueueSettings } from './backend.js';
import { createJobProducer, type JobProducer, QueueUnavailableError } from './producer.js';
import { createJobRunner, type JobEvent, type JobHandlers, type JobRunner } from './runner.js';
import { schedules } from './schedules.js';

/** What the product needs of its queue, asked of both places where it may live. */

const databaseUrl = process.env['TEST_DATABASE_URL'];
const redisUrl = process.env['TEST_REDIS_URL'];

test('both queue servers are there', () => {
  expect(databaseUrl, 'TEST_DATABASE_URL names a PostgreSQL server').toBeTruthy();
  expect(redisUrl, 'TEST_REDIS_URL names a Redis server').toBeTruthy();
});

const handled: { name: string; payload: unknown; attempt: number }[] = [];
const events: JobEvent[] = [];
const errors: Error[] = [];
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const part of open.splice(0).reverse()) await part.close();
  handled.length = 0;
  events.length = 0;
  errors.length = 0;
});

const onError = (error: Error) => void errors.push(error);

function producer(settings: QueueSettings): JobProducer {
  const made = createJobProducer(settings, onError);
  open.push(made);
  return made;
}

async function runner(settings: QueueSettings, own: Partial<JobHandlers> = {}): Promise<JobRunner> {
  const note =
    (name: string) =>
    async (payload: unknown, { attempt }: { attempt: number }) => {
      handled.push({ name, payload, attempt });
      return { done: name };
    };
  const handlers: JobHandlers = {
    'open-cases': note('open-cases'),
    'plan-reminders': note('plan-reminders'),
    'send-due-reminders': note('send-due-reminders'),
    'send-reminder': note('send-reminder'),
    'reconcile-reminders': note('reconcile-reminders'),
    'sweep-documents': note('sweep-documents'),
    'seal-ledger': note('seal-ledger'),
    'send-weekly-mail': note('send-weekly-mail'),
    'deliver-webhooks': note('deliver-webhooks'),
    'apply-retention': note('apply-retention'),
    'run-day': note('run-day'),
    ...own,
  };
  const made = createJobRunner({ settings, handlers, concurrency: 2, onEvent: (event) => events.push(event), onError });
  open.push(made);
  await made.ready();
  return made;
}

async function until(isSo: () => boolean, timeoutMs = 25_000) {
  for (let waited = 0; waited < timeoutMs && !isSo(); waited += 25) await pause(25);
  expect(isSo(), `within ${timeoutMs} ms; handled: ${JSON.stringify(handled)}; errors: ${errors.join()}`).toBe(true);
}

describe.each([
  { place: 'PostgreSQL', settings: (): QueueSettings => ({ databaseUrl: databaseUrl ?? '' }) },
  { place: 'Redis', settings: (): QueueSettings => ({ databaseUrl: databaseUrl ?? '', redisUrl: redisUrl ?? '' }) },
])('a queue in $place', ({ place, settings: make }) => {
  // The queue in the database has one namespace, its schema: what earlier tests left behind is taken out first.
  const settings = { ...make(), namespace: `test-${randomUUID()}` };
  afterEach(async () => {
    const { queue, close } = openQueue(settings, onError);
    for (const { key } of await queue.getJobSchedulers()) await queue.removeJobScheduler(key);
    await queue.obliterate({ force: true });
    await close();
  });

  test('hands a job over with its payload, and its answer back', async () => {
    await runner(settings);
    const answer = await producer(settings).enqueueAndWait('run-day', { on: '2026-11-25' }, 45_000);
    expect(answer).toEqual({ done: 'run-day' });
    expect(handled).toEqual([{ name: 'run-day', payload: { on: '2026-11-25' }, attempt: 1 }]);
    expect(events.map(({ kind }) => kind)).toEqual(['started', 'done']);
  });

  test('refuses a payload with more than ids, before it is stored', async () => {
    const jobs = producer(settings);
    const withName = { reminderId: randomUUID(), name: 'Anne Holm' };
    await expect(jobs.enqueue('send-reminder', withName)).rejects.toBeInstanceOf(z.ZodError);
  });

  test('parses the payload again when it is taken, and does not try a broken one twice', async () => {
    const { queue, close } = openQueue(settings, onError);
    open.push({ close });
    await queue.add('run-day', { on: 'tomorrow' }, { attempts: 5 });
    await runner(settings);
    await until(() => events.some(({ kind }) => kind === 'failed'));
    await pause(300);
    expect(events.filter(({ kind }) => kind === 'failed')).toMatchObject([{ job: 'run-day', isFinal: true }]);
    expect(handled).toEqual([]);
  });

  test('drops a job whose name nobody knows any more', async () => {
    const { queue, close } = openQueue(settings, onError);
    open.push({ close });
    await queue.add('send-pigeon', {});
    await runner(settings);
    await until(() => events.length > 0);
    expect(events).toMatchObject([{ kind: 'unknown', job: 'send-pigeon' }]);
  });

  test('keeps a delayed job until its time', async () => {
    await runner(settings);
    const startedAt = Date.now();
    await producer(settings).enqueue('send-due-reminders', {}, { delay: 700 });
    await until(() => handled.length === 1);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(650);
  });

  test('tries a failed job again after a pause', async () => {
    const times: number[] = [];
    await runner(settings, {
      'reconcile-reminders': async () => {
        times.push(Date.now());
        if (times.length === 1) throw new Error('the database restarts');
      },
    });
    await producer(settings).enqueue('reconcile-reminders', {});
    await until(() => events.some(({ kind }) => kind === 'done'));
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(900);
    expect(events.find(({ kind }) => kind === 'failed')).toMatchObject({ isFinal: false, attempt: 1 });
  });

  test('holds one waiting job per key', async () => {
    const jobs = producer(settings);
    const clusterId = randomUUID();
    for (let time = 0; time < 5; time += 1) await jobs.enqueue('plan-reminders', { clusterId });
    await jobs.enqueue('plan-reminders', { clusterId: randomUUID() });
    await runner(settings);
    await until(() => handled.length >= 2);
    await pause(300);
    expect(handled).toHaveLength(2);
  });

  test('does a job once more when it is asked for while it runs: a fact that changes meanwhile is not missed', async () => {
    let starts = 0;
    let finish = () => undefined as void;
    const held = new Promise<void>((resolve) => (finish = resolve));
    await runner(settings, {
      'plan-reminders': async () => {
        starts += 1;
        if (starts === 1) await held;
      },
    });
    const jobs = producer(settings);
    const clusterId = randomUUID();
    await jobs.enqueue('plan-reminders', { clusterId });
    await until(() => starts === 1);
    await jobs.enqueue('plan-reminders', { clusterId });
    await jobs.enqueue('plan-reminders', { clusterId });
    finish();
    await until(() => starts === 2);
    await pause(300);
    expect(starts).toBe(2);
  });

  test('knows when a schedule runs next in Copenhagen, and setting it twice keeps one', async () => {
    const jobs = producer(settings);
    await jobs.setSchedules();
    await jobs.setSchedules();
    const { queue, close } = openQueue(settings, onError);
    open.push({ close });
    expect((await queue.getJobSchedulers()).map(({ key }) => key).sort()).toEqual(Object.keys(schedules).sort());
    const next = await jobs.nextRunAt('plan-every-morning');
    const shown = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' }).format(next ?? 0);
    expect(shown).toBe('05.30');
    expect((next?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(25 * 3600_000);
  });

  test('lets several workers set the schedules at the same moment', async () => {
    const all = Array.from({ length: 6 }, () => producer(settings));
    for (let time = 0; time < 3; time += 1) await Promise.all(all.map((jobs) => jobs.setSchedules()));
    for (const id of Object.keys(schedules) as (keyof typeof schedules)[]) expect(await all[0]?.nextRunAt(id)).toBeInstanceOf(Date);
    const { queue, close } = openQueue(settings, onError);
    open.push({ close });
    expect(await queue.getDelayedCount()).toBe(Object.keys(schedules).length);
  });

  test('keeps its jobs when producer and runner start again', async () => {
    const first = createJobProducer(settings, onError);
    await first.enqueue('send-due-reminders', {}, { delay: 3_600_000 });
    await first.close();
    const stopped = await runner(settings);
    open.splice(open.indexOf(stopped), 1);
    await stopped.close();
    const { queue, close } = openQueue(settings, onError);
    open.push({ close });
    for (const job of await queue.getDelayed()) await job.promote();
    expect(handled).toEqual([]);
    await runner(settings);
    await until(() => handled.length === 1);
  });

  test('ends the running job before it closes', async () => {
    let isEnded = false;
    const jobs = await runner(settings, {
      'send-due-reminders': async () => {
        await pause(400);
        isEnded = true;
      },
    });
    await producer(settings).enqueue('send-due-reminders', {});
    await until(() => events.some(({ kind }) => kind === 'started'));
    open.splice(open.indexOf(jobs), 1);
    await jobs.close();
    expect(isEnded).toBe(true);
  });

  test('says after a while that the queue is away, and does not wait for ever to close', async () => {
    const away: QueueSettings =
      place === 'Redis'
        ? { databaseUrl: databaseUrl ?? '', redisUrl: 'redis://127.0.0.1:1', namespace: 'away' }
        : { databaseUrl: 'postgres://nobody:nothing@127.0.0.1:1/none' };
    const jobs = createJobProducer(away, onError);
    await expect(jobs.enqueue('send-due-reminders', {})).rejects.toBeInstanceOf(QueueUnavailableError);
    await jobs.close();
  });
});
