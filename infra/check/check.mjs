// @ts-check
/** `npm run check`: everything that can be known without running the product. Stops at the first part that fails. */
import '../local/node-version.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildChanged, installDependencies, isInstalled } from '../local/install.mjs';
import { localFolder, repositoryRoot } from '../local/local-folder.mjs';
import { seconds } from '../local/progress.mjs';

/** @param {string} path below node_modules */
const module = (path) => join(repositoryRoot, 'node_modules', path);

/** @type {{ name: string, args: string[] }[]} */
const parts = [
  { name: 'types: tests, local start', args: [module('typescript/bin/tsc'), '--project', 'tsconfig.check.json'] },
  { name: 'types: dashboard', args: [module('typescript/bin/tsc'), '--project', 'apps/dashboard', '--noEmit'] },
  { name: 'lint', args: [module('oxlint/bin/oxlint')] },
  {
    name: 'boundaries',
    args: [module('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.mjs', 'apps', 'packages', 'infra'],
  },
  { name: 'violations bite, environment, clock', args: [module('vitest/vitest.mjs'), 'run', '--project', 'check', 'infra/check'] },
  { name: 'dead code', args: [module('knip/bin/knip.js'), '--no-progress'] },
  { name: 'format', args: [module('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
];

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>} output is shown only where it matters
 */
function run(args) {
  const child = spawn(process.execPath, args, {
    cwd: repositoryRoot,
    env: { ...process.env, FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function main() {
  const folder = localFolder();
  if (!isInstalled()) await installDependencies(folder);
  const built = { name: 'types: packages and programs', work: () => buildChanged(folder).then(() => ({ code: 0, output: '' })) };
  const checks = parts.map(({ name, args }) => ({ name, work: () => run(args) }));
  for (const { name, work } of [built, ...checks]) {
    const started = Date.now();
    const { code, output } = await work().catch((error) => ({ code: 1, output: String(error.message) }));
    console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(38)}${seconds(Date.now() - started).padStart(6)} s`);
    if (code !== 0) {
      console.error(output.trimEnd());
      return 1;
    }
  }
  return 0;
}

process.exitCode = await main();
