// @ts-check
/** `kill -9` of the worker at random points, until every mail is accounted for. */
import { setTimeout as pause } from 'node:timers/promises';
import { onStage } from './stage.mjs';
import { leaseMsOf } from './worker-process.mjs';

/** Where a round ends: some time after the start (planning included), or at a step of so many mails. */
const points = /** @type {const} */ (['time', 'connected', 'recipient', 'text', 'kept', 'answered']);

/**
 * The same seed kills at the same points (mulberry32).
 * @param {number} seed
 * @returns {() => number} from 0 to 1
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A round that has nothing left to send ends all the same.
 * @param {import('./stage.mjs').Stage} stage
 */
async function nothingIsLeft({ dataSource }) {
  for (let waited = 0; waited < 180_000; waited += 500) {
    await pause(500);
    const [{ planned, sent }] = await dataSource.query(
      `select count(*)::int as planned, count(*) filter (where state = 'sent')::int as sent from reminder
       where due_on <= (select today from demo_clock) and state <> 'suppressed'`,
    );
    if (planned > 0 && planned === sent) return;
  }
}

/**
 * @typedef {object} KillResult
 * @property {import('./account.mjs').Account} account
 * @property {number} sentAgain mails that broke off twice and that an officer sent again
 * @property {number} interrupted rounds that left a mail in hand
 */

/**
 * @param {import('./servers.mjs').Servers} servers
 * @param {Awaited<ReturnType<typeof import('./scene.mjs').prepareScene>>} scene
 * @param {{ rounds: number, seed: number, say: (line: string) => void }} options
 * @returns {Promise<KillResult>}
 */
export async function playKillRounds(servers, scene, { rounds, seed, say }) {
  const random = randomFrom(seed);
  /** @type {KillResult | null} */
  let result = null;
  let interrupted = 0;
  await onStage(servers, scene, { name: `kill -9, seed ${seed}`, redisUrl: null, patience: 'middling' }, async (stage) => {
    const { mailbox, startWorker, dataSource } = stage;
    for (let round = 1; round <= rounds; round += 1) {
      const point = points[Math.floor(random() * points.length)] ?? 'time';
      const count = 1 + Math.floor(random() * 2 * Math.max(1, scene.mails / rounds));
      const waitMs = Math.floor(random() * (point === 'time' ? 2000 : 12));
      // Both places of the queue, in turn: the plan is in neither.
      const worker = startWorker(round % 2 === 0 ? servers.redisUrl : null);
      /** @type {Promise<void>} */
      const reached = new Promise((resolve) => (point === 'time' ? resolve() : stage.at(point, count, resolve)));
      if (point === 'time') await worker.ready();
      await Promise.race([reached, nothingIsLeft(stage)]);
      await pause(waitMs);
      await worker.kill();
      delete mailbox.faults.onStep;
      const [{ sending, sent }] = await dataSource.query(
        `select count(*) filter (where state = 'sending')::int as sending, count(*) filter (where state = 'sent')::int as sent from reminder`,
      );
      if (sending > 0) interrupted += 1;
      say(`round ${round}: killed ${waitMs} ms after ${point} ${point === 'time' ? '' : count}; ${sent} sent, ${sending} in hand`);
    }
    await pause(leaseMsOf('middling'));
    startWorker();
    const sentAgain = await stage.untilAllClosed();
    result = { account: await stage.account(), sentAgain, interrupted };
  });
  if (!result) throw new Error('no result');
  return result;
}
