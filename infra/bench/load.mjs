// @ts-check
/**
 * Requests as fast as they are answered, over a few connections that stay open. Only heads are read, bodies are counted: a client that
 * parsed megabytes would measure itself, on the same two cores.
 */
import { connect } from 'node:net';
import { percentile } from './measure.mjs';

/**
 * @typedef {object} Load
 * @property {number} perSecond
 * @property {number} p99 milliseconds
 * @property {number} answers
 */

const connectionsAtMost = 32;
const waitMs = 60_000;

/**
 * @param {string} url
 * @param {{ headers?: Record<string, string>, seconds?: number, amount?: number, connections?: number, status?: number }} options
 * @returns {Promise<Load>}
 */
export async function load(url, { headers = {}, seconds = Infinity, amount = Infinity, connections = connectionsAtMost, status = 200 }) {
  const { hostname, port, pathname, search, host } = new URL(url);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`);
  /** @type {number[]} */
  const times = [];
  const began = performance.now();
  let asked = 0;
  const isOver = () => asked >= amount || performance.now() - began >= seconds * 1000;
  const one = () => ask({ hostname, port: Number(port), request, status, times, isOver, onAsk: () => (asked += 1) });
  await Promise.all(Array.from({ length: connections }, one));
  return { perSecond: (1000 * times.length) / (performance.now() - began), p99: percentile(times, 0.99), answers: times.length };
}

/**
 * One connection: a request, its answer, the next request.
 * @param {{ hostname: string, port: number, request: Buffer, status: number, times: number[], isOver: () => boolean, onAsk: () => void }} options
 * @returns {Promise<void>}
 */
function ask({ hostname, port, request, status, times, isOver, onAsk }) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, hostname);
    let [head, left, sentAt] = ['', -1, 0];
    const next = () => {
      if (isOver()) return void socket.end(resolve);
      onAsk();
      [head, left, sentAt] = ['', -1, performance.now()];
      socket.write(request);
    };
    socket.setNoDelay(true);
    socket.setTimeout(waitMs, () => socket.destroy(new Error('No answer')));
    socket.once('connect', next);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('The connection was closed before the answer was whole')));
    socket.on('data', (part) => {
      let body = part.length;
      if (left < 0) {
        head += part.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!head.startsWith(`HTTP/1.1 ${status} `)) return void socket.destroy(new Error(`Not ${status}: ${head.slice(0, 200)}`));
        left = Number(/\r\ncontent-length: (\d+)/i.exec(head.slice(0, end))?.[1] ?? 0);
        body = head.length - end - 4;
      }
      left -= body;
      if (left > 0) return;
      times.push(performance.now() - sentAt);
      next();
    });
  });
}
