// @ts-check
import { spawn } from 'node:child_process';
import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { lastingPort } from './ports.mjs';

/**
 * A Redis without a disk, for tests. It dies with this process.
 * @param {string} program path of redis-server
 * @param {number} [wantedPort] the port of one that was stopped, so that its clients find the next; else any free one
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>}
 */
export async function startRedis(program, wantedPort) {
  const port = wantedPort ?? (await lastingPort());
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const child = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  process.once('exit', () => child.kill('SIGKILL'));
  for (let attempt = 0; !(await answersPing(port)); attempt += 1) {
    if (attempt === 600 || child.exitCode !== null) {
      // Left alone it would keep this process from ending.
      child.kill('SIGKILL');
      throw new Error(`${program} startede ikke / did not start`);
    }
    await pause(100);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answersPing(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1', timeout: 500 }, () => socket.write('PING\r\n'));
    /** @param {boolean} isThere */
    const settle = (isThere) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('data', (data) => settle(data.toString().startsWith('+PONG')));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}
