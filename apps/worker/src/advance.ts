import { createDataSource, DemoClockRepository } from '@klyngevagt/db';
import { createJobProducer } from '@klyngevagt/jobs';
import { addDays, type CalendarDate, daysBetween } from '@klyngevagt/scoring';
import { parseArgs } from 'node:util';
import { createClock } from './clock.js';
import { readEnv } from './env.js';

/** `npm run demo:advance -- --to 2027-03-01`: lets the demonstration's days pass one by one, with everything that each brings. */

const dayLimitMs = 120_000;

function readTarget(): CalendarDate {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  const to = values.to ?? '';
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(to) && !Number.isNaN(Date.parse(to)) && new Date(to).toISOString().startsWith(to);
  if (!isDay) throw new Error('Angiv en dag · give a day: --to YYYY-MM-DD');
  return to as CalendarDate;
}

/** Of a day: mails with how many reminders, and the week's mails. */
function lineOf({ mails = 0, sent = 0, weekly = 0, failed = 0 }: Record<string, number>): string {
  return [
    `mails: ${mails}`,
    `påmindelser · reminders: ${sent}`,
    ...(weekly > 0 ? [`ugemails · weekly mails: ${weekly}`] : []),
    ...(failed > 0 ? [`fejlede · failed: ${failed}`] : []),
  ].join('  ');
}

function notDone(on: CalendarDate): string {
  const seconds = dayLimitMs / 1000;
  return `${on} blev ikke færdig på ${seconds} sekunder: kører workeren? · was not done within ${seconds} seconds: is the worker running?`;
}

async function advance(): Promise<void> {
  const to = readTarget();
  const env = readEnv();
  if (!env.isDemo) throw new Error('Kun i en demonstration · only in a demonstration (DEMO=true)');
  const dataSource = await createDataSource(env.databaseUrl, { applicationName: 'klyngevagt demo:advance' }).initialize();
  const today = await createClock(new DemoClockRepository(dataSource)).today();
  await dataSource.destroy();
  if (to <= today) throw new Error(`Uret står på ${today} og går kun fremad · the clock is at ${today} and only moves on`);
  const settings = { databaseUrl: env.databaseUrl, redisUrl: env.redisUrl ?? undefined };
  const jobs = createJobProducer(settings, (error) => process.stderr.write(`${error.message}\n`));
  try {
    for (let day = 1; day <= daysBetween(today, to); day += 1) {
      const on = addDays(today, day);
      const counts = (await jobs.enqueueAndWait('run-day', { on }, dayLimitMs).catch((error: Error) => {
        throw /timed out/.test(error.message) ? new Error(notDone(on)) : error;
      })) as Record<string, number>;
      process.stdout.write(`${on}  ${lineOf(counts)}\n`);
    }
  } finally {
    await jobs.close();
  }
}

try {
  await advance();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
