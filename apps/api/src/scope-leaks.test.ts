import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let manager: Client;
let reader: Client;
let foreign: string[];
let names: string[];

beforeAll(async () => {
  api = await startTestApi();
  manager = await api.as('manager');
  reader = await api.as('reader');
  const rows = <Row>(sql: string) => api.database.dataSource.query(sql) as Promise<Row[]>;
  const clusters = await rows<{ id: string; slug: string; name: string }>(
    `select id, slug, name from cluster where slug <> 'energy-cluster-denmark'`,
  );
  const people = await rows<{ name: string; email: string }>(`select name, email from person where email <> 'reader@klyngevagt.example'`);
  const others = await rows<{ name: string; email: string }>(
    `select name, email from person where id not in (
       select person_id from person_cluster_role join cluster on cluster.id = cluster_id and slug = 'energy-cluster-denmark'
       union select responsible_officer_id from cluster where slug = 'energy-cluster-denmark' and responsible_officer_id is not null)`,
  );
  foreign = [...clusters.flatMap(({ id, slug, name }) => [id, `"${slug}"`, name]), ...others.flatMap(({ name, email }) => [name, email])];
  names = people.flatMap(({ name, email }) => [name, email]);
  await api.database.dataSource.query(
    `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state)
     select cluster.id, 'gold:renewal:x', 'booking', -14, '2026-12-18', person.id, 'officer', '2026-12-04', 'planned'
     from cluster, person where person.email = 'officer@klyngevagt.example'`,
  );
});
afterAll(() => api.close());

const own = [
  '/api/v1/me',
  '/api/v1/portfolio',
  '/api/v1/portfolio?on=2022-05-01',
  '/api/v1/portfolio?on=2030-01-01',
  '/api/v1/portfolio?programme=innovationskraft',
  '/api/v1/portfolio?programme=oevelsesprogram',
  '/api/v1/clusters/energy-cluster-denmark',
  '/api/v1/clusters/energy-cluster-denmark?on=2023-01-01',
  '/api/v1/clusters/energy-cluster-denmark/history',
  '/api/v1/clusters/energy-cluster-denmark/cases',
  '/api/v1/clusters/energy-cluster-denmark/calibration',
  '/api/v1/clusters/energy-cluster-denmark/recommendations',
  '/api/v1/clusters/energy-cluster-denmark/validity-proposal?level=gold',
  '/api/v1/reminders',
  '/api/v1/reminders?cluster=energy-cluster-denmark',
  '/api/v1/reminders?cluster=clean',
  '/api/v1/clusters/energy-cluster-denmark/reminder-record',
  '/api/v1/rules',
  '/api/v1/news',
];

test.each(own)('a manager learns nothing of other clusters and their people from %s', async (path) => {
  const { status, body } = await manager.get(path);
  expect(status).toBe(200);
  const text = JSON.stringify(body);
  expect(foreign.filter((secret) => text.includes(secret))).toEqual([]);
});

test('a manager sees one row, and its totals count that row only', async () => {
  const { body } = await manager.get('/api/v1/portfolio');
  expect(body.rows.map(({ slug }: { slug: string }) => slug)).toEqual(['energy-cluster-denmark']);
  expect(body.totals).toMatchObject({ rows: 1, bound: 1, expiring: { count: 1 } });
  expect((await manager.get('/api/v1/reminders')).body.health.sums.total).toBe(1);
});

test('a manager reads neither notes nor their history', async () => {
  const officer = await api.as('officer');
  await officer.send('POST', '/api/v1/clusters/energy-cluster-denmark/notes', { text: 'Fortroligt om ledelsen' });
  const page = await manager.get('/api/v1/clusters/energy-cluster-denmark');
  const history = await manager.get('/api/v1/clusters/energy-cluster-denmark/history');
  expect(page.body.notes).toEqual([]);
  expect(history.body.entries.filter(({ entity }: { entity: string }) => entity === 'contact_note')).toEqual([]);
  expect((await officer.get('/api/v1/clusters/energy-cluster-denmark')).body.notes[0]).toMatchObject({
    text: 'Fortroligt om ledelsen',
    writtenBy: 'Mette Lindholm',
  });
});

test('a reader sees every cluster and no name or address', async () => {
  const { body } = await reader.get('/api/v1/portfolio');
  expect(body.rows).toHaveLength(14);
  const paths = body.rows.flatMap(({ slug }: { slug: string }) => [`/api/v1/clusters/${slug}`, `/api/v1/clusters/${slug}/history`]);
  for (const path of ['/api/v1/portfolio', '/api/v1/reminders', ...paths]) {
    const answer = await reader.get(path);
    expect(answer.status, path).toBe(200);
    const text = JSON.stringify(answer.body);
    expect(
      names.filter((secret) => text.includes(secret)),
      path,
    ).toEqual([]);
  }
});

test('everyone else sees the national portfolio with totals that add up', async () => {
  const officer = await api.as('officer');
  for (const path of ['/api/v1/portfolio', '/api/v1/portfolio?programme=oevelsesprogram', '/api/v1/portfolio?on=2023-06-01']) {
    const { body } = await officer.get(path);
    const { bound, notInForce, expiring, unknown, inForce, rows } = body.totals;
    expect(notInForce.count + expiring.count + unknown.count + inForce.count).toBe(bound);
    expect(notInForce.renewable + notInForce.byPlan + notInForce.ended + notInForce.exempt).toBe(notInForce.count);
    expect(rows).toBe(body.rows.length);
  }
});

test('what has been overdue for longest stands before the nearest deadline to come', async () => {
  const officer = await api.as('officer');
  const { body } = await officer.get('/api/v1/portfolio?programme=oevelsesprogram');
  expect(body.nextDeadline).toMatchObject({ slug: 'sundklyngen', step: { overdue: true } });
  const national = await officer.get('/api/v1/portfolio');
  expect(national.body.nextDeadline.step).toMatchObject({ overdue: false });
});
