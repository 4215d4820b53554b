// @ts-check
/** One night in a process of its own: `plan` does it, `read` only reads every third page of the rows that it rests on. Prints how long it took and how much memory. */
import { createDataSource, PortfolioRepository, ReminderRepository, RulesRepository } from '@klyngevagt/db';
import pg from 'pg';
import { planAll } from '../../apps/worker/dist/planning.js';

const url = process.env['DATABASE_URL'] ?? '';
const on = /** @type {import('@klyngevagt/scoring').CalendarDate} */ (new Date().toISOString().slice(0, 10));
const pageSize = 300;

/** @returns {Promise<{ clusters: number, inserted: number, seconds: number }>} */
async function plan() {
  const dataSource = await createDataSource(url, { applicationName: 'bench' }).initialize();
  const context = {
    portfolio: new PortfolioRepository(dataSource),
    rules: new RulesRepository(dataSource),
    reminders: new ReminderRepository(dataSource),
  };
  const started = performance.now();
  const counts = await planAll(/** @type {Parameters<typeof planAll>[0]} */ (/** @type {unknown} */ (context)), on);
  const seconds = (performance.now() - started) / 1000;
  await dataSource.destroy();
  return { clusters: counts['clusters'] ?? 0, inserted: counts['inserted'] ?? 0, seconds };
}

const tables = ['membership', 'award', 'action_plan', 'waiver', 'audit_booking', 'record_confirmation', 'person_cluster_role', 'reminder'];

/** Page by page, as plainly as `pg` reads: rows to objects, no order, no rules. */
async function read() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const third = Number(process.argv[3]);
  let [clusters, page, after] = [0, 0, '00000000-0000-0000-0000-000000000000'];
  const started = performance.now();
  for (;;) {
    const { rows } = await client.query({
      name: 'clusters',
      text: `select * from cluster where id > $1 order by id limit ${pageSize}`,
      values: [after],
    });
    if (rows.length === 0) break;
    after = rows.at(-1).id;
    if ((page += 1) % 3 !== third) continue;
    clusters += rows.length;
    const ids = rows.map(({ id }) => id);
    for (const table of tables) {
      await client.query({ name: table, text: `select * from ${table} where cluster_id = any($1::uuid[])`, values: [ids] });
    }
  }
  const seconds = (performance.now() - started) / 1000;
  await client.end();
  return { clusters, inserted: 0, seconds };
}

const night = process.argv[2] === 'read' ? await read() : await plan();
process.stdout.write(JSON.stringify({ ...night, megabytes: process.resourceUsage().maxRSS / 1024 }));
