import { recordAs, RetentionRepository, systemActor, verifyLedger } from '@klyngevagt/db';
import { calendarDate } from '@klyngevagt/scoring';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Bench, openBench } from '../testing/bench.js';
import { seal } from './seal-ledger.js';
import { retain } from './apply-retention.js';

/** Two years for people, five for mails, ten for texts: what the product is delivered with. */
let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const today = calendarDate('2026-11-25');
const query = <Row>(sql: string, values: unknown[] = []) => bench.database.dataSource.query(sql, values) as Promise<Row[]>;
const write = <Row>(sql: string, values: unknown[] = [], reason: string | null = null) =>
  recordAs(bench.database.dataSource, systemActor('test', reason), (manager) => manager.query(sql, values) as Promise<Row[]>);
const runs = () => query<{ people: number; mails: number; texts: number }>('select people, mails, texts from retention_run');
const ledgerOf = (entity: string) =>
  query<{ role: string; actor: string | null; after: Record<string, unknown> | null }>(
    'select role, actor, after from ledger where entity = $1 and request_id like $2 order by seq',
    [entity, 'retention-%'],
  );

/** Somebody whose last role ended on a day, and who was recorded long before it. */
async function formerManager(name: string, lastDayOn: string): Promise<string> {
  const [{ id }] = (await write<{ id: string }>(
    `insert into person (name, email, language, source, confidence, revision) values ($1, $2, 'da', 'test', 'sourced', 1) returning id`,
    [name, `${name.toLowerCase().replaceAll(' ', '.')}@example.dk`],
  )) as [{ id: string }];
  await write(
    `insert into person_cluster_role (person_id, cluster_id, role, starts_on, ends_on, source, confidence, revision)
     values ($1, $2, 'chair', '2015-01-01', $3, 'test', 'sourced', 1)`,
    [id, bench.clusterId, lastDayOn],
  );
  await longAgo(`entity = 'person' and row_id = '${id}'`);
  return id;
}

async function longAgo(which: string): Promise<void> {
  await bench.database.dataSource.transaction(async (manager) => {
    await manager.query(`set local session_replication_role = 'replica'`);
    await manager.query(`update ledger set recorded_at = '2015-01-01T12:00:00Z' where ${which}`);
  });
}

async function sentMail(personId: string, sentAt: string): Promise<string> {
  const [{ id }] = (await query<{ id: string }>(
    `insert into message (person_id, cluster_id, language, sent_to, subject, text, html, message_id_header, smtp_answer, is_possible_repeat, sent_at)
     values ($1, $2, 'da', 'anne.holm@example.dk', 'Emne', 'Ord', '<p>Ord</p>', gen_random_uuid()::text, '250 ok', false, $3) returning id`,
    [personId, bench.clusterId, sentAt],
  )) as [{ id: string }];
  await query(
    `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state, sent_at, message_id)
     values ($1, $2::text, 'booking', -14, '2026-12-18', $3, 'manager', '2021-01-01', 'sent', $4, $2::text::uuid)`,
    [bench.clusterId, id, personId, sentAt],
  );
  return id;
}

async function returnedMail(personId: string, receivedAt: string): Promise<void> {
  await query(
    `insert into mail_return (sending_key, kind, person_id, status, diagnostic, received_at)
     values (gen_random_uuid(), 'failed', $1, '5.1.1', 'no such user anne.holm', $2)`,
    [personId, receivedAt],
  );
}

test('on a night on which nothing is too old nothing is erased, and nothing but the run is recorded', async () => {
  expect(await retain(bench.hands(), today)).toMatchObject({ people: 0, mails: 0, texts: 0 });
  expect(await runs()).toEqual([]);
  expect(await query(`select kind, error from worker_run where finished_at is not null`)).toEqual([{ kind: 'retention', error: null }]);
  expect(await query(`select 1 from ledger where request_id like 'retention-%'`)).toEqual([]);
});

test('a person is erased two years after the last role, to the day, by the system and with the reason', async () => {
  const gone = await formerManager('Lis Dahl', '2024-11-24');
  const notYet = await formerManager('Ole Lund', '2024-11-25');
  for (const id of [gone, notYet]) await returnedMail(id, '2024-11-01T08:00:00Z');
  expect(await retain(bench.hands(), today)).toMatchObject({ people: 1 });
  const people = await query<{ id: string; name: string | null; salt: string | null }>(
    'select id, name, salt from person where id = any($1)',
    [[gone, notYet]],
  );
  expect(people.find(({ id }) => id === gone)).toMatchObject({ name: null, salt: null });
  expect(await query('select person_id as id from mail_return')).toEqual([{ id: notYet }]);
  expect(people.find(({ id }) => id === notYet)).toMatchObject({ name: 'Ole Lund' });
  const [erasure] = await ledgerOf('person');
  expect(erasure).toMatchObject({ role: 'system', actor: null });
  expect(await ledgerOf('retention_run')).toEqual([
    { role: 'system', actor: null, after: expect.objectContaining({ ran_on: today, people: 1, mails: 0, texts: 0 }) },
  ]);
  const [{ value }] = (await query<{ value: string }>(
    `select value from ledger join free_text on free_text.id = reason_id where entity = 'retention_run'`,
  )) as [{ value: string }];
  expect(value).toBe('Opbevaringstiden er gået');
  expect(await retain(bench.hands(), today)).toMatchObject({ people: 0 });
});

test('who has a role, answers for a cluster, has one to come, or lost the role in the product lately stays', async () => {
  const withRole = await formerManager('Bo Krag', '2020-01-01');
  const answering = await formerManager('Eva Friis', '2020-01-01');
  const toCome = await formerManager('Per Ager', '2020-01-01');
  const lately = await formerManager('Ida Munk', '2020-01-01');
  await write(`update person set role = 'reader', revision = revision + 1 where id = any($1)`, [[withRole, lately]]);
  await write(`update person set role = null, revision = revision + 1 where id = $1`, [lately]);
  await write(`update cluster set responsible_officer_id = $1, revision = revision + 1 where slug = 'made'`, [answering]);
  await write(
    `insert into person_cluster_role (person_id, cluster_id, role, starts_on, source, confidence, revision)
     values ($1, $2, 'chair', '2030-01-01', 'test', 'sourced', 1)`,
    [toCome, bench.clusterId],
  );
  expect(await retain(bench.hands(), today)).toMatchObject({ people: 0 });
});

test('mails lose address and words after five years; that they were sent stays, and the reconciliation holds', async () => {
  const old = await sentMail(bench.people.manager, '2021-11-24T22:59:59Z');
  const young = await sentMail(bench.people.manager, '2021-11-24T23:00:00Z');
  await returnedMail(bench.people.manager, '2021-11-24T22:59:59Z');
  const { messages, runs: workerRuns, retention } = bench.hands();
  expect(await retain(bench.hands(), today)).toMatchObject({ mails: 1 });
  expect(await messages.readMessage(old, bench.clusterId, { kind: 'all' })).toBeNull();
  expect(await messages.readMessage(young, bench.clusterId, { kind: 'all' })).toMatchObject({ text: 'Ord' });
  const left = JSON.stringify(await query('select * from message where id = $1', [old]));
  for (const secret of ['anne.holm', 'Ord', 'Emne', '250 ok']) expect(left).not.toContain(secret);
  expect(await query('select status, diagnostic from mail_return')).toEqual([{ status: '5.1.1', diagnostic: '' }]);
  expect(await workerRuns.reconcile(today)).toMatchObject({ addsUp: true, sent: 2, sentWithoutMessage: 0 });
  expect(await retention.readErased()).toMatchObject({ last: { ranOn: today, mails: 1 }, total: { people: 0, mails: 1, texts: 0 } });
});

test('reasons, notes and decided corrections lose their words after ten years; open ones and grounds of decisions keep them', async () => {
  const cluster = bench.clusterId;
  await write(`update cluster set city = 'Ribe', revision = revision + 1 where id = $1`, [cluster], 'Ringede til Karen');
  await query(`update free_text set created_at = '2016-11-01' where value = 'Ringede til Karen'`);
  await write(
    `insert into contact_note (cluster_id, noted_on, body, source, confidence, revision) values ($1, '2016-11-24', 'Talte med Karen', 'test', 'sourced', 1),
       ($1, '2016-11-25', 'Talte med Grethe', 'test', 'sourced', 1)`,
    [cluster],
  );
  await write(
    `insert into correction_proposal (cluster_id, subject, proposed_on, proposed_values, text, state, decided_on, decision_text, source, confidence, revision)
     values ($1, 'cluster', '2016-01-01', '{}', 'Karen siger', 'refused', '2016-02-01', 'Nej, Karen', 'test', 'sourced', 1),
       ($1, 'cluster', '2016-01-01', '{}', 'Grethe siger', 'open', null, null, 'test', 'sourced', 1)`,
    [cluster],
  );
  expect(await retain(bench.hands(), today)).toMatchObject({ texts: 3 });
  const kept = JSON.stringify([
    await query('select * from contact_note'),
    await query('select * from correction_proposal'),
    await query('select * from free_text'),
  ]);
  expect(kept).not.toContain('Karen');
  expect(kept).toContain('Grethe siger');
  expect(kept).toContain('Talte med Grethe');
});

test('what was written with a hold loses its words five years after its last day, or after the day on which it was ended', async () => {
  const hold = (note: string, untilOn: string, endedOn: string | null) =>
    write(
      `insert into reminder_hold (cluster_id, kind, from_on, until_on, ended_on, by_role, note, source, confidence, revision)
       values ($1, 'pause', '2021-01-01', $2, $3, 'officer', $4, 'test', 'sourced', 1)`,
      [bench.clusterId, untilOn, endedOn, note],
    );
  await hold('Karen', '2021-11-24', null);
  await hold('Karen', '2022-11-24', '2021-11-24');
  await hold('Grethe', '2021-11-25', null);
  expect(await retain(bench.hands(), today)).toMatchObject({ texts: 2 });
  const kept = await query<{ note: string | null; salt: string | null }>('select note, salt from reminder_hold order by note nulls last');
  expect(kept).toEqual([
    { note: 'Grethe', salt: expect.any(String) },
    { note: null, salt: null },
    { note: null, salt: null },
  ]);
});

test('the words of a case, its plans, waivers, recommendations and self-tests go ten years after the end, and never while the case is open', async () => {
  const { dataSource } = bench.database;
  const [of, fact] = [bench.clusterId, `source, confidence, revision`];
  const values = `'test', 'sourced', 1`;
  const save = async (sql: string, more: unknown[] = []) => (await write<{ id: string }>(`${sql} returning id`, [of, ...more]))[0]!.id;
  const [{ id: programme }] = (await query<{ id: string }>('select id from programme limit 1')) as [{ id: string }];
  const [{ id: framework }] = (await query<{ id: string }>('select id from framework limit 1')) as [{ id: string }];
  const course = async (words: string, over: string, round: number) => {
    const insideCase = await save(
      `insert into recertification_case (cluster_id, cycle, level, kind, opened_on, state, decided_on, note, ${fact})
       values ($1, $2, 'gold', 'first', '2015-06-01', 'failed', $3, $2, ${values})`,
      [words, over],
    );
    await save(`insert into case_milestone (cluster_id, case_id, milestone, note, ${fact}) values ($1, $2, 'audit', $3, ${values})`, [
      insideCase,
      words,
    ]);
    const plan = await save(
      `insert into action_plan (cluster_id, programme_id, proposed_on, due_on, text, ${fact}) values ($1, $2, '2015-06-01', $3, $4, ${values})`,
      [programme, over, words],
    );
    await save(`insert into plan_milestone (cluster_id, plan_id, due_on, text, ${fact}) values ($1, $2, '2015-07-01', $3, ${values})`, [
      plan,
      words,
    ]);
    await save(
      `insert into waiver (cluster_id, programme_id, proposed_on, starts_on, ends_on, text, ${fact})
       values ($1, $2, '2015-06-01', '2015-06-01', $3, $4, ${values})`,
      [programme, over, words],
    );
    const advice = await save(
      `insert into recommendation (cluster_id, given_on, indicators, owner, state, closed_on, text, ${fact})
       values ($1, '2015-06-01', '{}', 'cluster', 'done', $2, $3, ${values})`,
      [over, words],
    );
    await save(
      `insert into recommendation_note (cluster_id, recommendation_id, noted_on, by_role, body, ${fact})
       values ($1, $2, '2015-06-02', 'officer', $3, ${values})`,
      [advice, words],
    );
    const sheet = await save(
      `insert into assessment (cluster_id, framework_id, case_id, kind, round, started_on, submitted_on, state, ${fact})
       values ($1, $2, $3, 'self-test', $4, '2015-06-01', '2015-06-02', 'submitted', ${values})`,
      [framework, insideCase, round],
    );
    await save(
      `insert into assessment_answer (cluster_id, assessment_id, indicator, comment, ${fact}) values ($1, $2, 'E3', $3, ${values})`,
      [sheet, words],
    );
    await save(
      `insert into assessment_remark (cluster_id, assessment_id, indicator, given_on, body, ${fact})
       values ($1, $2, 'E3', '2015-06-02', $3, ${values})`,
      [sheet, words],
    );
  };
  await course('Karen', '2016-11-24', 91);
  await course('Grethe', '2016-11-25', 92);
  const open = await save(
    `insert into recertification_case (cluster_id, cycle, level, kind, opened_on, ${fact}) values ($1, 'open', 'gold', 'renewal', '2016-11-24', ${values})`,
  );
  expect(await retain(bench.hands(), today), 'a case of that time is open').toMatchObject({ texts: 0 });
  await write(`update recertification_case set opened_on = '2016-11-25', revision = revision + 1 where id = $1`, [open]);
  expect(await retain(bench.hands(), today)).toMatchObject({ texts: 9 });
  const tables = ['recertification_case', 'case_milestone', 'action_plan', 'plan_milestone', 'waiver', 'recommendation'];
  const more = ['recommendation_note', 'assessment_answer', 'assessment_remark'];
  for (const table of [...tables, ...more]) {
    const words = JSON.stringify(await dataSource.query(`select * from ${table}`)).replaceAll('"cycle":"Karen"', '');
    expect(words, table).not.toContain('Karen');
    expect(words, table).toContain('Grethe');
  }
  expect(await retain(bench.hands(), today)).toMatchObject({ texts: 0 });
});

test('the ledger stays valid, sealed before and after', async () => {
  const { dataSource } = bench.database;
  const context = bench.hands();
  const sealAll = () =>
    vi.waitFor(
      async () => {
        await seal(context);
        expect((await context.ledger.sealHealth()).unsealedRows).toBe(0);
      },
      { timeout: 45_000 },
    );
  await write(
    `insert into contact_note (cluster_id, noted_on, body, source, confidence, revision) values ($1, '2010-01-01', 'Karen', 'test', 'sourced', 1)`,
    [bench.clusterId],
  );
  await formerManager('Lis Dahl', '2020-01-01');
  await sealAll();
  const head = (await context.ledger.sealHead())?.hash;
  expect(await retain(context, today)).toMatchObject({ people: 1, texts: 1 });
  await sealAll();
  expect(await verifyLedger(dataSource, head)).toMatchObject({ findings: [], unsealedRows: 0 });
});

test('years that nobody has set erase nothing', async () => {
  await formerManager('Lis Dahl', '2016-01-01');
  await sentMail(bench.people.manager, '2010-01-01T12:00:00Z');
  await write(`delete from figure_rule where key like 'retention-%'`);
  expect(await retain(bench.hands(), today)).toMatchObject({ people: 0, mails: 0, texts: 0 });
});

test('sessions, links and attempts that are over are forgotten, running ones are not', async () => {
  const [{ id }] = (await query<{ id: string }>(
    `insert into account_user (name, email, email_verified) values ('', 'x@y.example', true) returning id`,
  )) as [{ id: string }];
  await query(
    `insert into account_session (expires_at, token, updated_at, user_id) values (now() - interval '1 minute', 'over', now(), $1),
       (now() + interval '1 hour', 'running', now(), $1)`,
    [id],
  );
  await query(
    `insert into account_verification (identifier, value, expires_at) values ('a', 'b', now() - interval '1 minute'), ('c', 'd', now() + interval '1 hour')`,
  );
  await query(`insert into account_attempt (key, count, last_request) values ('old', 1, 1), ('new', 1, $1)`, [Date.now()]);
  expect(await new RetentionRepository(bench.database.dataSource).forgetSignIns(new Date())).toBe(3);
  expect(await query('select token from account_session')).toEqual([{ token: 'running' }]);
  expect(await query('select key from account_attempt')).toEqual([{ key: 'new' }]);
});

test('a worker that is stopped in the middle leaves the sums of what it had erased', async () => {
  await sentMail(bench.people.manager, '2010-01-01T12:00:00Z');
  const { retention } = bench.hands();
  vi.spyOn(retention, 'eraseTextsBefore').mockRejectedValue(new Error('away'));
  await expect(retain({ ...bench.hands(), retention }, today)).rejects.toThrow('away');
  expect(await runs()).toEqual([{ people: 0, mails: 1, texts: 0 }]);
  expect(await query('select error from worker_run')).toEqual([{ error: 'Error' }]);
});
