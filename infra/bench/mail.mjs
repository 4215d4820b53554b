// @ts-check
/** Reminders to a mail server, against the same mails through nodemailer's pool alone. */
import pg from 'pg';
import { freePort } from '../local/ports.mjs';
import { lastLinesOf } from '../local/processes.mjs';
import { generateClusters } from './clusters.mjs';
import { inTurn, median, print, say } from './measure.mjs';
import { run } from './place.mjs';

// A run is a process that lasts a second: single ones differ by a third.
const rounds = 5;

export async function mail(/** @type {import('./place.mjs').Place} */ place) {
  say('mail: preparing');
  const databaseUrl = await place.makeDatabase('mail', 'sourced');
  await generateClusters(databaseUrl, 1500);
  const port = await freePort();
  const sink = place.startProgram('mail-sink', ['infra/bench/mail-sink.mjs'], { ...process.env, PORT: String(port) });
  while (!/ready/.test(lastLinesOf(sink.log, 5))) {
    if (!sink.isRunning()) throw new Error(`The mail server ended; see ${sink.log}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const env = place.programEnv(databaseUrl, { smtpUrl: `smtp://127.0.0.1:${port}` });
  /** @param {string} what @returns {Promise<{ seconds: number, mails: number }>} */
  const work = async (what) => JSON.parse(await run(['infra/bench/mail-run.mjs', what], env));
  await work('plan');
  await gatherStatistics(databaseUrl);
  await work('send');
  const results = await inTurn(rounds, {
    floor: () => work('pool'),
    product: async () => {
      await work('again');
      return work('send');
    },
  });
  const speed = (/** @type {{ seconds: number, mails: number }[]} */ runs) => median(runs.map(({ seconds, mails }) => mails / seconds));
  const [value, floor] = [speed(results.product), speed(results.floor)];
  print({ name: 'mail', value, unit: 'mails/s', floor, ratio: value / floor, mails: results.product[0]?.mails ?? 0 });
}

/** What PostgreSQL does by itself within a minute of so many new rows. @param {string} databaseUrl */
async function gatherStatistics(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('analyze');
  await client.end();
}
