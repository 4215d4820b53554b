// @ts-check
/** What a bench says: one JSON line, every ratio against a floor that was measured in the same run, variants in turn. */

/**
 * @typedef {object} Line
 * @property {string} name
 * @property {number} value
 * @property {string} unit
 * @property {number} [floor]
 * @property {number} [ratio]
 */

/** @typedef {Record<string, number | string | undefined>} More */

/**
 * @param {Line & More} line
 */
export function print(line) {
  const shown = Object.entries(line).map(([name, value]) => [name, typeof value === 'number' ? rounded(value) : value]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(shown))}\n`);
}

/** @param {string} text what a person at the terminal wants to know meanwhile; the lines of standard output stay JSON */
export const say = (text) => void process.stderr.write(`${text}\n`);

/** @param {number} value */
function rounded(value) {
  return Number(value.toPrecision(value >= 100 ? 6 : 4));
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/**
 * @param {readonly number[]} values
 * @param {number} part 0.99: all but one of a hundred lie below
 */
export function percentile(values, part) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/**
 * Each variant once a round, in turn and each round beginning with another one: what the machine does meanwhile meets all of them.
 * @template Result
 * @template {string} Name
 * @param {number} rounds
 * @param {Record<Name, () => Promise<Result>>} variants
 * @returns {Promise<Record<Name, Result[]>>}
 */
export async function inTurn(rounds, variants) {
  const names = /** @type {Name[]} */ (Object.keys(variants));
  const results = /** @type {Record<Name, Result[]>} */ (Object.fromEntries(names.map((name) => [name, /** @type {Result[]} */ ([])])));
  for (let round = 0; round < rounds; round += 1) {
    for (let place = 0; place < names.length; place += 1) {
      const name = /** @type {Name} */ (names[(place + round) % names.length]);
      results[name].push(await variants[name]());
    }
  }
  return results;
}

/**
 * Work done in one process, by the second of its own processor time: what else runs on the machine takes time away, but not that.
 * @param {number} milliseconds
 * @param {(count: number) => number | Promise<number>} work does some, answers how much
 */
export async function perProcessorSecond(milliseconds, work) {
  let count = 0;
  const started = performance.now();
  const before = process.cpuUsage();
  while (performance.now() - started < milliseconds) {
    const done = work(count);
    count += typeof done === 'number' ? done : await done;
  }
  const { user, system } = process.cpuUsage(before);
  return (1e6 * count) / (user + system);
}
