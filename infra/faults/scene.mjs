// @ts-check
/** A database in which so many mails are due on one day: each cluster owes one to its two managers, its chair and its officer. */
import { createDataSource, DemoClockRepository, recordAs, seed, systemActor } from '@klyngevagt/db';
import pg from 'pg';

/** Gold ends on Wednesday 31 March 2027, nothing is booked: the last safe booking day is this Friday. */
export const dueOn = /** @type {import('@klyngevagt/db').WorkerRunEntity['on']} */ ('2026-12-18');
export const dayBefore = /** @type {typeof dueOn} */ ('2026-12-17');
const mailsOfOneCluster = 4;
let scenes = 0;

const scene = [
  `insert into person (name, email, language, role, source, confidence, revision)
   select 'Person ' || number, 'person-' || number || '@example.dk', case when number % 3 = 0 then 'en' else 'da' end,
     case when number % 4 = 3 then 'officer' else 'manager' end, 'faults', 'sourced', 1
   from generate_series(0, $1::int * 4 - 1) as number`,
  `insert into cluster (slug, name, domain_da, domain_en, kind, portfolio, responsible_officer_id, source, confidence, revision)
   select 'faults-' || number, 'Klynge ' || number, 'Prøver', 'Tests', 'styrkeposition', 'national', officer.id, 'faults', 'sourced', 1
   from generate_series(0, $1::int - 1) as number join person as officer on officer.email = 'person-' || number * 4 + 3 || '@example.dk'`,
  `insert into person_cluster_role (person_id, cluster_id, role, starts_on, source, confidence, revision)
   select person.id, cluster.id, case seat when 2 then 'chair' else 'manager' end, '2025-01-01', 'faults', 'sourced', 1
   from generate_series(0, $1::int - 1) as number cross join generate_series(0, 2) as seat
   join person on person.email = 'person-' || number * 4 + seat || '@example.dk' join cluster on cluster.slug = 'faults-' || number`,
  `insert into award (cluster_id, level, kind, approved_on, valid_from, valid_until, valid_until_basis, source, confidence, revision)
   select id, 'gold', 'first', '2025-04-01', '2025-04-01', '2027-03-31', 'certificate', 'faults', 'sourced', 1
   from cluster where source = 'faults' and $1::int > 0`,
  `insert into record_confirmation (cluster_id, confirmed_on, source, confidence, revision)
   select id, '2026-11-01', 'faults', 'sourced', 1 from cluster where source = 'faults' and $1::int > 0`,
  // Of everything else nobody is told: each person gets one mail. The week's would come with the quarter of an hour by the real clock.
  `insert into mail_preference (person_id, kind, is_wanted)
   select id, 'weekly', false from person where role = 'officer' and $1::int > 0`,
  `update reminder_step_rule set recipients = '{}' where event not in ('booking', 'end', 'window-end') and $1::int > 0`,
  `insert into membership (cluster_id, programme_id, member, bound, starts_on, source, confidence, revision)
   select cluster.id, programme.id, 'yes', 'yes', '2025-01-01', 'faults', 'sourced', 1 from cluster, programme
   where cluster.source = 'faults' and programme.starts_on = '2025-01-01' and programme.portfolio = 'national' and $1::int > 0`,
];

/**
 * @param {import('./servers.mjs').Servers} servers
 * @param {number} mails
 * @returns {Promise<{ mails: number, newDatabase: () => Promise<string> }>} mails rounded up to whole clusters; a fresh database with each call
 */
export async function prepareScene(servers, mails) {
  const clusters = Math.ceil(mails / mailsOfOneCluster);
  const template = `scene_${(scenes += 1)}`;
  const onServer = async (/** @type {string} */ sql) => {
    const client = new pg.Client({ connectionString: servers.databaseUrl() });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await onServer(`create database ${template}`);
  const dataSource = await createDataSource(servers.databaseUrl(template)).initialize();
  await dataSource.runMigrations({ transaction: 'each' });
  await seed(dataSource, { kind: 'sourced', on: dueOn });
  await recordAs(dataSource, systemActor('faults'), async (manager) => {
    for (const sql of scene) await manager.query(sql, [clusters]);
  });
  await new DemoClockRepository(dataSource).set(dueOn);
  await dataSource.destroy();
  let count = 0;
  return {
    mails: clusters * mailsOfOneCluster,
    newDatabase: async () => {
      const name = `${template}_${(count += 1)}`;
      await onServer(`create database ${name} template ${template}`);
      return servers.databaseUrl(name);
    },
  };
}
