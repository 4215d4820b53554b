import type { DataSource, QueryRunner } from 'typeorm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordAs, systemActor } from './actor.js';
import { sealLedger } from './ledger-seal.js';
import { verifyLedger } from './ledger-verification.js';
import { LedgerRepository } from './repositories/ledger-repository.js';
import { PersonRepository } from './repositories/person-repository.js';
import { everyCluster } from './scope.js';
import { readSealHealth } from './seal-health.js';
import { createTestDatabase, present, type TestDatabase } from './testing.js';

let database: TestDatabase;
let dataSource: DataSource;
beforeEach(async () => {
  database = await createTestDatabase({ seed: 'demo' });
  ({ dataSource } = database);
});
afterEach(async () => {
  for (const runner of open.splice(0)) await runner.release();
  await database.drop();
});

const open: QueryRunner[] = [];

/** A transaction of somebody who takes his time. */
async function begin(): Promise<QueryRunner> {
  const runner = dataSource.createQueryRunner();
  open.push(runner);
  await runner.startTransaction();
  await runner.query(`select set_config('klyngevagt.role', 'officer', true), set_config('klyngevagt.request_id', 'slow', true)`);
  return runner;
}

const setCity = `update cluster set city = $1, revision = revision + 1 where slug = $2`;
const write = (city: string, slug: string) => recordAs(dataSource, systemActor('test'), (manager) => manager.query(setCity, [city, slug]));

const seqs = async (condition: string): Promise<number[]> =>
  ((await dataSource.query(`select seq::int from ledger where ${condition} order by seq`)) as { seq: number }[]).map(({ seq }) => seq);
const lastSeq = async () => present((await seqs('true')).at(-1));
const sealedSeqs = async (): Promise<number[]> =>
  ((await dataSource.query('select seq::int from ledger_seal order by position')) as { seq: number }[]).map(({ seq }) => seq);
const waiting = async () => (await readSealHealth(dataSource)).unsealedRows;

/** Seals until nothing waits: transactions of other databases on the server hold rows back as well, for as long as they last. */
async function seal(): ReturnType<typeof sealLedger> {
  let sealed = 0;
  return vi.waitFor(
    async () => {
      const result = await sealLedger(dataSource);
      sealed += result.sealed;
      expect(await waiting()).toBe(0);
      return { ...result, sealed };
    },
    { timeout: 45_000, interval: 20 },
  );
}
const findings = async (head?: string) => (await verifyLedger(dataSource, head)).findings;

/** What somebody with every right on the database can do: past the triggers. */
async function tamper(...statements: string[]): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query(`set local session_replication_role = 'replica'`);
    for (const statement of statements) await manager.query(statement);
  });
}

describe('sealing', () => {
  test('chains every settled row once, in order, and goes on from there', async () => {
    const first = await seal();
    expect(first.sealed).toBe((await seqs('true')).length);
    expect(await sealedSeqs()).toEqual(await seqs('true'));
    expect(await seal()).toEqual({ sealed: 0, head: first.head });

    await write('Ribe', 'made');
    const second = await seal();
    expect(second).toMatchObject({ sealed: 1, head: { position: first.sealed + 1 } });
    expect(await verifyLedger(dataSource)).toEqual({ findings: [], sealedRows: second.head?.position, unsealedRows: 0, head: second.head });
  });

  test('two transactions that commit out of order: nothing slips in behind the chain, and no writer waits', async () => {
    await seal();
    const [slow, quick] = [await begin(), await begin()];
    await slow.query(setCity, ['Ribe', 'made']);
    await quick.query(setCity, ['Varde', 'clean']);
    await quick.commitTransaction();
    expect((await sealLedger(dataSource)).sealed, 'the quick one is later than one that still runs').toBe(0);
    await write('Tønder', 'digitallead');
    expect((await sealLedger(dataSource)).sealed).toBe(0);

    await slow.commitTransaction();
    expect((await seal()).sealed).toBe(3);
    expect((await sealedSeqs()).slice(-3)).toEqual((await seqs('true')).slice(-3));
    expect(await findings()).toEqual([]);
  });

  test('follows transactions, not numbers: who began first is chained first, though numbered last', async () => {
    await seal();
    const [first, second] = [await begin(), await begin()];
    await first.query(`select pg_current_xact_id()`);
    await second.query(setCity, ['Varde', 'clean']);
    await second.commitTransaction();
    await first.query(setCity, ['Ribe', 'made']);
    await first.commitTransaction();
    await seal();
    const [varde, ribe] = (await seqs('true')).slice(-2);
    expect((await sealedSeqs()).slice(-2)).toEqual([ribe, varde]);
    expect(await findings()).toEqual([]);
  });

  test('by several at once makes one chain', async () => {
    await Promise.all([seal(), seal(), seal()]);
    expect(await sealedSeqs()).toEqual(await seqs('true'));
    expect(await findings()).toEqual([]);
  });

  test('goes on when the data stands on another server, where transactions are numbered anew', async () => {
    await write('Ribe', 'made');
    const future = '9000000000';
    await tamper(`update ledger set transaction = '${future}'`);
    await seal();
    expect(await sealedSeqs()).toEqual(await seqs('true'));
    await dataSource.query(`update ledger_sealing set sealed_before = '${future}'`);
    await write('Varde', 'clean');
    expect((await seal()).sealed).toBe(1);
    expect(await findings()).toEqual([]);
  });
});

describe('verification finds', () => {
  beforeEach(async () => void (await seal()));

  test('an altered row, and accuses no other', async () => {
    const [seq] = await seqs(`entity = 'award' and after ->> 'valid_until' is not null`);
    await tamper(`update ledger set after = jsonb_set(after, '{note_digest}', '"x"'), role = 'administrator' where seq = ${seq}`);
    expect(await findings()).toContainEqual({ kind: 'altered', seq });
    expect((await findings()).filter(({ kind }) => kind === 'altered')).toHaveLength(1);
  });

  test('a row of which only the instant was altered', async () => {
    const seq = await lastSeq();
    await tamper(`update ledger set recorded_at = recorded_at - interval '1 microsecond' where seq = ${seq}`);
    expect(await findings()).toEqual([{ kind: 'altered', seq }]);
  });

  test('a removed row, with its link and without', async () => {
    const [first, second] = await seqs(`entity = 'closed_day'`);
    const [{ position }] = (await dataSource.query('select position::int from ledger_seal where seq = $1', [second])) as [
      { position: number },
    ];
    await tamper(`delete from ledger where seq in (${first}, ${second})`, `delete from ledger_seal where seq = ${second}`);
    const found = await findings();
    expect(found).toContainEqual({ kind: 'removed', seq: first });
    expect(found).toContainEqual({ kind: 'link-removed', position });
  });

  test('a row that was inserted as if it had been there', async () => {
    const seq = (await lastSeq()) + 1;
    const [{ transaction }] = (await dataSource.query('select min(transaction)::text as transaction from ledger')) as [
      { transaction: string },
    ];
    await tamper(copyOfAward(seq, `'${transaction}'`));
    expect(await findings()).toContainEqual({ kind: 'inserted', seq });
  });

  test('a row that was inserted as a new one: it does not go on from where the fact stood', async () => {
    const seq = (await lastSeq()) + 1;
    await tamper(copyOfAward(seq, 'pg_current_xact_id()'));
    await seal();
    expect(await findings()).toContainEqual(expect.objectContaining({ kind: 'contradiction', seq, entity: 'award' }));
  });

  test('a fact that was changed past the ledger', async () => {
    await tamper(`update award set valid_until = '2031-12-31' where valid_until = (select max(valid_until) from award)`);
    expect(await findings()).toEqual([expect.objectContaining({ kind: 'contradiction', entity: 'award' })]);
  });

  test('a reason that is not the one that was given; one that is erased is nobody’s any more', async () => {
    const cluster = `select id from cluster where slug = 'made'`;
    const actor = systemActor('test', 'Oplyst af klyngen');
    await recordAs(dataSource, actor, (manager) =>
      manager.query(`update cluster set city = 'Skive', revision = revision + 1 where id = (${cluster})`),
    );
    await seal();
    expect(await findings()).toEqual([]);
    await dataSource.query(`update free_text set value = 'Aftalt med styrelsen' where value = 'Oplyst af klyngen'`);
    expect(await findings()).toEqual([expect.objectContaining({ kind: 'contradiction', seq: await lastSeq(), entity: 'cluster' })]);
    await dataSource.query(`update free_text set value = null, salt = null where value = 'Aftalt med styrelsen'`);
    expect(await findings()).toEqual([]);
  });

  test('an end that was cut off, by a head that was written down before', async () => {
    const { head: early } = await seal();
    await write('Ribe', 'made');
    await write('Varde', 'made');
    const { head } = await seal();
    expect(await findings(head?.hash)).toEqual([]);
    expect(await findings(early?.hash.toUpperCase()), 'an older mail is as good').toEqual([]);
    const [before] = (await dataSource.query(`select before ->> 'city' as city, before ->> 'revision' as revision from ledger
      where seq = ${(await lastSeq()) - 1}`)) as [{ city: string | null; revision: string }];
    await tamper(
      `update cluster set city = ${before.city === null ? 'null' : `'${before.city}'`}, revision = ${before.revision} where slug = 'made'`,
      `delete from ledger where seq > ${(await lastSeq()) - 2}`,
      `delete from ledger_seal where position > ${present(early).position}`,
    );
    expect(await findings(), 'nothing in the database itself tells').toEqual([]);
    expect(await findings(head?.hash)).toEqual([{ kind: 'head-missing', hash: head?.hash }]);
  });
});

/** A forged update of an award, whose images are those of an older row. */
function copyOfAward(seq: number, transaction: string): string {
  return `insert into ledger (seq, role, request_id, entity, row_id, cluster_id, before, after, transaction)
    select ${seq}, 'officer', 'forged', entity, row_id, cluster_id, after, jsonb_set(after, '{valid_until}', '"2035-01-31"'), ${transaction}
    from ledger where entity = 'award' order by seq limit 1`;
}

test('a person who is erased leaves the chain valid', async () => {
  const { head } = await seal();
  const people = new PersonRepository(dataSource);
  const person = present((await people.readPeople(everyCluster)).find(({ email }) => email === 'mikkel.rask@digital.example'));
  const officer = { accountId: null, role: 'officer', requestId: 'erase', reason: 'Bedt om sletning' };
  await people.erase(officer, person.id, '2026-11-25' as never);
  const ledger = new LedgerRepository(dataSource);
  const [{ reason }] = (await dataSource.query('select reason_id as reason from ledger order by seq desc limit 1')) as [{ reason: string }];
  await ledger.eraseReason(reason);
  await seal();
  expect(await findings(head?.hash)).toEqual([]);
});

describe('the health of the seal', () => {
  test('tells the last seal and what waits', async () => {
    expect(await readSealHealth(dataSource)).toMatchObject({ head: null, sealedAt: null });
    const { head } = await seal();
    expect(await new LedgerRepository(dataSource).sealHealth()).toMatchObject({
      head,
      sealedAt: expect.stringMatching(/^\d{4}-/),
      unsealedRows: 0,
      oldestUnsealedAt: null,
      isStalled: false,
      stalledBecause: null,
    });
    await write('Ribe', 'made');
    expect(await readSealHealth(dataSource)).toMatchObject({ unsealedRows: 1, isStalled: false });
    await vi.waitFor(
      async () => expect(await readSealHealth(dataSource, { patienceMs: 0 })).toMatchObject({ isStalled: true, stalledBecause: 'silent' }),
      { timeout: 45_000 },
    );
  });

  test('names a transaction that was left open, and is well again when it ends', async () => {
    await seal();
    const idle = await begin();
    await idle.query('select pg_current_xact_id()');
    await write('Ribe', 'made');
    expect((await sealLedger(dataSource)).sealed).toBe(0);
    // An older one of another database is named first, for as long as it lasts.
    await vi.waitFor(
      async () =>
        expect(await readSealHealth(dataSource, { patienceMs: 0 })).toMatchObject({
          unsealedRows: 1,
          isStalled: true,
          stalledBecause: 'open-transaction',
          openTransaction: { since: expect.stringMatching(/^\d{4}-/), application: 'klyngevagt-test' },
        }),
      { timeout: 45_000 },
    );
    await idle.rollbackTransaction();
    expect((await seal()).sealed).toBe(1);
    expect(await readSealHealth(dataSource, { patienceMs: 0 })).toMatchObject({ isStalled: false, unsealedRows: 0 });
  });
});
