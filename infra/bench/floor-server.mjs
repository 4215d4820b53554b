// @ts-check
/**
 * The floor of the portfolio: `node:http` and `pg`, one query for each request, no session, no rules, no sentences. The query joins and
 * gathers the facts that the portfolio rests on, and the answer has as many bytes as the product's, which the address names. `/stored` answers the product's very
 * bytes from a row in which they lie ready: what no server that computes can reach, shown beside.
 */
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['CONNECTIONS']),
  application_name: process.env['APPLICATION_NAME'],
});

const list = (/** @type {string} */ table, /** @type {string[]} */ columns) => `left join (
  select cluster_id, json_agg(json_build_object(${columns.map((column) => `'${column}', ${column}`).join(', ')})) as list
  from ${table} group by cluster_id) as ${table} on ${table}.cluster_id = cluster.id`;

const gathered = `select json_agg(json_build_object(
  'id', cluster.id, 'slug', cluster.slug, 'name', cluster.name, 'domain', cluster.domain_da, 'officer', officer.name,
  'confirmedOn', confirmed.on, 'awards', award.list, 'memberships', membership.list, 'plans', action_plan.list,
  'waivers', waiver.list, 'audits', audit_booking.list) order by cluster.name)::text as body
from cluster
left join person as officer on officer.id = cluster.responsible_officer_id
left join (select cluster_id, max(confirmed_on) as on from record_confirmation group by cluster_id) as confirmed on confirmed.cluster_id = cluster.id
${list('award', ['id', 'level', 'kind', 'assessed_on', 'approved_on', 'valid_from', 'valid_until', 'revoked_on', 'confidence'])}
${list('membership', ['id', 'programme_id', 'member', 'bound', 'starts_on', 'ends_on', 'level_due_on', 'confidence'])}
${list('action_plan', ['id', 'programme_id', 'proposed_on', 'accepted_on', 'closed_on', 'due_on', 'confidence'])}
${list('waiver', ['id', 'programme_id', 'starts_on', 'ends_on', 'approved_on', 'confidence'])}
${list('audit_booking', ['id', 'level', 'first_day_on', 'last_day_on', 'state', 'reported_on', 'confidence'])}
where cluster.portfolio = 'national'`;

/**
 * @param {string} body
 * @param {number} length
 */
function ofLength(body, length) {
  const bytes = Buffer.from(body);
  return bytes.length >= length ? bytes.subarray(0, length) : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, ' ')]);
}

const server = createServer((request, response) => {
  const isStored = request.url === '/stored';
  const query = isStored ? { name: 'stored', text: 'select body from bench_answer' } : { name: 'gathered', text: gathered };
  pool.query(query).then(
    ({ rows: [row] }) => {
      const body = isStored ? Buffer.from(row.body) : ofLength(row.body, Number(request.url?.slice(1)));
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
      response.end(body);
    },
    (error) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
