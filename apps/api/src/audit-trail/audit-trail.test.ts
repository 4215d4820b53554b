import { everyCluster, PersonRepository, recordAs, systemActor } from '@klyngevagt/db';
import { calendarDate } from '@klyngevagt/scoring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealEverything } from '../testing/sealed-ledger.js';
import { type Client, type Json, startTestApi, type TestApi, today } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
let reader: Client;
beforeAll(async () => {
  api = await startTestApi();
  [officer, reader] = await Promise.all([api.as('officer'), api.as('reader')]);
});
afterAll(() => api.close());

const trail = '/api/v1/audit-trail';
const read = async (query = '', client = officer): Promise<Json> => {
  const { status, body } = await client.get(`${trail}${query}`);
  expect(status, JSON.stringify(body).slice(0, 300)).toBe(200);
  return body;
};
const write = (sql: string, values: unknown[] = [], actor = systemActor('test')) =>
  recordAs(api.database.dataSource, actor, (transaction) => transaction.query(sql, values));
const setCity = (slug: string, city: string) =>
  write('update cluster set city = $1, revision = revision + 1 where slug = $2', [city, slug]);
const setCityAs = (accountId: string, city: string) =>
  write(`update cluster set city = $1, revision = revision + 1 where slug = 'clean'`, [city], {
    accountId,
    role: 'officer',
    requestId: 'test',
    reason: null,
  });
const seqs = (body: Json): string[] => body.entries.map(({ seq }: Json) => seq);

/** A day of its own for each: the same award is recorded once. */
let approvals = 0;

async function recordAward(slug: string, reason: string): Promise<void> {
  approvals += 1;
  const award = {
    level: 'silver',
    kind: 'first',
    assessedOn: null,
    approvedOn: `2015-01-${String(approvals).padStart(2, '0')}`,
    validFrom: null,
    validUntil: '2016-12-31',
  };
  const stated = { validUntilBasis: 'certificate', score: null, source: 'Certifikat', confidence: 'sourced', note: null, reason };
  const { status } = await officer.send('POST', `/api/v1/clusters/${slug}/awards`, { ...award, ...stated });
  expect(status).toBe(200);
}

describe('what stands in a row', () => {
  test('who, role, what, fields and dates in words, why, and the request', async () => {
    await recordAward('clean', 'Certifikatet er kommet');
    const [entry] = (await read('?entity=award&cluster=clean')).entries;
    expect(entry).toMatchObject({
      actor: { kind: 'person', name: 'Mette Lindholm' },
      roleName: 'Programansvarlig',
      entityName: 'Tildeling',
      change: 'insert',
      cluster: { slug: 'clean' },
      reason: 'Certifikatet er kommet',
      reasonWithheld: false,
    });
    expect(entry.requestId).toMatch(/\S/);
    expect(entry.fields).toContainEqual({ field: 'validUntil', label: 'Gyldig til', before: null, after: '31.12.2016' });
    expect(entry.fields).toContainEqual({ field: 'level', label: 'Mærke', before: null, after: 'Sølv' });
  });

  test('the system is named so', async () => {
    await setCity('clean', 'Odense');
    const { entries } = await read('?person=system&entity=cluster&limit=1');
    expect(entries[0]).toMatchObject({ actor: { kind: 'system', name: null }, roleName: 'System', cluster: { slug: 'clean' } });
    expect(entries[0].fields).toContainEqual(expect.objectContaining({ label: 'By', after: 'Odense' }));
  });

  test('a name that is also a word of the catalogue stays as it was written', async () => {
    await setCity('clean', 'gold');
    expect((await read('?entity=cluster&limit=1')).entries[0].fields).toContainEqual(expect.objectContaining({ after: 'gold' }));
  });

  test('who was erased is said to be, and can be asked for', async () => {
    const { dataSource } = api.database;
    const accountId = '0d4f1f1e-6d3a-4b8e-9f55-2f4a0d6c9b11';
    await setCityAs(accountId, 'Vejle');
    const person = await new PersonRepository(dataSource).invite(systemActor('test'), everyCluster, {
      name: 'Rikke Væk',
      email: 'rikke@klyngevagt.example',
      language: 'da',
      source: 'Prøve',
      confidence: 'sourced',
    });
    await dataSource.query(`insert into account_user (id, name, email, email_verified) values ($1, 'x', 'x@y.example', true)`, [accountId]);
    await write('update person set account_id = $1 where id = $2', [accountId, person.id]);
    expect((await read(`?person=${person.id}`)).entries[0].actor).toEqual({ kind: 'person', name: 'Rikke Væk' });
    await new PersonRepository(dataSource).erase(systemActor('test'), person.id, calendarDate(today));
    const { entries } = await read('?person=erased');
    expect(entries).toHaveLength(1);
    expect(entries[0].actor).toEqual({ kind: 'erased', name: null });
  });

  test('the recorded times beside it show the page without and with the change', async () => {
    await setCity('clean', 'Aalborg');
    await setCity('clean', 'Randers');
    const [entry] = (await read('?entity=cluster&cluster=clean&limit=1')).entries;
    const cityAt = async (known: string) => (await officer.get(`/api/v1/clusters/clean?known=${known}`)).body.city;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await cityAt(entry.seen.before)).toBe('Aalborg');
    expect(await cityAt(entry.seen.after)).toBe('Randers');
  });

  test('the seal is told: none yet, up to now, and what waits for the next one', async () => {
    const sealOf = async () => (await read('?limit=1')).seal;
    // The demonstration is recorded once for all test files: a quarter of an hour later its rows have waited for too long.
    expect(await sealOf()).toMatchObject({ state: expect.stringMatching(/^(never|stalled)$/), head: null });
    await sealEverything(api.database);
    const sealed = await sealOf();
    expect(sealed).toMatchObject({ state: 'sealed', waiting: 0 });
    expect(sealed.head).toMatch(/^[0-9a-f]{64}$/);
    await setCity('clean', 'Skive');
    expect(await sealOf()).toMatchObject({ state: 'waiting', waiting: 1, head: sealed.head });
  });
});

describe('a reader', () => {
  test('sees every change, and no name, reason or note', async () => {
    await officer.send('POST', '/api/v1/clusters/clean/notes', { text: 'Talte med formanden' });
    await recordAward('clean', 'Ringede til Karen');
    const body = await read('?limit=500', reader);
    const people = (await api.database.dataSource.query('select name, email from person where name is not null')) as Json[];
    const text = JSON.stringify(body);
    const told = people.flatMap(({ name, email }) => [name, email]).filter((secret) => secret && text.includes(secret));
    expect(told).toEqual([]);
    expect(text).not.toContain('Ringede til Karen');
    expect(body.people).toEqual([]);
    expect(body.entries.some(({ entity }: Json) => entity === 'contact_note')).toBe(false);
    expect(body.entries[0]).toMatchObject({ actor: { kind: 'hidden' }, reason: null, reasonWithheld: true });
    expect((await read('?entity=contact_note')).entries.length).toBeGreaterThan(0);
  });

  test('cannot find out by filtering whose changes they are', async () => {
    const [me] = (await read('?limit=1')).people;
    expect((await reader.get(`${trail}?person=${me.id}`)).status).toBe(403);
    expect((await reader.get(`${trail}?person=system`)).status).toBe(200);
  });
});

describe('filters and pages', () => {
  test('a period is whole days in Copenhagen', async () => {
    const { dataSource } = api.database;
    await dataSource.query(`alter table ledger alter column recorded_at set default '2026-03-29T21:59:59.999Z'::timestamptz`);
    await setCity('clean', 'Ribe');
    await dataSource.query(`alter table ledger alter column recorded_at set default '2026-03-29T22:00:00Z'::timestamptz`);
    await setCity('clean', 'Tønder');
    await dataSource.query('alter table ledger alter column recorded_at set default clock_timestamp()');
    const cities = async (query: string) =>
      (await read(query)).entries
        .flatMap(({ fields }: Json) => fields.filter(({ field }: Json) => field === 'city'))
        .map(({ after }: Json) => after);
    expect(await cities('?from=2026-03-29&to=2026-03-29')).toEqual(['Ribe']);
    expect(await cities('?from=2026-03-30&to=2026-03-30')).toEqual(['Tønder']);
  });

  test('one cluster is that cluster only', async () => {
    await setCity('energy-cluster-denmark', 'Esbjerg');
    const { entries } = await read('?cluster=energy-cluster-denmark&limit=500');
    expect(new Set(entries.map(({ cluster }: Json) => cluster.slug))).toEqual(new Set(['energy-cluster-denmark']));
  });

  test('pages hold every row once, also while rows are added', async () => {
    const before = (await api.database.dataSource.query('select seq::text from ledger order by ledger.seq desc')) as { seq: string }[];
    const found: string[] = [];
    let next: string | null = '';
    let rounds = 0;
    while (next !== null) {
      const body: Json = await read(`?limit=150${next && `&before=${next}`}`);
      found.push(...seqs(body));
      next = body.nextBefore;
      rounds += 1;
      await setCity('clean', `By ${rounds}`);
    }
    expect(rounds).toBeGreaterThan(2);
    expect(found).toEqual(before.map(({ seq }) => seq));
  });

  test.each(['?before=abc', '?limit=501', '?entity=account_user', '?person=me', '?from=2026-02-30', '?x=1'])(
    '%s is a mistake',
    async (query) => expect((await officer.get(`${trail}${query}`)).status).toBe(400),
  );
});
