import { MailReturnRepository, recordAs, systemActor } from '@klyngevagt/db';
import { reminderRecordJob } from '@klyngevagt/documents/pdf';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { recordedClock } from '../testing/recorded-clock.js';
import { type Client, type Json, startTestApi, type TestApi } from '../testing/test-api.js';
import { DocumentPress } from './document-press.js';

let api: TestApi;
let officer: Client;
let manager: Client;
let reader: Client;
const slug = 'energy-cluster-denmark';
const at = `/api/v1/clusters/${slug}/reminder-record`;

const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
  const names = Object.keys(values);
  const [row] = (await api.database.dataSource.query(
    `insert into ${table} (cluster_id, person_id, ${names.join(', ')})
     select cluster.id, person.id, ${names.map((_, index) => `$${index + 1}`).join(', ')}
     from cluster, person where cluster.slug = '${slug}' and person.email = 'manager@klyngevagt.example' returning id`,
    Object.values(values),
  )) as { id: string }[];
  return row?.id ?? '';
};

async function letter(number: number, more: Record<string, unknown> = {}): Promise<string> {
  return insert('message', {
    language: 'da',
    sent_to: 'aase@klynge.example',
    subject: `Emne ${number}`,
    text: `Brev ${number}: <b>ordret</b>`,
    html: `<p>Brev ${number}</p>`,
    message_id_header: `<${number}@klyngevagt.example>`,
    smtp_answer: `250 queued ${number} for aase@klynge.example`,
    is_possible_repeat: false,
    sent_at: `2026-11-${10 + number}T05:15:0${number}Z`,
    sent_on: `2026-11-${10 + number}`,
    ...more,
  });
}

const step = { cycle: 'gold:renewal:x', event: 'booking', deadline_on: '2026-12-18', role: 'manager', created_at: '2026-10-01T04:00:00Z' };

beforeAll(async () => {
  api = await startTestApi();
  [officer, manager, reader] = await Promise.all([api.as('officer'), api.as('manager'), api.as('reader')]);
  await recordedClock(api.database).backdate('2026-10-01T12:00:00Z');
  await api.database.dataSource.query('delete from reminder');
  const sent = async (number: number, offset: number, more: Record<string, unknown> = {}) =>
    insert('reminder', {
      ...step,
      offset_days: offset,
      due_on: `2026-11-${10 + number}`,
      state: 'sent',
      sent_at: `2026-11-${10 + number}T05:15:0${number}Z`,
      message_id: await letter(number, number === 2 ? { is_possible_repeat: true } : {}),
      ...more,
    });
  await sent(1, -60);
  await sent(2, -30, { uncertain_at: '2026-11-12T05:00:00Z', requested_at: '2026-11-12T05:10:00Z', request_reason: 'Åse bad om den' });
  await insert('reminder', { ...step, offset_days: -14, due_on: '2026-12-04', state: 'suppressed', suppressed_because: 'overtaken' });
  await insert('reminder', { ...step, offset_days: -7, due_on: '2026-12-11', state: 'planned' });
  await insert('reminder', { ...step, offset_days: 0, due_on: '2026-12-18', state: 'failed', failed_because: 'refused' });
  const old = { ...step, deadline_on: '2026-11-30', offset_days: -7, due_on: '2026-11-23' };
  await insert('reminder', { ...old, state: 'superseded', superseded_at: '2026-11-01T09:00:00Z' });
  await recordAs(api.database.dataSource, systemActor('test'), async (manager) => {
    await manager.query(
      `insert into reminder_hold (cluster_id, person_id, kind, event, subject, deadline_on, from_on, until_on, plan_on, by_role, note, source, confidence, revision)
       select cluster.id, person.id, 'acknowledgement', 'booking', '', '2026-12-18', '2026-11-13', '2026-12-01', '2026-12-01', 'manager', 'Vi booker',
         'test', 'sourced', 1 from cluster, person where cluster.slug = '${slug}' and person.email = 'manager@klyngevagt.example'`,
    );
  });
  await api.database.dataSource.query(`update reminder set acknowledged_at = '2026-11-13T08:00:00Z' where offset_days = -30`);
});
afterAll(() => api.close());

const read = async (client: Client, query = ''): Promise<Json> => {
  const { status, body } = await client.get(`${at}${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const stepsOf = (record: Json): Json[] => record.cycles.flatMap(({ deadlines }: Json) => deadlines.flatMap(({ steps }: Json) => steps));
const entries = (record: Json) => JSON.stringify(stepsOf(record).map((one) => one.entries));

test('the record answers in a sentence, and tells of each reminder what became of it, with the very text', async () => {
  const record = await read(officer);
  expect(record.summary).toMatch(
    /^Klyngen blev varslet 2 gange om én frist: første gang 11\.\snovember\s2026 kl\.\s06\.15\.01 \(UTC\+1\), senest 12\./u,
  );
  expect(record.summary).toContain('Én påmindelse til klyngen nåede ikke frem.');
  expect(record).toMatchObject({ slug, total: 6, marking: 'illustrative', seesNames: true, period: { from: null, to: null } });
  expect(record.stamp).toMatchObject({ today: '2026-11-25', known: null, by: { name: 'Mette Lindholm', role: 'Programansvarlig' } });
  expect(stepsOf(record).map(({ state }) => state)).toEqual(['superseded', 'sent', 'sent', 'suppressed', 'planned', 'failed']);
  for (const part of [
    'Bortfaldet: fristen flyttede til 18. december 2026.'.replaceAll(' d', '\u00a0d').replaceAll(' 2026', '\u00a02026'),
    'bad om, at den blev sendt nu: »Åse bad om den«',
    'mulig gentagelse',
    'Undladt: En nyere påmindelse',
    'Sagen er åben hos',
  ])
    expect(entries(record)).toContain(part);
  expect(record.letters.map(({ number, subject, text, sentTo }: Json) => [number, subject, text, sentTo])).toEqual([
    [1, 'Emne 1', 'Brev 1: <b>ordret</b>', 'aase@klynge.example'],
    [2, 'Emne 2', 'Brev 2: <b>ordret</b>', 'aase@klynge.example'],
  ]);
  const sent = stepsOf(record).filter(({ state }) => state === 'sent');
  expect(sent.map((one) => one.entries.find(({ code }: Json) => code === 'sent').letter)).toEqual([1, 2]);
  expect(record.summary).toMatch(/Klyngen kvitterede 13\.\snovember/u);
  expect(record.holds).toEqual([{ at: expect.any(String), text: expect.stringMatching(/kvitterede\..* 1\.\sdecember.*»Vi booker«$/u) }]);
  expect(sent[1].entries.map(({ code }: Json) => code)).toEqual(['planned', 'interrupted', 'requested', 'sent', 'acknowledged']);
});

test('what was recorded about the date when notice was first sent is told, where notice was sent', async () => {
  const { cycles } = await read(officer);
  const bases = cycles.flatMap(({ deadlines }: Json) => deadlines.map(({ basis }: Json) => basis));
  expect(bases.map((basis: Json) => basis !== null)).toEqual([false, true]);
  expect(bases[1].title).toMatch(/^Hvad der var registreret om fristen.*11\.\snovember/u);
  expect(bases[1].lines.length).toBeGreaterThan(3);
});

test('a period shows what was to go out in it, and numbers its letters anew', async () => {
  const record = await read(officer, '?from=2026-11-12&to=2026-11-30');
  expect(stepsOf(record).map(({ dueOn }) => dueOn)).toEqual(['2026-11-23', '2026-11-12']);
  expect(record.letters.map(({ number, subject }: Json) => [number, subject])).toEqual([[1, 'Emne 2']]);
  expect((await read(officer, '?from=2031-01-01')).summary).toContain('i perioden');
  expect(await officer.get(`${at}?from=2026-12-01&to=2026-11-01`)).toMatchObject({ status: 400, body: { code: 'date-order' } });
});

test('at a recorded time nothing stands that came later', async () => {
  const record = await read(officer, '?known=2026-11-11');
  expect(stepsOf(record).map(({ state }) => state)).toEqual(expect.arrayContaining(['sent', 'planned']));
  expect(record.letters.map(({ subject }: Json) => subject)).toEqual(['Emne 1']);
  expect(entries(record)).not.toContain('Åse bad om den');
  expect([record.holds, record.summary.includes('kvitterede')]).toEqual([[], false]);
});

test('a reader learns when the cluster was warned, and neither who nor in which words', async () => {
  const record = await read(reader);
  const text = JSON.stringify({ ...record, stamp: null });
  expect(record.summary).toContain('varslet 2 gange');
  for (const secret of ['aase@klynge.example', 'Emne 1', 'ordret', 'Åse bad', 'Vi booker', 'Mette Lindholm', 'Peter'])
    expect(text).not.toContain(secret);
  expect(record.letters.map(({ withheld }: Json) => withheld)).toEqual(['not-for-you', 'not-for-you']);
});

test('a mail about several clusters gives only what it said about this one', async () => {
  const { dataSource } = api.database;
  const [message] = (await dataSource.query(`select id from message where subject = 'Emne 1'`)) as { id: string }[];
  await dataSource.query('update message set cluster_id = null where id = $1', [message?.id]);
  expect((await read(manager)).letters[0]).toMatchObject({ subject: null, text: null, withheld: 'erased' });
  await dataSource.query(
    `insert into message_part (message_id, cluster_id, text, html) select $1, id, 'Kun om os', '' from cluster where slug = $2`,
    [message?.id, slug],
  );
  expect((await read(manager)).letters[0]).toMatchObject({ subject: null, text: 'Kun om os', isPart: true });
});

test('the document says what the page says, in the language asked for', async () => {
  const print = vi.spyOn(api.app.get(DocumentPress), 'print');
  const fetched = await api.app.inject({ url: `${at}.pdf`, headers: { cookie: officer.cookie } });
  expect([fetched.statusCode, fetched.headers['content-type'], fetched.rawPayload.subarray(0, 5).toString()]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ]);
  expect(String(fetched.headers['content-disposition'])).toContain(`paamindelsesjournal-${slug}-2026-11-25-illustrativ.pdf`);
  const printed = print.mock.calls[0]?.[0].data as Record<string, unknown>;
  const page = reminderRecordJob(await read(officer), 'da').data as Record<string, unknown>;
  for (const part of ['title', 'mark', 'summary', 'cycles', 'annexes']) expect(printed[part], part).toEqual(page[part]);
  const english = await api.app.inject({ url: `${at}.pdf?language=en`, headers: { cookie: reader.cookie } });
  expect(String(english.headers['content-disposition'])).toContain('reminder-record-');
  expect(JSON.stringify(print.mock.calls[1]?.[0].data)).toContain('The cluster was warned 2 times');
  expect(JSON.stringify(print.mock.calls[1]?.[0].data)).not.toContain('aase@klynge.example');
});

test.each([
  ['an officer told that it came back', 'came-back', 'registrerede, at mailen kom retur: »Serveren svarede 550«'],
  ['a mail server told so', 'returned', 'ikke kunne aflevere mailen (5.1.1). Dens svar: »no such user«'],
])('a mail that came back stands beside the one that was sent anew: %s', async (_, code, told) => {
  const { dataSource } = api.database;
  await dataSource.query('delete from reminder');
  const [first, second] = [randomUUID(), randomUUID()];
  const mail = (number: number, key: string) => letter(number, { message_id_header: `<${key}@klyngevagt.example>` });
  const id = await insert('reminder', {
    ...step,
    offset_days: -14,
    due_on: '2026-11-15',
    state: 'sent',
    sent_at: '2026-11-15T05:15:05Z',
    sending_key: first,
    message_id: await mail(5, first),
  });
  if (code === 'came-back') {
    await officer.send('POST', `/api/v1/reminders/${id}/bounce`, { reason: 'Serveren svarede 550' });
  } else {
    const returned = { sendingKey: first, kind: 'failed', status: '5.1.1', diagnostic: 'no such user' } as const;
    expect(await new MailReturnRepository(dataSource).record(systemActor('test'), 'test', returned)).toBe('recorded');
  }
  expect((await officer.send('POST', `/api/v1/reminders/${id}/sending`, { reason: 'Adressen er rettet' })).status).toBeLessThan(300);
  expect(stepsOf(await read(officer))[0]).toMatchObject({ state: 'planned' });
  await dataSource.query(`update reminder set state = 'sent', sent_at = now(), sending_key = $2, message_id = $3 where id = $1`, [
    id,
    second,
    await mail(6, second),
  ]);

  const record = await read(officer);
  expect(
    record.letters.map(({ number, subject, text, sentTo, answer, reminderId }: Json) => [
      number,
      subject,
      text,
      sentTo,
      answer,
      reminderId,
    ]),
  ).toEqual([
    [1, 'Emne 5', 'Brev 5: <b>ordret</b>', 'aase@klynge.example', '250 queued 5 for aase@klynge.example', null],
    [2, 'Emne 6', 'Brev 6: <b>ordret</b>', 'aase@klynge.example', '250 queued 6 for aase@klynge.example', id],
  ]);
  const [one] = stepsOf(record);
  expect(one.entries.filter(({ code: what }: Json) => what === 'sent').map((entry: Json) => entry.letter)).toEqual([1, 2]);
  expect(one.entries.find(({ code: what }: Json) => what === code).text).toContain(told);
  expect(entries(record)).toContain('»Adressen er rettet«');
  const whatReadersGet = JSON.stringify(await read(reader));
  for (const secret of ['svarede 550', 'no such user', 'Adressen er rettet']) expect(whatReadersGet).not.toContain(secret);
  const printed = JSON.stringify(reminderRecordJob(record, 'da').data);
  for (const part of ['Emne 5', 'Brev 5', 'Emne 6', 'Brev 6', told]) expect(printed).toContain(part);
});

test('at a recorded time before it came back, or was sent anew, a mail stands as it stood then', async () => {
  const { dataSource } = api.database;
  await dataSource.query(`update reminder set requested_at = '2026-11-20T08:00:00Z'`);
  await dataSource.query(`update reminder_return set returned_at = '2026-11-18T08:00:00Z'`);
  await dataSource.query(`update reminder set sent_at = '2026-11-20T08:00:01Z'`);
  const at = async (known: string) => {
    const record = await read(officer, `?known=${known}`);
    return [stepsOf(record)[0]?.state, record.letters.length, entries(record).includes('»Adressen er rettet«')];
  };
  expect([await at('2026-11-16'), await at('2026-11-19'), await at('2026-11-21')]).toEqual([
    ['sent', 1, false],
    ['failed', 1, false],
    ['sent', 2, true],
  ]);
});
