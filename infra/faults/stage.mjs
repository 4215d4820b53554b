// @ts-check
/** Where one fault is played: a fresh database, a mail server, the schedule's ticks, and workers that die with the stage. */
import { createDataSource, everyCluster, ReminderRepository } from '@klyngevagt/db';
import { createJobProducer } from '@klyngevagt/jobs';
import { setTimeout as pause } from 'node:timers/promises';
import { startMailbox } from '../local/mailbox.mjs';
import { readAccount } from './account.mjs';
import { startWorkerProcess } from './worker-process.mjs';

/**
 * @typedef {object} Stage
 * @property {import('./servers.mjs').Servers} servers
 * @property {number} mails that are due
 * @property {string} databaseUrl
 * @property {Awaited<ReturnType<ReturnType<typeof createDataSource>['initialize']>>} dataSource
 * @property {import('../local/mailbox.mjs').Mailbox} mailbox
 * @property {import('@klyngevagt/jobs').JobProducer} jobs
 * @property {(redisUrl?: string | null) => import('./worker-process.mjs').WorkerProcess} startWorker
 * @property {(step: import('../local/mailbox.mjs').MailStep, count: number, act: () => unknown) => void} at acts once, at that step of that mail from now
 * @property {(limitMs?: number) => Promise<number>} untilAllClosed ticks like the schedule until nothing is due; answers how many an officer sent again
 * @property {() => Promise<import('./account.mjs').Account>} account
 */

const openRows = `select count(*)::int as count from reminder
  where state in ('planned', 'sending', 'uncertain') and due_on <= (select today from demo_clock)`;
const brokenOffTwice = `select min(id::text) as id from reminder where failed_because = 'interrupted-again' group by sending_key`;

/**
 * @param {import('./servers.mjs').Servers} servers
 * @param {Awaited<ReturnType<typeof import('./scene.mjs').prepareScene>>} scene
 * @param {{ name: string, redisUrl: string | null, patience?: keyof typeof import('./worker-process.mjs').patience }} options
 * @param {(stage: Stage) => Promise<void>} play
 */
export async function onStage(servers, scene, { name, redisUrl, patience = 'long' }, play) {
  const databaseUrl = await scene.newDatabase();
  const dataSource = await createDataSource(databaseUrl, { applicationName: 'klyngevagt faults' }).initialize();
  const mailbox = await startMailbox({ dir: servers.folder('mails') });
  const jobs = createJobProducer({ databaseUrl, redisUrl: redisUrl ?? undefined }, () => undefined);
  /** @type {import('./worker-process.mjs').WorkerProcess[]} */
  const workers = [];
  /** @type {Stage} */
  const stage = {
    servers,
    mails: scene.mails,
    databaseUrl,
    dataSource,
    mailbox,
    jobs,
    startWorker: (queue = redisUrl) => {
      const worker = startWorkerProcess({ databaseUrl, redisUrl: queue, smtpUrl: mailbox.smtpUrl, patience });
      workers.push(worker);
      return worker;
    },
    at: (wanted, count, act) => {
      let seen = 0;
      mailbox.faults.onStep = (step) => {
        if (step !== wanted || (seen += 1) !== count) return;
        delete mailbox.faults.onStep;
        act();
      };
    },
    untilAllClosed: (limitMs = 180_000) => untilAllClosed(stage, limitMs),
    account: () => readAccount(stage),
  };
  try {
    await play(stage);
  } catch (error) {
    const words = workers.map((worker) => worker.lastWords()).join('\n');
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}\n${words}`, { cause: error });
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
    await dataSource.destroy();
    await jobs.close();
    await mailbox.stop();
  }
}

/**
 * @param {Stage} stage
 * @param {number} limitMs
 */
async function untilAllClosed({ dataSource, jobs }, limitMs) {
  const reminders = new ReminderRepository(dataSource);
  let sentAgain = 0;
  for (const end = Date.now() + limitMs; Date.now() < end; await pause(250)) {
    try {
      await jobs.enqueue('send-due-reminders', {});
      const [{ count: planned }] = await dataSource.query('select count(*)::int as count from reminder');
      const [{ count }] = await dataSource.query(openRows);
      if (count > 0 || planned === 0) continue;
      /** @type {{ id: string }[]} */
      const tasks = await dataSource.query(brokenOffTwice);
      if (tasks.length === 0) return sentAgain;
      // What broke off twice is an open task: the officer reads what it says and sends it again.
      for (const { id } of tasks) await reminders.requestSendNow(id, everyCluster, { byPersonId: null, reason: 'Afbrudt to gange' });
      sentAgain += tasks.length;
    } catch {
      // A server that is away in the middle: asked again at the next tick.
    }
  }
  const rows = await dataSource.query(
    `select state, count(*)::int as count from reminder where due_on <= (select today from demo_clock) group by 1`,
  );
  throw new Error(`not everything is closed after ${limitMs} ms: ${JSON.stringify(rows)}`);
}
