// @ts-check
/** `npm test` runs everything; `npm test -- db` one suite; `npm test -- db ledger` the files of it whose path holds "ledger". */
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { buildChanged, installDependencies, isInstalled } from './install.mjs';
import { localFolder, readJson, repositoryRoot } from './local-folder.mjs';
import { seconds, step } from './progress.mjs';

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} project
 * @property {('postgres' | 'redis' | 'browser' | 'build')[]} needs
 * @property {string} [zone]
 * @property {number} [workers] files at a time, where they wait more than they compute
 * @property {boolean} [isBeside] it runs while the others do: it mostly waits, and uses nothing of theirs
 */

/** @type {Suite[]} */
const suites = [
  { name: 'check', project: 'check', needs: [] },
  // Rules about plain dates must not care where the machine stands: the two zones lie 12 to 13 hours apart.
  { name: 'rules (TZ=UTC)', project: 'rules', needs: [], zone: 'UTC' },
  { name: 'rules (TZ=Pacific/Auckland)', project: 'rules', needs: [], zone: 'Pacific/Auckland' },
  { name: 'packages', project: 'packages', needs: ['postgres', 'redis'] },
  { name: 'db', project: 'db', needs: ['postgres'] },
  { name: 'api', project: 'api', needs: ['postgres', 'redis'] },
  { name: 'worker', project: 'worker', needs: ['postgres', 'redis'], workers: 4 },
  { name: 'dashboard', project: 'dashboard', needs: [] },
  // Its servers are its own: they are killed in the middle.
  { name: 'faults', project: 'faults', needs: ['build'], isBeside: true },
  { name: 'journeys', project: 'journeys', needs: ['postgres', 'redis', 'browser', 'build'] },
];

/** @typedef {{ name: string, passed: number, failed: number, milliseconds: number, note?: string, failures?: string[] }} Outcome */

/**
 * @param {string} folder
 * @param {Suite} suite
 * @param {string[]} filters
 * @param {Record<string, string>} env
 * @param {string} [log] where its output goes until it has ended; default: shown at once
 * @returns {Promise<Outcome>}
 */
async function runSuite(folder, suite, filters, env, log) {
  const started = Date.now();
  const report = join(folder, 'test-results', `${suite.name.replace(/\W+/g, '-')}.json`);
  rmSync(report, { force: true });
  const args = [join(repositoryRoot, 'node_modules/vitest/vitest.mjs'), 'run', '--project', suite.project, ...filters];
  if (suite.workers) args.push('--maxWorkers', String(suite.workers));
  const reporters = ['--reporter', process.stdout.isTTY ? 'default' : 'dot', '--reporter', 'json', '--outputFile.json', report];
  const title = `\n── ${suite.name}`;
  if (!log) console.log(title);
  const zone = suite.zone ? { TZ: suite.zone } : {};
  const output = log ? openSync(log, 'w', 0o600) : 'inherit';
  const child = spawn(process.execPath, [...args, ...reporters], {
    cwd: repositoryRoot,
    env: { ...process.env, NODE_ENV: 'test', ...env, ...zone },
    stdio: ['ignore', output, output],
  });
  if (typeof output === 'number') closeSync(output);
  running.add(child);
  const code = await new Promise((resolve) => child.once('exit', (exitCode) => resolve(exitCode ?? 1)).once('error', () => resolve(1)));
  running.delete(child);
  if (log) console.log(`${title}\n${readFileSync(log, 'utf8')}`);
  return { name: suite.name, ...countOutcome(readJson(report), code), milliseconds: Date.now() - started };
}

/**
 * A file that cannot be loaded has no tests and a skipped test says nothing: both count as failures.
 * @param {any} result
 * @param {number} code
 * @returns {Omit<Outcome, 'name' | 'milliseconds'>}
 */
function countOutcome(result, code) {
  const passed = result?.numPassedTests ?? 0;
  const skipped = (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0);
  /** @type {any[]} */
  const files = result?.testResults ?? [];
  const unloadable = files.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((/** @type {any} */ one) => one.status === 'failed'),
  ).length;
  const failed = (result?.numFailedTests ?? 0) + unloadable + skipped;
  const failures = files.flatMap(failuresOf);
  if (skipped > 0) return { passed, failed, failures, note: `${skipped} sprunget over · skipped` };
  return failed === 0 && code !== 0 ? { passed, failed: 1, note: `vitest: exit ${code}` } : { passed, failed, failures };
}

/**
 * Said again below the table: what failed in the third suite is far up in a log of nine.
 * @param {any} file a file of vitest's report
 * @returns {string[]}
 */
function failuresOf(file) {
  const failed = file.assertionResults.filter((/** @type {any} */ one) => one.status === 'failed');
  if (failed.length === 0) return file.status === 'failed' ? [`${relative(repositoryRoot, file.name)}: ${firstLine(file.message)}`] : [];
  return failed.map(
    (/** @type {any} */ one) => `${relative(repositoryRoot, file.name)}: ${one.fullName}: ${firstLine(one.failureMessages[0])}`,
  );
}

/** @param {string | undefined} message */
const firstLine = (message) => stripVTControlCharacters(message ?? '').split('\n', 1)[0];

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

async function main() {
  const [wanted, ...filters] = process.argv.slice(2);
  const chosen = wanted === undefined ? suites : suites.filter(({ project }) => project === wanted);
  if (chosen.length === 0) {
    console.error(`Ukendt suite ${wanted}. / Unknown suite. ${[...new Set(suites.map(({ project }) => project))].join(', ')}`);
    return 2;
  }
  const folder = localFolder();
  if (!isInstalled()) await step('Installerer afhængigheder', 'installing dependencies', () => installDependencies(folder));
  /** @type {Outcome[]} */
  const outcomes = [];
  /** @param {Suite['needs'][number]} need */
  const needs = (need) => chosen.some((suite) => suite.needs.includes(need));
  if (needs('build')) {
    const started = Date.now();
    await step('Bygger', 'building', () => buildChanged(folder)).catch((error) => {
      console.error(error.message);
      outcomes.push({ name: 'build', passed: 0, failed: 1, milliseconds: Date.now() - started });
    });
  }
  // Only now: what it imports comes with the dependencies.
  const { startTestServices } = await import('./test-services.mjs');
  const services = await step('Starter tjenester', 'starting services', () =>
    startTestServices(folder, { postgres: needs('postgres'), redis: needs('redis'), browser: needs('browser') }),
  );
  for (const sentence of services.missing) {
    console.error(sentence);
    outcomes.push({ name: 'services', passed: 0, failed: 1, milliseconds: 0, note: sentence });
  }
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
    for (const child of running) child.kill('SIGTERM');
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, interrupt);
  try {
    const beside = chosen.length > 1 ? chosen.filter(({ isBeside }) => isBeside) : [];
    const logs = join(folder, 'logs');
    mkdirSync(logs, { recursive: true, mode: 0o700 });
    const besides = beside.map((suite) => runSuite(folder, suite, filters, services.env, join(logs, `test-${suite.project}.log`)));
    for (const suite of chosen) {
      if (!isInterrupted && !beside.includes(suite)) outcomes.push(await runSuite(folder, suite, filters, services.env));
    }
    outcomes.push(...(await Promise.all(besides)));
  } finally {
    await services.stop();
  }
  const code = summarise(outcomes);
  return isInterrupted ? 130 : code;
}

/**
 * @param {Outcome[]} outcomes
 * @returns {number} exit code
 */
function summarise(outcomes) {
  console.log('');
  for (const { name, passed, failed, milliseconds, note } of outcomes) {
    const figures = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed ${seconds(milliseconds).padStart(7)} s`;
    console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(30)}${figures}${note ? `  ${note}` : ''}`);
  }
  for (const { name, failures = [] } of outcomes) for (const failure of failures) console.log(`✗ ${name}: ${failure}`);
  /** @param {(outcome: Outcome) => number} count */
  const sum = (count) => outcomes.reduce((total, outcome) => total + count(outcome), 0);
  const [passed, failed] = [sum((outcome) => outcome.passed), sum((outcome) => outcome.failed)];
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  return 1;
});
