// @ts-check
/** Requests as fast as they are answered, over a few connections that stay open. */
import autocannon from 'autocannon';

/**
 * @typedef {object} Load
 * @property {number} perSecond
 * @property {number} p99 milliseconds
 */

/**
 * @param {string} url
 * @param {{ headers?: Record<string, string>, seconds?: number, amount?: number, connections?: number, status?: number }} options
 * @returns {Promise<Load>}
 */
export async function load(url, { headers = {}, seconds = 1, amount, connections = 32, status = 200 }) {
  const result = await autocannon({
    url,
    headers,
    connections,
    timeout: 30,
    ...(amount === undefined ? { duration: seconds } : { amount }),
  });
  const answered = /** @type {Record<string, { count?: number }>} */ (/** @type {unknown} */ (result.statusCodeStats));
  const good = answered[String(status)]?.count ?? 0;
  const all = Object.values(answered).reduce((sum, { count = 0 }) => sum + count, 0);
  if (result.errors > 0 || good === 0 || good !== all) {
    throw new Error(`${url}: ${good} of ${all} answers were ${status}, ${result.errors} failed`);
  }
  return { perSecond: good / result.duration, p99: result.latency.p99 };
}
