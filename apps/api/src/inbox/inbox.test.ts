import { randomUUID } from 'node:crypto';
import { recordAs, returnAddress, systemActor } from '@klyngevagt/db';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Settings } from '../settings.js';
import { exchangeOnline, gmail, holidayNote, postfix, type Returned } from '../testing/returned-mails.js';
import { type Json, startTestApi, type TestApi } from '../testing/test-api.js';

/** What has arrived for somebody, and what officers hold back or take back. */

let api: TestApi;
const slug = 'energy-cluster-denmark';
const reason = 'Aftalt med klyngen';
const word = 'b81d5a0ce27743f9b81d5a0ce27743f9';

beforeAll(async () => {
  api = await startTestApi({ variables: { MAIL_RETURNS_TOKEN: word } });
});
afterAll(() => api.close());

const rows = async (sql: string, values: unknown[] = []): Promise<Json[]> => api.database.dataSource.query(sql, values);

let count = 0;
/** A reminder to the manager of the cluster; answers its id. */
async function remind({
  state = 'sent',
  because = null as string | null,
  email = 'manager@klyngevagt.example',
  sendingKey = randomUUID() as string,
} = {}): Promise<string> {
  count += 1;
  const [message] = await rows(
    `insert into message (person_id, cluster_id, language, sent_to, subject, text, html, message_id_header, smtp_answer, sent_at, sent_on)
     select person.id, cluster.id, 'da', email, 'Emne', 'Ord', '<p>Ord</p>', '<' || $3 || '@klyngevagt.example>', '250 ok', now(), '2026-11-20'
     from person, cluster where email = $1 and slug = $2 returning id`,
    [email, slug, sendingKey],
  );
  const [reminder] = await rows(
    `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state, suppressed_because, sent_at, message_id, sending_key)
     select cluster.id, 'gold:first:9', 'booking', $4, '2026-12-18', person.id, 'manager', '2026-11-20', $3::text, $5,
       case when $3::text = 'sent' then now() end, case when $3::text = 'sent' then $6::uuid end, $7
     from person, cluster where email = $1 and slug = $2 returning id`,
    [email, slug, state, -100 - count, because, message!.id, sendingKey],
  );
  return reminder!.id as string;
}

beforeEach(async () => {
  await rows(`delete from reminder where cycle = 'gold:first:9'`);
  await rows(`update reminder set read_at = now()`);
});

describe('the inbox', () => {
  test('holds what went out to the caller, and what no mail was sent of; the unread are counted', async () => {
    const sent = await remind();
    const unsubscribed = await remind({ state: 'suppressed', because: 'unsubscribed' });
    await remind({ state: 'planned' });
    await remind({ state: 'suppressed', because: 'overtaken' });
    const manager = await api.signIn('manager@klyngevagt.example');
    const { body, status } = await manager.get('/api/v1/inbox');
    expect(status).toBe(200);
    const unread = (body.items as Json[]).filter(({ readAt }) => readAt === null);
    expect(unread.map(({ id }) => id).sort()).toEqual([sent, unsubscribed].sort());
    expect(unread.find(({ id }) => id === sent)).toMatchObject({ slug, channel: 'mail', state: 'sent', deadlineOn: '2026-12-18' });
    expect(body.unread).toBe(2);
    expect((await manager.get('/api/v1/me')).body.unread).toBe(2);
  });

  test('a step of a case is told by its name', async () => {
    const id = await remind();
    await rows(`update reminder set event = 'milestone', subject = 'self-test', offset_days = -3 where id = $1`, [id]);
    const { body } = await (await api.signIn('manager@klyngevagt.example')).get('/api/v1/inbox');
    expect((body.items as Json[]).find((item) => item.id === id)).toMatchObject({ about: '3 dage før milepælens frist: Selvtest' });
  });

  test('a recommendation is told by its first words, as long as its cluster is the reader’s', async () => {
    const told = await remind();
    const [recommendation] = await recordAs(api.database.dataSource, systemActor('test'), (manager) =>
      manager.query(
        `insert into recommendation (source, confidence, revision, cluster_id, given_on, indicators, owner, due_on, state, text, salt)
         select 'test', 'sourced', 1, id, '2026-08-01', '{D5}', 'cluster', '2026-12-18', 'open', $2, gen_random_uuid() from cluster where slug = $1
         returning id`,
        [slug, 'Skriv ned, hvordan bestyrelsen følger op på strategien, og hvem der har ansvaret for hvert af målene.'],
      ),
    );
    await rows(`update reminder set event = 'recommendation', subject = $2, offset_days = -3 where id = $1`, [told, recommendation.id]);
    const about = async () => {
      const { body } = await (await api.signIn('manager@klyngevagt.example')).get('/api/v1/inbox');
      return (body.items as Json[]).find((item) => item.id === told)?.about as string;
    };
    const title = 'Skriv ned, hvordan bestyrelsen følger op på strategien, og hvem der har…';
    expect(await about()).toBe(`3 dage før anbefalingens frist: ${title}`);
    await recordAs(api.database.dataSource, systemActor('test'), (manager) =>
      manager.query(`update recommendation set text = 'Mål deltagernes tilfredshed.', revision = revision + 1 where id = $1`, [
        recommendation.id,
      ]),
    );
    expect(await about()).toBe('3 dage før anbefalingens frist: Mål deltagernes tilfredshed');
    const other = `(select id from cluster where slug = 'clean')`;
    await rows(`update reminder set cluster_id = ${other} where id = $1`, [told]);
    expect(await about()).toBe('3 dage før anbefalingens frist');
  });

  test('what was read is read; nobody reads what is somebody else’s', async () => {
    const [mine, other] = [await remind(), await remind({ email: 'officer@klyngevagt.example' })];
    const [manager, officer] = [await api.signIn('manager@klyngevagt.example'), await api.signIn('officer@klyngevagt.example')];
    expect((await manager.send('POST', '/api/v1/inbox/reading', { ids: [mine, other], isRead: true })).body).toEqual({ unread: 0 });
    expect((await officer.get('/api/v1/me')).body.unread).toBe(1);
    expect((await manager.send('POST', '/api/v1/inbox/reading', { ids: [mine], isRead: false })).body).toEqual({ unread: 1 });
    expect((await manager.send('POST', '/api/v1/inbox/reading', { ids: null, isRead: true })).body).toEqual({ unread: 0 });
    const { items } = (await manager.get('/api/v1/inbox')).body as { items: Json[] };
    expect(items.some(({ id }) => id === other)).toBe(false);
  });
});

test('of many that arrived in the same instant every page goes on where the last one ended', async () => {
  const [{ id: personId }] = (await rows(`select id from person where email = 'manager@klyngevagt.example'`)) as [{ id: string }];
  await rows(
    `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state, sent_at)
     select cluster.id, 'gold:first:9', 'booking', -number, '2026-12-18', $1, 'manager', '2026-11-20', 'sent',
       timestamptz '2026-11-20 08:00:00.123456Z' - case when number > 230 then interval '1 microsecond' else interval '0' end
     from cluster, generate_series(1, 250) as number where slug = $2`,
    [personId, slug],
  );
  const manager = await api.signIn('manager@klyngevagt.example');
  const pages: string[][] = [];
  let next: string | null = null;
  do {
    const { body } = await manager.get(`/api/v1/inbox${next === null ? '' : `?before=${next}`}`);
    pages.push((body.items as Json[]).map(({ id }) => id as string));
    next = body.nextBefore as string | null;
  } while (next !== null && pages.length < 9);
  const ids = pages.flat();
  const all = await rows(`select id from reminder where cycle = 'gold:first:9'`);
  expect(new Set(ids).size, 'none twice').toBe(ids.length);
  expect(all.every(({ id }) => ids.includes(id as string))).toBe(true);
  expect(pages.slice(0, -1).every((page) => page.length === 100)).toBe(true);
  expect((await manager.get('/api/v1/inbox?before=2026-11-20T08:00:00Z')).status).toBe(400);
});

describe('what officers hold back', () => {
  test('a pause stands in the list with who, why and until when, for the cluster too, and can be ended', async () => {
    const [officer, manager, reader] = [
      await api.signIn('officer@klyngevagt.example'),
      await api.signIn('manager@klyngevagt.example'),
      await api.signIn('reader@klyngevagt.example'),
    ];
    const held = await officer.send('POST', `/api/v1/clusters/${slug}/reminder-holds`, {
      kind: 'pause',
      reminderId: null,
      untilOn: '2027-01-15',
      reason,
    });
    expect(held.status).toBe(200);
    const listed = async (client: typeof officer) =>
      ((await client.get(`/api/v1/reminder-holds?cluster=${slug}`)).body.holds as Json[]).find(({ id }) => id === held.body.id);
    expect(await listed(officer)).toMatchObject({ kind: 'pause', event: null, untilOn: '2027-01-15', note: reason, isRunning: true });
    expect(await listed(manager)).toMatchObject({ kind: 'pause' });
    expect(await listed(reader)).toMatchObject({ by: null, note: null });
    const { items } = (await officer.get('/api/v1/audit-trail?entity=reminder_hold')).body as { items?: Json[] };
    expect(JSON.stringify(items ?? (await officer.get('/api/v1/audit-trail')).body)).toContain('reminder_hold');
    expect((await officer.send('POST', `/api/v1/reminder-holds/${held.body.id}/ending`, { reason })).status).toBe(200);
    expect(await listed(officer)).toMatchObject({ isRunning: false });
    expect((await officer.send('POST', `/api/v1/reminder-holds/${held.body.id}/ending`, { reason })).status).toBe(409);
  });

  test('holds are told of the day asked about, and as they were known at a recorded time', async () => {
    const officer = await api.signIn('officer@klyngevagt.example');
    const at = '/api/v1/reminder-holds';
    // To the microsecond, as it is recorded: cut to the millisecond it could lie before what was recorded within the same one.
    const time = async () => (await rows(`select to_json(clock_timestamp()) #>> '{}' as at`))[0]!.at as string;
    const before = await time();
    const body = { kind: 'pause', reminderId: null, untilOn: '2027-01-15', reason };
    const { id } = (await officer.send('POST', `/api/v1/clusters/${slug}/reminder-holds`, body)).body;
    const held = await time();
    await officer.send('POST', `${at}/${id}/ending`, { reason });
    const read = async (query: string) => {
      const { body: list, status } = await officer.get(`${at}?cluster=${slug}${query}`);
      expect(status).toBe(200);
      return (list.holds as Json[]).find((hold) => hold.id === id) ?? null;
    };
    expect(await read('')).toMatchObject({ isRunning: false, endedOn: '2026-11-25' });
    expect(await read(`&known=${encodeURIComponent(held)}`)).toMatchObject({
      isRunning: true,
      endedOn: null,
      note: reason,
      by: 'Mette Lindholm',
    });
    expect(await read(`&known=${encodeURIComponent(before)}`)).toBeNull();
    expect(await read('&on=2026-11-24'), 'had not begun').toBeNull();
    expect(await read(`&on=2027-01-15&known=${encodeURIComponent(held)}`)).toMatchObject({ isRunning: true });
    expect(await read(`&on=2027-01-16&known=${encodeURIComponent(held)}`)).toMatchObject({ isRunning: false });
    // As is known today, a hold that was ended later ran until then.
    await rows('alter table reminder_hold disable trigger user');
    await rows(`update reminder_hold set from_on = '2026-11-20' where id = $1`, [id]);
    await rows('alter table reminder_hold enable trigger user');
    expect(await read('&on=2026-11-24')).toMatchObject({ isRunning: true, endedOn: null });
    expect((await officer.get(`${at}?known=2099-01-01`)).body.code).toBe('known-in-future');
  });

  test.each([
    ['in-the-past', '2026-11-01'],
    ['plan-too-late', '2029-01-01'],
  ])('a last day is refused: %s', async (code, untilOn) => {
    const officer = await api.signIn('officer@klyngevagt.example');
    const { status, body } = await officer.send('POST', `/api/v1/clusters/${slug}/reminder-holds`, {
      kind: 'snooze',
      reminderId: null,
      untilOn,
      reason,
    });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field: 'untilOn', code }]);
  });

  test('a reminder of another cluster holds nothing back', async () => {
    const officer = await api.signIn('officer@klyngevagt.example');
    const body = { kind: 'snooze', reminderId: await remind(), untilOn: '2026-12-10', reason };
    expect((await officer.send('POST', '/api/v1/clusters/made/reminder-holds', body)).status).toBe(404);
    expect((await officer.send('POST', `/api/v1/clusters/${slug}/reminder-holds`, body)).status).toBe(200);
  });
});

test('a mail that came back is a task, its text stays, and the ledger knows who said so', async () => {
  const id = await remind();
  const officer = await api.signIn('officer@klyngevagt.example');
  expect((await officer.send('POST', `/api/v1/reminders/${id}/bounce`, { reason })).status).toBe(200);
  expect(await rows('select state, failed_because as because, sent_at as "sentAt" from reminder where id = $1', [id])).toEqual([
    { state: 'failed', because: 'bounced', sentAt: null },
  ]);
  expect((await officer.get(`/api/v1/reminders/${id}/text`)).body).toMatchObject({ asSent: true, text: 'Ord' });
  expect(await rows(`select kind from reminder_action where reminder_id = $1`, [id])).toEqual([{ kind: 'bounce' }]);
  expect((await officer.send('POST', `/api/v1/reminders/${id}/bounce`, { reason })).status, 'once').toBe(409);
});

describe('a mail that a mail server returns', () => {
  const sent = async (state = 'sent') => {
    const sendingKey = randomUUID();
    const id = await remind({ sendingKey, state });
    const to = returnAddress('retur@klyngevagt.example', api.app.get(Settings).env.authSecret, sendingKey);
    return { id, mail: { to, messageId: `<${sendingKey}@klyngevagt.example>` } };
  };
  const handOver = async (payload: string, authorization: string | undefined = `Bearer ${word}`) => {
    const headers = { 'content-type': 'message/rfc822', ...(authorization && { authorization }) };
    return api.app.inject({ method: 'POST', url: '/api/v1/mail-returns', headers, payload });
  };
  const stateOf = async (id: string) =>
    (await rows(`select concat_ws(' ', state, failed_because) as state from reminder where id = $1`, [id]))[0]?.state;
  const actionsOn = (id: string) => rows(`select kind, source from reminder_action where reminder_id = $1`, [id]);
  const seen = () => api.log.filter((line) => line.includes('mail return')).map((line) => JSON.parse(line) as Json);

  test.each([
    ['Postfix', postfix],
    ['Exchange Online', exchangeOnline],
    ['Gmail', gmail],
  ])('%s: it is a task for the officer, in the ledger by the system, and told once', async (_name, shape) => {
    const { id, mail } = await sent();
    const answer = await handOver(shape(mail));
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
    expect(await stateOf(id)).toBe('failed bounced');
    expect((await handOver(shape(mail))).statusCode).toBe(204);
    expect(await actionsOn(id)).toEqual([{ kind: 'bounce', source: 'Meldt af en mailserver' }]);
    expect(seen().slice(-2)).toMatchObject([{ intake: 'failed' }, { intake: 'repeated' }]);
    const [ledger] = await rows(
      `select role, actor, request_id as "requestId" from ledger where entity = 'reminder_action' order by seq desc limit 1`,
    );
    expect(ledger).toEqual({ role: 'system', actor: null, requestId: seen().at(-2).requestId });
    const officer = await api.signIn('officer@klyngevagt.example');
    expect((await officer.get(`/api/v1/reminders/${id}/text`)).body).toMatchObject({ asSent: true, text: 'Ord' });
  });

  test('without an address of its own it is found by the mail inside', async () => {
    const { id, mail } = await sent();
    await handOver(exchangeOnline({ ...mail, to: 'klyngevagt@klyngevagt.example' }));
    expect(await stateOf(id)).toBe('failed bounced');
  });

  test('the record tells what the server said to those who read the mail, and nobody else', async () => {
    const { id, mail } = await sent();
    await handOver(postfix(mail, { action: 'delayed', status: '4.4.1', code: '451 4.4.1' }));
    expect(await stateOf(id), 'late is not lost').toBe('sent');
    await handOver(postfix(mail));
    const told = async (email: string) => {
      const { body } = await (await api.signIn(email)).get(`/api/v1/clusters/${slug}/reminder-record`);
      const steps = (body.cycles as Json[]).flatMap(({ deadlines }) => deadlines.flatMap((one: Json) => one.steps as Json[])) as Json[];
      return steps.find((step) => step.id === id).entries as Json[];
    };
    const entries = await told('officer@klyngevagt.example');
    const after = entries.map(({ code }) => code).filter((code) => code !== 'planned');
    expect(after).toEqual(['sent', 'delayed', 'returned', 'failed']);
    expect(entries.at(-2).text).toMatch(
      /ikke kunne aflevere mailen \(5\.1\.1\)\. Dens svar: »550 5\.1\.1 <anne\.holm@klynge\.example>: Recipient/,
    );
    expect(JSON.stringify(await told('reader@klyngevagt.example'))).not.toContain('@klynge.example');
  });

  test('one that is still in hand came out, since it came back', async () => {
    const { id, mail } = await sent('sending');
    await handOver(postfix(mail));
    expect(await stateOf(id)).toBe('failed bounced');
  });

  test('whatever else is handed over is answered alike, changes nothing and leaves no address in the log', async () => {
    const { id, mail } = await sent();
    const other = { ...mail, to: mail.to.replace(/\.[\da-f]{16}@/, '.0123456789abcdef@') };
    const strange: Returned = { to: 'x@klyngevagt.example', messageId: `<${randomUUID()}@klyngevagt.example>` };
    for (const payload of [postfix(other), postfix(strange), holidayNote(mail), 'x', '']) {
      const { statusCode, body } = await handOver(payload);
      expect([statusCode, body]).toEqual([204, '']);
    }
    expect(
      seen()
        .slice(-5)
        .map(({ intake }) => intake),
    ).toEqual(['unknown', 'unknown', 'no-report', 'no-report', 'no-report']);
    expect(await stateOf(id)).toBe('sent');
    expect(await actionsOn(id)).toEqual([]);
    expect(api.log.join('')).not.toContain('anne.holm');
  });

  test('only whoever knows the word hands over; what is too long is not read', async () => {
    const { id, mail } = await sent();
    for (const wrong of ['', 'Bearer x', word]) expect((await handOver(postfix(mail), wrong)).statusCode).toBe(401);
    expect(await stateOf(id)).toBe('sent');
    expect((await handOver('x'.repeat(257 * 1024))).statusCode).toBe(400);
  });
});

test('a weekly mail that came back is told to the office until a later one is out, and to nobody of a cluster', async () => {
  await rows(
    `insert into weekly_mail (person_id, week_on, state, failed_because)
     select id, '2026-11-16', 'failed', 'bounced' from person where email = 'officer@klyngevagt.example'`,
  );
  const failed = async (role: 'officer' | 'reader' | 'manager') =>
    (await (await api.as(role)).get('/api/v1/reminders')).body.failedWeeklyMails;
  const mail = { kind: 'weekly', weekOn: '2026-11-16', because: expect.stringMatching(/^Mailen kom retur/) };
  expect(await failed('officer')).toMatchObject([{ ...mail, recipient: 'Mette Lindholm' }]);
  expect(await failed('reader')).toMatchObject([{ ...mail, recipient: null }]);
  expect(await failed('manager')).toEqual([]);
  await rows(
    `insert into weekly_mail (person_id, week_on, state) select person_id, '2026-11-23', 'sent' from weekly_mail where week_on = '2026-11-16'`,
  );
  expect(await failed('officer')).toEqual([]);
});
