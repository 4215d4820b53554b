// @ts-check
/** Processor time of a server and of its part of PostgreSQL: what a request costs, however many others want the same cores. Linux only. */
import { readFileSync } from 'node:fs';
import pg from 'pg';

/** The kernel counts in hundredths of a second. */
const ticksPerSecond = 100;

/**
 * @param {{ pid: number | undefined, databaseUrl: string, applicationName: string }} server
 * @returns {Promise<number | null>} seconds since they began; null where the system does not tell
 */
export async function processorSeconds({ pid, databaseUrl, applicationName }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select pid from pg_stat_activity where datname = current_database() and application_name = $1', [
      applicationName,
    ]);
    return [pid ?? 0, ...rows.map((row) => Number(row.pid))].reduce((sum, one) => sum + secondsOf(one), 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  } finally {
    await client.end();
  }
}

/** @param {number} pid */
function secondsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
