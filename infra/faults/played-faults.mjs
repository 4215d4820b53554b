// @ts-check
/** Each fault of a bad week, in the middle of a day's mails. A fault ends with the account that must hold after it. */
import { DemoClockRepository, MailReturnRepository, readReturnAddress, systemActor } from '@klyngevagt/db';
import { setTimeout as pause } from 'node:timers/promises';
import { dayBefore, dueOn } from './scene.mjs';
import { authSecret, leaseMsOf } from './worker-process.mjs';

/**
 * @typedef {object} PlayedFault
 * @property {string} name
 * @property {'redis' | 'postgresql'} queue
 * @property {keyof typeof import('./worker-process.mjs').patience} [patience] how long its worker waits; long where a lease plays no part
 * @property {boolean} [isAlone] it happens to a server that others use
 * @property {(stage: import('./stage.mjs').Stage) => Promise<void>} play
 * @property {Partial<import('./account.mjs').Account>} expected besides that there is no problem
 */

/** Where nothing may come twice. */
const once = { repeats: 0, marked: 0, failed: {} };
const middle = 15;

/**
 * Waits for a moment of the sending and acts in it.
 * @param {import('./stage.mjs').Stage} stage
 * @param {import('../local/mailbox.mjs').MailStep} step
 * @param {number} count
 * @param {() => unknown} act
 * @returns {Promise<void>}
 */
const inTheMiddle = (stage, step, count, act) =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`mail ${count} never came`)), 180_000);
    stage.at(step, count, () => {
      clearTimeout(late);
      Promise.resolve(act()).then(() => resolve(), reject);
    });
  });

/** @param {import('./stage.mjs').Stage} stage */
async function emptyDatabaseQueue({ dataSource }) {
  /** @type {{ name: string }[]} */
  const tables = await dataSource.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`,
  );
  await dataSource.query(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
}

/**
 * The worker itself sets the schedules again, without a restart.
 * @param {import('./stage.mjs').Stage} stage
 */
async function untilScheduled({ jobs }) {
  for (let waited = 0; waited < 120_000; waited += 200) {
    if ((await jobs.nextRunAt('send-every-quarter').catch(() => null)) !== null) return;
    await pause(200);
  }
  throw new Error('the schedules did not come back');
}

/**
 * @param {import('./worker-process.mjs').WorkerProcess} worker
 */
function mustRun(worker) {
  if (!worker.isRunning()) throw new Error(`the worker ended:\n${worker.lastWords()}`);
}

/**
 * A fault of the queue or the database, during which the worker must live on.
 * @param {(stage: import('./stage.mjs').Stage) => Promise<void>} act
 * @returns {PlayedFault['play']}
 */
const livingThrough = (act) => async (stage) => {
  const worker = stage.startWorker();
  await inTheMiddle(stage, 'kept', middle, () => act(stage));
  await untilScheduled(stage);
  await stage.untilAllClosed();
  mustRun(worker);
};

/**
 * A fault of the mail server that ends by itself.
 * @param {Partial<import('../local/mailbox.mjs').MailFaults>} fault
 * @param {(stage: import('./stage.mjs').Stage) => Promise<void>} [untilRepaired]
 * @returns {PlayedFault['play']}
 */
const badMailServer = (fault, untilRepaired) => async (stage) => {
  const { faults } = stage.mailbox;
  Object.assign(faults, fault);
  const worker = stage.startWorker();
  if (untilRepaired) {
    await untilRepaired(stage);
    for (const name of /** @type {(keyof typeof fault)[]} */ (Object.keys(fault))) delete faults[name];
  }
  await stage.untilAllClosed();
  mustRun(worker);
};

/** @type {PlayedFault['play']} */
async function twoOfEach(stage) {
  const workers = [stage.startWorker(), stage.startWorker()];
  await Promise.all(workers.map((worker) => worker.ready()));
  await untilScheduled(stage);
  await stage.untilAllClosed();
  for (const worker of workers) mustRun(worker);
}

/** @type {PlayedFault['play']} */
async function dayGoesBack(stage) {
  const clock = new DemoClockRepository(stage.dataSource);
  const worker = stage.startWorker();
  await inTheMiddle(stage, 'kept', middle, async () => {
    await clock.set(dayBefore);
    await worker.kill();
  });
  const thatDay = stage.startWorker();
  await thatDay.ready();
  await pause(1000);
  await thatDay.stop();
  await clock.set(dueOn);
  await pause(leaseMsOf('middling'));
  const next = stage.startWorker();
  await stage.untilAllClosed();
  mustRun(next);
}

/** As if the server's clock had been a day ahead: what was noted then lies a day ahead of now. @type {PlayedFault['play']} */
async function serverClockGoesBack(stage) {
  stage.mailbox.faults.temporaryFailures = 3;
  const worker = stage.startWorker();
  await inTheMiddle(stage, 'kept', middle, () => worker.kill());
  await stage.dataSource.query(
    `update reminder set claimed_at = claimed_at + interval '1 day', next_attempt_at = next_attempt_at + interval '1 day'`,
  );
  await stage.dataSource.query(
    `update worker_run set started_at = started_at + interval '1 day', finished_at = finished_at + interval '1 day'`,
  );
  const next = stage.startWorker();
  await stage.untilAllClosed();
  mustRun(next);
}

/** Every mail was taken. Hours later, when no worker runs, one is given back, twice; the next worker sends nothing again. @type {PlayedFault['play']} */
async function comesBackLater(stage) {
  const worker = stage.startWorker();
  await stage.untilAllClosed();
  await worker.stop();
  const address = readReturnAddress(authSecret, stage.mailbox.mails()[0]?.from ?? '');
  if (address === null || address === 'forged') throw new Error('the sender of the envelope names no mail');
  const returns = new MailReturnRepository(stage.dataSource);
  const outcomes = [];
  for (let time = 0; time < 2; time += 1)
    outcomes.push(
      await returns.record(systemActor('faults'), 'faults', { ...address, kind: 'failed', status: '5.1.1', diagnostic: 'no such user' }),
    );
  if (outcomes.join() !== 'recorded,repeated') throw new Error(`told twice: ${outcomes.join()}`);
  const next = stage.startWorker();
  await next.ready();
  await stage.untilAllClosed();
  mustRun(next);
}

/**
 * The mail server stays away through several ticks of the schedule.
 * @param {import('./stage.mjs').Stage} stage
 */
async function throughTicks(stage) {
  await inTheMiddle(stage, 'connected', 1, () => undefined);
  for (let tick = 0; tick < 6; tick += 1) {
    await stage.jobs.enqueue('send-due-reminders', {});
    await pause(250);
  }
}

/** @param {number} count @returns {(stage: import('./stage.mjs').Stage) => Promise<void>} */
const afterTexts = (count) => (stage) => inTheMiddle(stage, 'text', count, () => undefined);

/** @type {PlayedFault[]} */
export const playedFaults = [
  { name: 'two workers and two schedulers, queue in PostgreSQL', queue: 'postgresql', play: twoOfEach, expected: once },
  { name: 'two workers and two schedulers, queue in Redis', queue: 'redis', play: twoOfEach, expected: once },
  { name: 'queue emptied, in PostgreSQL', queue: 'postgresql', play: livingThrough(emptyDatabaseQueue), expected: once },
  {
    name: 'queue emptied, in Redis',
    queue: 'redis',
    isAlone: true,
    play: livingThrough(({ servers }) => servers.emptyRedis()),
    expected: once,
  },
  { name: 'Redis restarted', queue: 'redis', isAlone: true, play: livingThrough(({ servers }) => servers.restartRedis()), expected: once },
  {
    name: 'PostgreSQL restarted',
    patience: 'middling',
    queue: 'postgresql',
    isAlone: true,
    play: livingThrough(({ servers }) => servers.restartPostgres()),
    expected: { failed: {} },
  },
  {
    name: 'PostgreSQL restarted, queue in Redis',
    patience: 'middling',
    queue: 'redis',
    isAlone: true,
    play: livingThrough(({ servers }) => servers.restartPostgres()),
    expected: { failed: {} },
  },
  {
    name: 'mail server refuses every connection',
    queue: 'postgresql',
    play: badMailServer({ refuse: true }, throughTicks),
    expected: once,
  },
  { name: 'mail server greylists every recipient', queue: 'postgresql', play: badMailServer({ temporaryFailures: 60 }), expected: once },
  {
    name: 'mail server rejects one recipient',
    queue: 'postgresql',
    play: badMailServer({ rejectRecipients: ['person-5@example.dk'] }),
    expected: { ...once, failed: { refused: 1 } },
  },
  {
    name: 'mail server reads and never answers',
    // Two seconds are too short for this one on a busy machine: a mail server that answers late keeps what the worker then sends once more.
    patience: 'long',
    queue: 'postgresql',
    play: badMailServer({ hang: true }, afterTexts(3)),
    // Nothing was kept, but a worker cannot know that.
    expected: { repeats: 0, failed: {} },
  },
  {
    name: 'mail server cuts off after the text',
    queue: 'postgresql',
    play: badMailServer({ closeAfterData: 2 }),
    expected: { repeats: 2, marked: 2, failed: {} },
  },
  { name: 'disk of the mail server full', queue: 'postgresql', play: badMailServer({ diskFull: true }, afterTexts(20)), expected: once },
  {
    name: 'mail server gives a mail back hours after it took it',
    queue: 'postgresql',
    play: comesBackLater,
    expected: { ...once, failed: { bounced: 1 } },
  },
  { name: 'day set back in the middle', patience: 'middling', queue: 'postgresql', play: dayGoesBack, expected: { failed: {} } },
  { name: "server's clock set back a day", patience: 'middling', queue: 'postgresql', play: serverClockGoesBack, expected: { failed: {} } },
];
