import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, startTestApi, type TestApi, type Json } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
beforeAll(async () => {
  api = await startTestApi();
  officer = await api.as('officer');
});
afterAll(() => api.close());

const line = (slug: string, validUntil: string, level = 'guld') => ({ slug, validUntil, level });
const preview = async (rows: object[]) => (await officer.send('POST', '/api/v1/grid/preview', { rows })).body;
const countAwards = async () => Number((await api.database.dataSource.query('select count(*) from award'))[0].count);

test('five pasted lines, one of them wrong: a sentence at the cell, the others understood', async () => {
  const { rows } = (await officer.get('/api/v1/portfolio')).body;
  const endOf = (slug: string) =>
    rows
      .find((row: Json) => row.slug === slug)
      .validUntil.split('-')
      .reverse();
  const answer = await preview([
    line('Energy Cluster Denmark', endOf('energy-cluster-denmark').join('.')),
    line('danish life science', endOf('danish-life-science-cluster').join('-')),
    line('made', '31/3 2027'),
    line('Vision Denmark', '2027-06-30'),
    line('clean', '31.04.2027'),
  ]);
  expect(answer.errors).toBe(1);
  expect(answer.rows.map((row: Json) => row.change)).toEqual(['none', 'none', 'new-award', 'new-end', 'error']);
  expect(answer.rows[4].errors).toEqual([{ column: 'validUntil', message: '31.04.2027 findes ikke i kalenderen. Mente du 30.04.2027?' }]);
  expect(answer.rows[3]).toMatchObject({ slug: 'vision-denmark', after: '2027-06-30', statusBefore: 'unknown', statusAfter: 'in-force' });
});

test.each([
  [line('Atlantis Cluster', '31.03.2027'), 'slug', '»Atlantis Cluster« er ikke en klynge, vi kender.'],
  [line('cluster denmark', '31.03.2027'), 'slug', 'passer på flere'],
  [line('', '31.03.2027'), 'slug', 'Skriv klyngens navn.'],
  [line('clean', 'snart'), 'validUntil', '»snart« er ikke en dato.'],
  [line('clean', ''), 'validUntil', 'Skriv en dato.'],
  [line('clean', 'marts 2027'), 'validUntil', 'Mente du 31.03.2027?'],
  [line('clean', '31.03.2099'), 'validUntil', 'mere end 10 år frem'],
  [line('clean', '31.03.1995'), 'validUntil', 'mere end 25 år tilbage'],
  [line('clean', '31.03.2027', 'platin'), 'level', '»platin« er ikke et mærke.'],
])('%o is refused at its cell', async (row, column, message) => {
  const answer = await preview([row]);
  expect(answer.rows[0].errors).toHaveLength(1);
  expect(answer.rows[0].errors[0]).toMatchObject({ column });
  expect(answer.rows[0].errors[0].message).toContain(message);
});

test('a cluster that stands twice is pointed out at the second line', async () => {
  const answer = await preview([line('clean', '31.03.2027'), line('CLEAN', '30.04.2027')]);
  expect(answer.rows.map((row: Json) => row.errors.length)).toEqual([0, 1]);
  expect(answer.rows[1].errors[0].message).toContain('linje 1');
});

test('saving writes all lines or none, and notices a change in between', async () => {
  const reason = 'Certifikater modtaget';
  const rows = [line('vision-denmark', '30.06.2027'), line('made', '31.10.2027')];
  const before = await countAwards();

  const withError = await officer.send('POST', '/api/v1/grid', { rows: [...rows, line('clean', 'x')], reason, source: null, versions: {} });
  expect(withError).toMatchObject({ status: 422, body: { code: 'grid-has-errors', errors: [{ field: 'rows.2.validUntil' }] } });
  expect(await countAwards()).toBe(before);

  const { versions } = await preview(rows);
  await officer.send('POST', '/api/v1/clusters/made/confirmations', { source: null, reason: 'Kontrolleret imens' });
  const stale = await officer.send('POST', '/api/v1/grid', { rows, reason, source: null, versions });
  expect(stale).toMatchObject({ status: 409, body: { code: 'changed-meanwhile', errors: [{ field: 'rows.1.slug' }] } });
  expect(await countAwards()).toBe(before);

  const again = await preview(rows);
  const saved = await officer.send('POST', '/api/v1/grid', { rows, reason, source: 'Certifikat', versions: again.versions });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  const { body } = await officer.get('/api/v1/portfolio');
  const row = (slug: string) => body.rows.find((one: Json) => one.slug === slug);
  expect(row('vision-denmark')).toMatchObject({ status: 'in-force', validUntil: '2027-06-30' });
  expect(row('made')).toMatchObject({ status: 'in-force', validUntil: '2027-10-31' });
  expect((await preview(rows)).rows.map((one: Json) => one.change)).toEqual(['none', 'none']);
});
