// @ts-check
/**
 * Runs one built command on the data of this copy: `node infra/local/run.mjs packages/db/dist/seed.js --sourced-only`.
 * Beside a running copy it uses that copy's database and mailbox; otherwise it starts both for as long as the command takes. With
 * `--beside-running` first, the command leaves its work to that copy's programs, and says so where there is none.
 */
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildChanged, installDependencies, isInstalled } from './install.mjs';
import { localFolder, readState, repositoryRoot } from './local-folder.mjs';
import { rememberedProcess } from './processes.mjs';

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function run(args, env) {
  const child = spawn(process.execPath, args, { cwd: repositoryRoot, env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const noCopy = [
  'Ingen kopi kører: start den med npm start, og giv kommandoen igen i et andet vindue.',
  'No copy is running: start it with npm start, and give the command again in another window.',
].join(' · ');

async function main() {
  const [first = '', ...rest] = process.argv.slice(2);
  const needsCopy = first === '--beside-running';
  const args = needsCopy ? rest : [first, ...rest];
  const folder = localFolder();
  const isRunning = rememberedProcess(folder, 'start') !== null;
  if (needsCopy && !isRunning) throw new Error(noCopy);
  if (!isInstalled()) await installDependencies(folder);
  const { databaseName, programEnv } = await import('./copy.mjs');
  const state = readState(folder);
  if (state && isRunning) {
    return run(args, programEnv({ ...state, port: Number(new URL(state.publicUrl).port), folder }));
  }
  await buildChanged(folder);
  const { startMailbox } = await import('./mailbox.mjs');
  const { startPostgres } = await import('./postgres.mjs');
  const postgres = await startPostgres({ localDir: folder });
  const mailbox = await startMailbox({ dir: join(folder, 'mailbox') });
  try {
    await postgres.ensureDatabase(databaseName);
    const publicUrl = state?.publicUrl ?? 'http://127.0.0.1:3000';
    const places = { databaseUrl: postgres.url(databaseName), smtpUrl: mailbox.smtpUrl, mailboxUrl: mailbox.url, publicUrl };
    const env = programEnv({ ...places, port: Number(new URL(publicUrl).port), folder });
    return (await run(['packages/db/dist/migrate.js'], env)) || (await run(args, env));
  } finally {
    await mailbox.stop();
    await postgres.stop();
  }
}

process.exitCode = await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
