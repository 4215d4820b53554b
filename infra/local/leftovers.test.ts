import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { claimName } from './leftovers.mjs';
import { repositoryRoot } from './local-folder.mjs';

let folder: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leftovers-'));
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  (await claimName(folder, 'bench')).forget();
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  name: string;
  port: number;
  programPid: number;
  kill(): Promise<void>;
}

/** A command like a bench: a PostgreSQL and a program of its own, and no end. */
async function start(): Promise<Run> {
  const script = `
    const { claimName } = await import('./infra/local/leftovers.mjs');
    const { startPostgres } = await import('./infra/local/postgres.mjs');
    const { startChild, rememberedProcess } = await import('./infra/local/processes.mjs');
    const folder = ${JSON.stringify(folder)};
    const { name } = await claimName(folder, 'bench');
    const { port } = await startPostgres({ localDir: folder, name, settings: { fsync: 'off' } });
    const wait = ['--eval', 'setInterval(() => {}, 1000)'];
    startChild({ folder, name: name + '-api', args: wait, cwd: folder, env: process.env });
    console.log(JSON.stringify({ name, port, programPid: rememberedProcess(folder, name + '-api') }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const told = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString()));
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  const isGone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return { ...(JSON.parse(told) as Omit<Run, 'kill'>), kill: async () => (child.kill('SIGKILL'), isGone) };
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('what a killed command left behind is cleared by the next one; what goes on beside it is not', async () => {
  const killed = await start();
  const alive = await start();
  await killed.kill();
  expect([await answers(killed.port), isRunning(killed.programPid)]).toEqual([true, true]);

  const { name, forget } = await claimName(folder, 'bench');
  expect(await answers(killed.port)).toBe(false);
  await vi.waitFor(() => expect(isRunning(killed.programPid)).toBe(false), { timeout: 20_000 });
  expect([await answers(alive.port), isRunning(alive.programPid)]).toEqual([true, true]);
  expect(existsSync(join(folder, killed.name))).toBe(false);
  expect(readdirSync(join(folder, 'pids')).sort()).toEqual([`${alive.name}-api.json`, `${alive.name}.json`, `${name}.json`].sort());
  expect(readdirSync(join(folder, 'logs'))).toEqual([`${alive.name}-api.log`]);
  forget();
  await alive.kill();
});
