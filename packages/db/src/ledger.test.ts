import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAs, systemActor, type Actor } from './actor.js';
import { erasableColumns } from './erasable-columns.js';
import { NotFoundError } from './errors.js';
import { CallerRepository } from './repositories/caller-repository.js';
import { ClusterRepository } from './repositories/cluster-repository.js';
import { ContactNoteRepository } from './repositories/contact-note-repository.js';
import { LedgerRepository } from './repositories/ledger-repository.js';
import { PersonRepository } from './repositories/person-repository.js';
import { everyCluster } from './scope.js';
import { createTestDatabase, present, type TestDatabase } from './testing.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ seed: 'demo' });
});
afterAll(() => database.drop());

const officer: Actor = {
  accountId: '11111111-1111-4111-8111-111111111111',
  role: 'officer',
  requestId: 'request-1',
  reason: 'Klyngen har ringet',
};

const slug = 'digitallead';
const query = <Answer = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Answer[]> =>
  database.dataSource.query(sql, values);
const clusterId = async () => present((await query<{ id: string }>('select id from cluster where slug = $1', [slug]))[0]).id;

const personAt = async (email: string) => {
  const people = await new PersonRepository(database.dataSource).readPeople(everyCluster);
  return present(people.find((person) => person.email === email));
};

describe('a fact', () => {
  test('is written in somebody’s name only', async () => {
    await expect(query(`update cluster set city = 'Aarhus' where slug = $1`, [slug])).rejects.toThrow(/somebody's name/);
    await recordAs(database.dataSource, systemActor('test'), (manager) => manager.query('select 1'));
    await expect(query(`delete from award`), 'a name does not outlive its transaction').rejects.toThrow(/somebody's name/);
  });

  test('leaves actor, role, request, reason and both states in the same transaction', async () => {
    const clusters = new ClusterRepository(database.dataSource);
    const { revision } = await clusters.readCluster({ scope: everyCluster, slug });
    await clusters.updateCluster(officer, everyCluster, slug, revision, { city: 'Aarhus' });
    const [last] = await clusters.readHistory(everyCluster, slug, { limit: 1 });
    expect(last).toMatchObject({
      actor: officer.accountId,
      role: 'officer',
      requestId: 'request-1',
      reason: 'Klyngen har ringet',
      entity: 'cluster',
      before: { city: null, revision },
      after: { city: 'Aarhus', revision: revision + 1 },
    });
  });

  test('leaves nothing when its transaction fails', async () => {
    const [{ count }] = (await query<{ count: string }>('select count(*) from ledger')) as [{ count: string }];
    const failing = recordAs(database.dataSource, officer, async (manager) => {
      await manager.query(`update cluster set city = 'Odense' where slug = $1`, [slug]);
      throw new NotFoundError('something later');
    });
    await expect(failing).rejects.toThrow(NotFoundError);
    expect(await query('select count(*) from ledger')).toEqual([{ count }]);
  });
});

describe('the ledger', () => {
  test.each(['update ledger set role = $$x$$', 'delete from ledger', 'truncate ledger'])('refuses %s', async (statement) => {
    await expect(query(statement)).rejects.toThrow(/of ledger is refused/);
  });

  test('takes rows from the trigger only', async () => {
    const forged = `insert into ledger (role, request_id, entity, row_id) values ('officer', 'x', 'award', gen_random_uuid())`;
    await expect(query(forged)).rejects.toThrow(/insert of ledger is refused/);
  });

  test('sits on every table with facts or rules, on what the system erased, on who is told, and on no account', async () => {
    const facts = await query<{ table: string }>(
      `select relname as table from pg_class join pg_attribute on attrelid = pg_class.oid
       where relkind = 'r' and attname = 'confidence' union select 'retention_run'
       union select 'webhook_endpoint' union select 'calendar_revocation' order by 1`,
    );
    const recorded = await query<{ table: string }>(
      `select relname as table from pg_trigger join pg_class on pg_class.oid = tgrelid where tgname = 'recorded' order by 1`,
    );
    expect(recorded).toEqual(facts);
    await expect(query('truncate award cascade')).rejects.toThrow(/is refused/);
  });
});

describe('personal data and free text', () => {
  test('stand in the ledger as salted digests, never as they are', async () => {
    const notes = new ContactNoteRepository(database.dataSource);
    const note = { notedOn: '2026-11-25' as never, body: 'Anders er syg', source: 'Samtale', confidence: 'sourced' as const };
    const { id } = await notes.add(officer, everyCluster, slug, note);
    const [row] = await query<{ salt: string }>('select salt from contact_note where id = $1', [id]);
    const [{ after }] = (await query<{ after: Record<string, unknown> }>('select after from ledger where row_id = $1', [id])) as [
      { after: Record<string, unknown> },
    ];
    expect(after['body_digest']).toBe(
      createHash('sha256')
        .update(`${present(row).salt}:Anders er syg`)
        .digest('hex'),
    );
    expect(after).not.toHaveProperty('body');
    expect(after).not.toHaveProperty('salt');

    await notes.erase(officer, everyCluster, id);
    expect(await query('select body, salt from contact_note where id = $1', [id])).toEqual([{ body: null, salt: null }]);
    expect(await query('select after from ledger where row_id = $1 order by seq limit 1', [id])).toEqual([{ after }]);
  });

  test('are the same columns for the trigger and for whoever reads what was known', async () => {
    const recorded = await query<{ table: string; columns: string[] }>(
      `select relname as table, string_to_array(split_part(encode(tgargs, 'escape'), '\\000', 2), ',') as columns
       from pg_trigger join pg_class on pg_class.oid = tgrelid where tgname = 'recorded' and split_part(encode(tgargs, 'escape'), '\\000', 2) <> ''`,
    );
    expect(Object.fromEntries(recorded.map(({ table, columns }) => [table, columns]))).toEqual(erasableColumns);
  });

  test('have no column of their own that stands there as it is: every text column is a code, a date or a public fact', async () => {
    const plain = await query<{ columns: string }>(
      `select relname || '.' || attname as columns
       from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_attribute on attrelid = tgrelid and attnum > 0 and not attisdropped
       where tgname = 'recorded' and atttypid in ('text'::regtype, 'jsonb'::regtype)
         and not attname = any(string_to_array(split_part(encode(tgargs, 'escape'), '\\000', 2), ','))
         and attname !~ '^(source|confidence|level|kind|state|role|portfolio|slug|subject|form|member|bound|language|unit|step|event|key|before)$'
         and attname !~ '_(on|until|from|basis|confidence|role|level|da|en)$'
       order by 1`,
    );
    expect(plain.map(({ columns }) => columns)).toEqual([
      'action_plan.closed_as',
      'assessment_answer.indicator',
      'assessment_remark.indicator',
      'audit_expert.country',
      'award.score',
      'case_milestone.milestone',
      'case_milestone.owner',
      'cluster.city',
      'cluster.cvr_number',
      'cluster.funder',
      'cluster.journal_number',
      'cluster.name',
      'cluster.short_name',
      'cluster.website',
      'correction_proposal.proposed_values',
      'document.subject_id',
      'document.subject_kind',
      'document_version.decision',
      'document_version.media_type',
      'document_version.sha256',
      'framework.dimensions',
      'framework.version',
      'framework_indicator.code',
      'framework_indicator.dimension',
      'framework_indicator.scale',
      'obligation.note',
      'process_step_rule.owner',
      'programme.note',
      'recertification_case.cycle',
      'recommendation.owner',
      'reminder_step_rule.channel',
      'reminder_step_rule.urgency',
      'waiver.closed_as',
      'webhook_endpoint.events',
      'webhook_endpoint.switched_off_because',
    ]);
  });

  test('of the whole demonstration are found nowhere in the ledger', async () => {
    const people = await query<{ name: string; email: string; title: string; salt: string }>('select name, email, title, salt from person');
    const texts = await query<{ text: string }>(
      `select body as text from contact_note where body is not null
       union select text from action_plan where text is not null union select value from free_text
       union select notes from cluster where length(notes) > 20 union select note from membership where note is not null
       union select place from audit_booking where place is not null`,
    );
    const secrets = [...people.flatMap(({ name, email, title, salt }) => [name, email, title, salt]), ...texts.map(({ text }) => text)];
    expect(secrets.length).toBeGreaterThan(50);
    const found = await query(
      `select secret from unnest($1::text[]) as secret where exists (select 1 from ledger where strpos(ledger::text, secret) > 0)`,
      [secrets],
    );
    expect(found).toEqual([]);
  });

  test('of a person are erased, account and mails too, and the ledger stays as it was', async () => {
    const people = new PersonRepository(database.dataSource);
    const person = await personAt('mikkel.rask@digital.example');
    const [account] = await query<{ id: string }>(
      `insert into account_user (name, email, email_verified) values ('Mikkel Rask', $1, true) returning id`,
      [person.email],
    );
    await new CallerRepository(database.dataSource).linkAccount(person.id, present(account).id, officer);
    const before = await query('select md5(string_agg(ledger::text, $$,$$ order by seq)) from ledger where seq <= $1', [1_000_000]);
    const [{ last }] = (await query<{ last: string }>('select max(seq) as last from ledger')) as [{ last: string }];

    await people.erase(officer, person.id, '2026-11-25' as never);

    expect(await query('select md5(string_agg(ledger::text, $$,$$ order by seq)) from ledger where seq <= $1', [last])).toEqual(before);
    expect(await query('select name, email, title, salt, account_id from person where id = $1', [person.id])).toEqual([
      { name: null, email: null, title: null, salt: null, account_id: null },
    ]);
    expect(await query('select 1 from account_user where id = $1', [present(account).id])).toEqual([]);
    expect(
      await query('select 1 from person_cluster_role where person_id = $1 and coalesce(ends_on, $$infinity$$) > $2', [
        person.id,
        '2026-11-25',
      ]),
    ).toEqual([]);
    await expect(people.erase(officer, person.id, '2026-11-25' as never)).rejects.toThrow(NotFoundError);
  });

  test('of a person go from the mails of others as well, however the name is written there', async () => {
    const people = new PersonRepository(database.dataSource);
    const stated = { language: 'da', source: 'Prøve', confidence: 'sourced' } as const;
    const invited = { name: "Ida O'Dell-Bæk", email: 'ida.odell@styrelsen.example', ...stated };
    const { id } = await people.invite(officer, everyCluster, invited);
    const reader = await personAt('officer@klyngevagt.example');
    const [message] = await query<{ id: string }>(
      `insert into message (person_id, language, sent_to, subject, text, html, message_id_header, smtp_answer, sent_at)
       values ($1, 'da', 'x@y.example', $2, $3, $4, 'mail-of-another', '250 ok', now()) returning id`,
      [
        reader.id,
        "I stedet for Ida O'Dell-Bæk",
        "Ida\nO'Dell-Bæks vikar, ida.odell@styrelsen.example; Frida O'Dell-Bæk",
        '<p>Ida O&#39;Dell-Bæk, Ida O&#39;Dell-Bækkegaard</p>',
      ],
    );
    await query(`insert into message_part (message_id, cluster_id, subject, text, html) select $1, id, $2, $2, $2 from cluster limit 1`, [
      present(message).id,
      "Ida O'Dell-Bæk",
    ]);
    await people.erase(officer, id, '2026-11-25' as never);
    expect(await query('select subject, text, html from message where id = $1', [present(message).id])).toEqual([
      {
        subject: 'I stedet for […]',
        text: "[…]s vikar, […]; Frida O'Dell-Bæk",
        html: '<p>[…], Ida O&#39;Dell-Bækkegaard</p>',
      },
    ]);
    expect(await query('select subject, text, html from message_part')).toEqual([{ subject: '[…]', text: '[…]', html: '[…]' }]);
  });

  test('of a reason are erased alone', async () => {
    const ledger = new LedgerRepository(database.dataSource);
    const [{ id }] = (await query<{ id: string }>('select reason_id as id from ledger where reason_id is not null limit 1')) as [
      { id: string },
    ];
    const digests = await query('select reason_digest from ledger where reason_id = $1', [id]);
    await ledger.eraseReason(id);
    expect(await query('select value, salt from free_text where id = $1', [id])).toEqual([{ value: null, salt: null }]);
    expect(await query('select reason_digest from ledger where reason_id = $1', [id])).toEqual(digests);
    expect(digests[0]).toEqual({ reason_digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});

describe('a change', () => {
  test('raises the version of its cluster and nobody else’s, once a transaction, and tells listeners when committed', async () => {
    const id = await clusterId();
    const listener = new pg.Client({ connectionString: database.url });
    await listener.connect();
    await listener.query('listen klyngevagt_changes');
    const heard: unknown[] = [];
    listener.on('notification', ({ payload }) => heard.push(JSON.parse(present(payload))));
    const versions = () =>
      query<{ cluster_id: string; version: string }>('select cluster_id, version from cluster_version order by cluster_id');
    const before = await versions();

    await recordAs(database.dataSource, officer, async (manager) => {
      await manager.query(`update cluster set city = 'Viborg' where id = $1`, [id]);
      await manager.query(`update cluster set city = 'Herning' where id = $1`, [id]);
      await listener.query('select 1');
      expect(heard).toEqual([]);
    });
    await listener.query('select 1');

    const raised = before.map((row) => (row.cluster_id === id ? { ...row, version: String(Number(row.version) + 1) } : row));
    expect(await versions()).toEqual(raised);
    expect(heard).toEqual([{ clusterId: id, version: Number(present(raised.find((row) => row.cluster_id === id)).version) }]);
    await listener.end();
  });

  test('of a rule raises the version of the rules', async () => {
    const [before] = await query<{ version: string }>('select version from rules_version');
    await recordAs(database.dataSource, officer, (manager) =>
      manager.query(`update figure_rule set value = 200 where key = 'expiring-horizon-days'`),
    );
    expect(await query('select version from rules_version')).toEqual([{ version: String(Number(present(before).version) + 1) }]);
  });

  test('of a person raises the versions of the clusters that show the person', async () => {
    const person = await personAt('sofie.friis@robot.example');
    const version = () =>
      query(`select version::int from cluster_version join cluster on cluster.id = cluster_id where slug = 'odense-robotics'`);
    const [before] = (await version()) as [{ version: number }];
    await recordAs(database.dataSource, officer, (manager) =>
      manager.query(`update person set title = 'Direktør' where id = $1`, [person.id]),
    );
    expect(await version()).toEqual([{ version: before.version + 1 }]);
  });

  test('that changes nothing leaves no row and no version', async () => {
    const count = () => query('select count(*) from ledger');
    const before = await count();
    await recordAs(database.dataSource, officer, (manager) => manager.query(`update cluster set city = city`));
    expect(await count()).toEqual(before);
  });
});
