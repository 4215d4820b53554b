// @ts-check
/** Generated clusters: bound to gold, three awards each, register checked, one manager. Their dates differ, so that their states do. */
import pg from 'pg';

const rows = `
insert into cluster (id, slug, name, domain_da, domain_en, kind, portfolio, responsible_officer_id, source, confidence, revision)
select gen_random_uuid(), 'generated-' || i, 'Klynge ' || i, 'Beregnet klynge', 'Generated cluster', 'styrkeposition', 'national',
  (select id from person where role = 'officer' order by email limit 1), 'bench', 'sourced', 1
from generate_series(1, $1::int) as i;`;

const people = `
insert into person (id, name, email, language, role, source, confidence, revision)
select gen_random_uuid(), 'Leder ' || i, 'leder' || i || '@klynge.example', case when i % 5 = 0 then 'en' else 'da' end, 'manager', 'bench', 'sourced', 1
from generate_series(1, 200) as i;`;

const facts = `
create temporary table generated as
  select id, split_part(slug, '-', 2)::int as i from cluster where slug like 'generated-%';
insert into membership (cluster_id, programme_id, member, bound, starts_on, source, confidence, revision)
  select generated.id, programme.id, 'yes', 'yes', programme.starts_on, 'bench', 'sourced', 1
  from generated, programme where programme.portfolio = 'national' and programme.ends_on >= '2026-01-01';
insert into award (cluster_id, level, kind, assessed_on, approved_on, valid_from, valid_until, valid_until_basis, source, confidence, revision)
  select generated.id, award.level, award.kind, award.starts - 40, award.starts - 10, award.starts, award.ends, 'certificate', 'bench', 'sourced', 1
  from generated, lateral (
    select (date_trunc('month', current_date) + (1 + i % 30) * interval '1 month')::date - 1 as gold_ends
  ) as run, lateral (values
    ('silver', 'first', (gold_ends + 1 - interval '84 months')::date, (gold_ends + 1 - interval '60 months')::date - 1),
    ('gold', 'first', (gold_ends + 1 - interval '60 months')::date, (gold_ends + 1 - interval '36 months')::date - 1),
    ('gold', 'renewal', (gold_ends + 1 - interval '36 months')::date, gold_ends)
  ) as award (level, kind, starts, ends);
insert into record_confirmation (cluster_id, confirmed_on, source, confidence, revision)
  select id, current_date - i % 200, 'bench', 'sourced', 1 from generated;
insert into audit_booking (cluster_id, level, first_day_on, last_day_on, form, state, reported_on, reported_by_role, source, confidence, revision)
  select id, 'gold', current_date + 30 + i % 300, current_date + 30 + i % 300, 'video', 'confirmed', current_date - 5, 'officer', 'bench', 'sourced', 1
  from generated where i % 4 = 0;
insert into person_cluster_role (person_id, cluster_id, role, starts_on, source, confidence, revision)
  select led.id, generated.id, 'manager', '2025-01-01', 'bench', 'sourced', 1
  from generated join (select id, row_number() over (order by email) as place from person where source = 'bench') as led on led.place = 1 + i % 200;
insert into cluster_version (cluster_id, version) select id, 1 from generated on conflict do nothing;
analyze;`;

/**
 * The ledger is left out: it has no part in what is measured, and would be most of the time that generating takes.
 * @param {string} databaseUrl
 * @param {number} count
 */
export async function generateClusters(databaseUrl, count) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(people);
    await client.query(rows, [count]);
    await client.query(facts);
  } finally {
    await client.end();
  }
}
