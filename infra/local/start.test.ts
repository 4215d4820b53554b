import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repositoryRoot } from './local-folder.mjs';
import { endLeftovers, rememberProcess, rememberedProcess, startChild } from './processes.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(env: Record<string, string>) {
  return spawnSync(process.execPath, ['infra/local/start.mjs'], {
    cwd: repositoryRoot,
    env: { PATH: process.env.PATH ?? '', LOCAL_DIR: folder, ...env },
    encoding: 'utf8',
    timeout: 150_000,
  });
}

async function takePort(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

test('names the variable that changes a taken port, before anything starts', async () => {
  const { server, port } = await takePort();
  try {
    const { status, stderr } = start({ PORT: String(port) });
    expect(status).toBe(1);
    expect(stderr).toContain(`Port ${port} er optaget. Vælg en anden med PORT`);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    server.close();
  }
});

test.each([
  [{ PORT: 'tre' }, 'PORT=tre er ikke en port.'],
  [{ PORT: '70000' }, 'PORT=70000 er ikke en port.'],
  [{ TODAY: '2027-02-29' }, 'TODAY=2027-02-29 er ikke en dato'],
  [{ TODAY: '1. marts' }, 'TODAY=1. marts er ikke en dato'],
])('says what is wrong with %o', (env, sentence) => {
  const { status, stderr } = start(env);
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(sentence) });
});

test('does not start a copy that runs already', () => {
  rememberProcess(folder, 'start', process.pid);
  const { status, stderr } = start({});
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('Denne kopi kører allerede') });
});

test('a command that leaves its work to a running copy says at once that there is none', () => {
  const args = ['infra/local/run.mjs', '--beside-running', 'apps/worker/dist/advance.js', '--to', '2027-01-31'];
  const env = { PATH: process.env.PATH ?? '', LOCAL_DIR: folder };
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: repositoryRoot, env, encoding: 'utf8', timeout: 50_000 });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr:
      'Ingen kopi kører: start den med npm start, og giv kommandoen igen i et andet vindue. · ' +
      'No copy is running: start it with npm start, and give the command again in another window.\n',
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('ends what a killed start left behind, and no other process that got its number since', async () => {
  const orphan = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'ignore', detached: true });
  const isOver = new Promise((resolve) => orphan.once('exit', resolve));
  rememberProcess(folder, 'api', orphan.pid ?? 0);
  writeFileSync(join(folder, 'pids', 'worker.json'), JSON.stringify({ pid: process.pid, started: 'another time' }));
  expect(await endLeftovers(folder, ['api', 'worker'])).toEqual(['api']);
  await isOver;
  expect(orphan.exitCode ?? orphan.signalCode).toBe('SIGTERM');
  expect(readdirSync(join(folder, 'pids'))).toEqual([]);
});

test('lets a program finish what it does, and kills the one that does not', async () => {
  const script = (whenAsked: string) =>
    `process.on('SIGTERM', () => { console.log('asked'); ${whenAsked} }); setInterval(() => {}, 1000); console.log('up')`;
  const api = startChild({ folder, name: 'api', args: ['--eval', script('process.exit(0)')], cwd: folder, env: process.env });
  const worker = startChild({ folder, name: 'worker', args: ['--eval', script('')], cwd: folder, env: process.env });
  for (const { log } of [api, worker]) while (!existsSync(log) || !readFileSync(log, 'utf8').includes('up')) await pause(20);
  expect(rememberedProcess(folder, 'api')).not.toBeNull();
  await Promise.all([api.stop(30_000), worker.stop(5000)]);
  expect([await api.ended, await worker.ended]).toEqual([0, 'SIGKILL']);
  expect(readFileSync(join(folder, 'logs', 'worker.log'), 'utf8')).toBe('up\nasked\n');
  expect(rememberedProcess(folder, 'api')).toBeNull();
});
