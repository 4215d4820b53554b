// @ts-check
/** `kill -9` of the worker at random points, until every mail is accounted for. */
import { setTimeout as pause } from 'node:timers/promises';
import { onStage } from './stage.mjs';
import { leaseMsOf } from './worker-process.mjs';

/** Where a round ends: some time after the start (planning included), or at a step of so many mails. */
const points = /** @type {const} */ (['time', 'connected', 'recipient', 'text', 'kept', 'answered']);

/**
 * What a kill beyond the first mail takes from the rounds to come, in mails: some went out, and up to twenty were in hand, each of which may be
 * tried once more.
 */
const killedPast = 18;
const waitLimitMs = 180_000;

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
 * @typedef {object} Left
 * @property {number} open mails that no worker has closed
 * @property {number} takeable of these: all but what a killed worker had in hand until its lease ends
 * @property {number} worth of what is open, in mails that no kill has touched: one that broke off breaks off only once more
 * @property {number} inHand since that time
 * @property {number} sent
 * @property {number} tasks broken off twice, whether a worker has seen it or not: they wait for an officer
 */

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {Date} since the round's start
 * @returns {Promise<Left>}
 */
async function readLeft({ dataSource, mails }, since) {
  const [{ sent, tasks, tried, leased, inHand }] = await dataSource.query(
    `select count(*) filter (where state = 'sent')::int as sent,
       count(*) filter (where state = 'failed' or was_killed and was_uncertain)::int as tasks,
       count(*) filter (where state = 'uncertain' or was_killed and not was_uncertain)::int as tried,
       count(*) filter (where was_killed and not was_uncertain and claimed_at > $1 - $2 * interval '1 millisecond')::int as leased,
       count(*) filter (where state = 'sending' and not was_killed)::int as "inHand"
     from (
       select state, claimed_at, state = 'sending' and claimed_at < $1 as was_killed, uncertain_at is not null as was_uncertain from reminder
       where due_on <= (select today from demo_clock) and state not in ('superseded', 'suppressed')
     ) as due`,
    [since, leaseMsOf('middling')],
  );
  // Before the first plan there are no rows, and everything is still to be sent.
  const open = mails - sent - tasks;
  return { open, takeable: open - leased, worth: open - tried / 2, inHand, sent, tasks };
}

/**
 * The database's time: mails are in hand since a time of its own.
 * @param {import('./stage.mjs').Stage} stage
 * @returns {Promise<Date>}
 */
async function timeOf({ dataSource }) {
  const [{ now }] = await dataSource.query('select clock_timestamp() as now');
  return now;
}

/**
 * Waits until a worker that starts would find something to send: what a killed one had in hand is due when its lease has ended.
 * @param {import('./stage.mjs').Stage} stage
 * @returns {Promise<{ since: Date, left: Left }>} with nothing open, at once
 */
async function untilSomethingIsDue(stage) {
  for (let waited = 0; ; waited += 100) {
    const since = await timeOf(stage);
    const left = await readLeft(stage, since);
    if (left.takeable > 0 || left.open === 0) return { since, left };
    if (waited > waitLimitMs) throw new Error(`nothing falls due: ${JSON.stringify(left)}`);
    await pause(100);
  }
}

/**
 * A round whose mails were fewer than they seemed ends all the same.
 * @param {import('./stage.mjs').Stage} stage
 * @param {import('./worker-process.mjs').WorkerProcess} worker
 * @param {Date} since
 * @param {AbortSignal} signal
 */
async function nothingIsLeft(stage, worker, since, signal) {
  for (let waited = 0; waited < waitLimitMs && !signal.aborted; waited += 500) {
    await pause(500);
    if (signal.aborted) return;
    if (!worker.isRunning()) throw new Error('the worker ended by itself');
    const { takeable } = await readLeft(stage, since);
    if (takeable === 0) return;
  }
}

/**
 * Where a round ends. Those before leave each round its share of the work: with little left, a worker dies with its first mail, which goes alone.
 * @param {() => number} random
 * @param {Left} left
 * @param {number} share of what is left, in mails
 */
function killPoint(random, { takeable }, share) {
  const point = points[Math.floor(random() * points.length)] ?? 'time';
  const isPastFirst = random() * killedPast < share - 1 && takeable > 1;
  const further = Math.floor(random() * Math.min(2 * share, takeable - 1));
  const longestMs = point === 'time' ? 2000 : isPastFirst ? 12 : 0;
  return { point, count: isPastFirst ? 2 + further : 1, waitMs: Math.floor(random() * longestMs) };
}

/** @param {ReturnType<typeof killPoint>} end */
const wordsOf = ({ point, count, waitMs }) =>
  point === 'time' ? `${waitMs} ms after the start, with mail ${count} at the latest` : `${waitMs} ms after ${point} of mail ${count}`;

/**
 * @typedef {object} KillResult
 * @property {import('./account.mjs').Account} account
 * @property {number} sentAgain mails that broke off twice and that an officer sent again
 * @property {number} atWork rounds whose worker was not done
 * @property {number} interrupted rounds whose worker left a mail in hand
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
  let atWork = 0;
  let interrupted = 0;
  await onStage(servers, scene, { name: `kill -9, seed ${seed}`, redisUrl: null, patience: 'middling' }, async (stage) => {
    for (let round = 1; round <= rounds; round += 1) {
      const { since, left } = await untilSomethingIsDue(stage);
      if (left.open === 0) {
        say(`nothing is left for round ${round} and those after it`);
        break;
      }
      const end = killPoint(random, left, left.worth / (rounds - round + 1));
      // Both places of the queue, in turn: the plan is in neither.
      await killAt(stage, stage.startWorker(round % 2 === 0 ? servers.redisUrl : null), end, since);
      const { sent, inHand, open, takeable, tasks } = await readLeft(stage, since);
      if (takeable > 0) atWork += 1;
      if (inHand > 0) interrupted += 1;
      say(`round ${round}: killed ${wordsOf(end)}, ${inHand} in hand; ${sent} sent, ${tasks} broken off twice, ${open} left`);
    }
    await pause(leaseMsOf('middling'));
    stage.startWorker();
    const sentAgain = await stage.untilAllClosed();
    result = { account: await stage.account(), sentAgain, atWork, interrupted };
  });
  if (!result) throw new Error('no result');
  return result;
}

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {import('./worker-process.mjs').WorkerProcess} worker
 * @param {ReturnType<typeof killPoint>} end
 * @param {Date} since
 */
async function killAt(stage, worker, { point, count, waitMs }, since) {
  const over = new AbortController();
  const [step, afterMs] = point === 'time' ? /** @type {const} */ (['answered', 0]) : [point, waitMs];
  /** @type {Promise<void>} */
  const isKilled = new Promise((resolve) =>
    // At once is before the mail server goes on: what it kept, it has not told yet.
    stage.at(step, count, () => resolve(afterMs === 0 ? worker.kill() : pause(afterMs).then(worker.kill))),
  );
  const isOver = Promise.race([isKilled, nothingIsLeft(stage, worker, since, over.signal)]);
  await (point === 'time' ? Promise.race([isOver, worker.ready().then(() => pause(waitMs))]) : isOver);
  over.abort();
  await worker.kill();
  delete stage.mailbox.faults.onStep;
}
