// @ts-check
/** `npm start`: from a fresh clone to a running product. `npm run dev` (`--watch`) rebuilds and restarts what changes. */
import './node-version.mjs';
import { buildChanged, installDependencies, isInstalled } from './install.mjs';
import { localFolder, readState } from './local-folder.mjs';
import { isPortFree } from './ports.mjs';
import { childNames, endLeftovers, forgetProcess, rememberProcess, rememberedProcess } from './processes.mjs';
import { step } from './progress.mjs';

const isWatching = process.argv.includes('--watch');

const demoAccounts = [
  ['officer', 'programansvarlig, hele porteføljen · programme officer'],
  ['manager', 'klyngeleder, Energy Cluster Denmark · cluster manager'],
  ['reader', 'læser · reader'],
  ['admin', 'administrator'],
];

/** A mistake that the person at the keyboard can put right: said without a stack trace. */
class StartMistake extends Error {}

/** @returns {number} */
function wantedPort() {
  const port = Number(process.env['PORT'] || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartMistake(`PORT=${process.env['PORT']} er ikke en port. / is not a port.`);
}

/** @returns {string | null} */
function wantedToday() {
  const today = process.env['TODAY'];
  if (!today) return null;
  const time = Date.parse(`${today}T00:00:00Z`);
  const isDate = /^\d{4}-\d\d-\d\d$/.test(today) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(today);
  if (isDate) return today;
  throw new StartMistake(`TODAY=${today} er ikke en dato som 2027-03-01. / is not a date such as 2027-03-01.`);
}

/**
 * @param {string} folder
 * @param {number} port
 */
async function assertFree(folder, port) {
  const running = rememberedProcess(folder, 'start');
  if (running !== null) {
    const address = readState(folder)?.publicUrl ?? '';
    throw new StartMistake(
      `Denne kopi kører allerede (${address}, proces ${running}). Sæt LOCAL_DIR og PORT for en kopi til.\n` +
        'This copy is running already. Set LOCAL_DIR and PORT for another one.',
    );
  }
  await endLeftovers(folder, childNames);
  if (await isPortFree(port)) return;
  throw new StartMistake(
    `Port ${port} er optaget. Vælg en anden med PORT, for eksempel: PORT=${port + 1} npm start\n` +
      `Port ${port} is taken. Choose another one with PORT, for example: PORT=${port + 1} npm start`,
  );
}

/**
 * @param {import('./copy.mjs').Copy} copy
 * @param {string | null} today
 */
function greet(copy, today) {
  const accounts = demoAccounts.map(([name, what]) => `  ${`${name}@klyngevagt.example`.padEnd(30)}${what}`);
  console.log(
    [
      '',
      `Klyngevagt        ${copy.publicUrl}`,
      `Postkasse         ${copy.mailboxUrl}   (mailbox)`,
      ...(today ? [`Demour            ${today}   (demo clock)`] : []),
      ...(process.env['REDIS_URL'] ? ['Kø                Redis fra REDIS_URL   (queue: Redis from REDIS_URL)'] : []),
      ...(isWatching ? ['Ændringer bygges, mens du arbejder · changes are built while you work'] : []),
      '',
      'Demokonti, adgangskode klyngevagt-demo · demo accounts and their password:',
      ...accounts,
      '',
      'Stop med Ctrl-C · stop with Ctrl-C',
    ].join('\n'),
  );
}

/**
 * @param {string} folder
 * @param {AbortController} interruption
 * @param {(() => Promise<void>)[]} stops
 * @returns {Promise<number>} exit code
 */
async function runUntilStopped(folder, interruption, stops) {
  const { signal } = interruption;
  const [port, today] = [wantedPort(), wantedToday()];
  await assertFree(folder, port);
  rememberProcess(folder, 'start', process.pid);
  stops.push(async () => forgetProcess(folder, 'start'));
  if (!isInstalled()) {
    await step('Installerer afhængigheder (første gang: et par minutter)', 'installing dependencies', () =>
      installDependencies(folder, signal),
    );
  }
  const built = step('Bygger det, der er ændret', 'building what changed', () => buildChanged(folder, signal));
  // Awaited once the database runs; a build that fails before that is no unhandled failure.
  built.catch(() => undefined);
  // Only now: what it imports comes with the dependencies.
  const { crashReport, startCopy } = await import('./copy.mjs');
  const copy = await startCopy({ folder, port, today, isWatching, built, signal, stops });
  if (isWatching) (await import('./watch.mjs')).startWatching(folder, stops);
  greet(copy, today);
  /** @type {Promise<null>} */
  const interrupted = new Promise((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
  const crashed = signal.aborted ? null : await Promise.race([copy.crashed, interrupted]);
  if (!crashed) return 0;
  console.error(`\n${crashReport(crashed, await crashed.ended)}`);
  return 1;
}

async function main() {
  const interruption = new AbortController();
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // npm passes the signal on and the terminal sends it too: every one after the first is the same wish.
    process.on(signal, () => {
      if (!interruption.signal.aborted) console.log('\nStopper · stopping');
      interruption.abort();
    });
  }
  try {
    return await runUntilStopped(localFolder(), interruption, stops);
  } catch (error) {
    if (interruption.signal.aborted) return 0;
    console.error(error instanceof Error ? `\n${error.message}` : error);
    return 1;
  } finally {
    for (const stop of stops.reverse()) await stop().catch((error) => console.error(error));
  }
}

process.exit(await main());
