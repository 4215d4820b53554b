// @ts-check
/** Lines that show what goes on: Danish first, then English, then how long it took. */

const isTerminal = process.stdout.isTTY === true;
/** Two steps may be under way: the line shows the one that began last. */
const fromStartOfLine = isTerminal ? '\r\x1b[K' : '';

/**
 * @template T
 * @param {string} danish
 * @param {string} english
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(danish, english, work) {
  const started = Date.now();
  const words = `${danish} · ${english}`;
  if (isTerminal) process.stdout.write(`${fromStartOfLine}… ${words}`);
  try {
    const result = await work();
    process.stdout.write(`${fromStartOfLine}✓ ${words} (${seconds(Date.now() - started)} s)\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${fromStartOfLine}✗ ${words} (${seconds(Date.now() - started)} s)\n`);
    throw error;
  }
}

/**
 * @param {number} milliseconds
 * @returns {string} with one decimal
 */
export const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1);
