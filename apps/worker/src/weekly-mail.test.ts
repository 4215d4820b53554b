import {
  LedgerRepository,
  MailPreferenceRepository,
  MailReturnRepository,
  readReturnAddress,
  recordAs,
  systemActor,
  WeeklyMailRepository,
} from '@klyngevagt/db';
import { calendarDate } from '@klyngevagt/scoring';
import { afterEach, expect, test, vi } from 'vitest';
import { type Bench, openBench } from './testing/bench.js';
import { mondayOf, sendWeekly } from './weekly-mail.js';

let bench: Bench;
afterEach(() => bench.close());

const monday = calendarDate('2026-11-30');
const mails = () => bench.mailbox.mails();

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing was sent');
  return value;
}

test('the week begins on its Monday', async () => {
  bench = await openBench();
  expect(['2026-11-30', '2026-12-02', '2026-12-06', '2026-12-07'].map((day) => mondayOf(calendarDate(day)))).toEqual([
    '2026-11-30',
    '2026-11-30',
    '2026-11-30',
    '2026-12-07',
  ]);
});

test('an officer is told what is due, what needs action and the head of the ledger; the text is kept', async () => {
  bench = await openBench();
  const { dataSource } = bench.database;
  const ledger = new LedgerRepository(dataSource);
  // One round need not be enough: other databases' transactions on the server hold rows back for as long as they last.
  await vi.waitFor(
    async () => {
      await ledger.seal();
      expect((await ledger.sealHealth()).unsealedRows).toBe(0);
    },
    { timeout: 45_000 },
  );
  const head = await ledger.sealHead();
  expect(await sendWeekly(bench.hands(), monday)).toMatchObject({ mails: 1 });
  const [mail] = mails();
  expect(mail?.to).toEqual(['mette.lindholm@example.dk']);
  expect(mail?.subject).toMatch(/^\d+ klynger kræver handling i ugen fra 30\. november 2026$/);
  const { text } = await bench.mailbox.content(present(mail));
  expect(text).toContain('Danish Life Science Cluster – Book audit: fredag 18. december 2026');
  expect(text).toContain('Kan ikke afgøres');
  expect(text).toContain(`${head?.position} poster, ${head?.hash}`);
  const kept = await dataSource.query('select subject, cluster_id as "clusterId" from message');
  expect(kept).toEqual([{ subject: mail?.subject, clusterId: null }]);
});

test('how reminders are looked after stands in it: last run, sent, waiting, failed, held back', async () => {
  bench = await openBench();
  const { runs } = bench.hands();
  const id = await runs.start('send', monday);
  await runs.finish(id, { counts: {}, nextRunAt: null, error: null });
  await bench.database.dataSource.query(`update worker_run set started_at = '2026-03-30T05:45:00Z'`);
  const add = (event: string, dueOn: string, state: string) =>
    bench.database.dataSource.query(
      `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state, failed_because)
       values ($1, 'test', $2, -7, '2027-01-01', $3, 'manager', $4, $5::text, case when $5::text = 'failed' then 'refused' end)`,
      [bench.clusterId, event, bench.people.manager, dueOn, state],
    );
  await add('booking', '2026-11-29', 'planned');
  await add('end', '2027-02-01', 'planned');
  await add('window-end', '2026-11-20', 'failed');
  await sendWeekly(bench.hands(), monday);
  const { text } = await bench.mailbox.content(present(mails()[0]));
  // The demonstration's day, at the hour on the wall.
  expect(text).toMatch(/Udsendelsen kørte senest 30\.\s+november\s+2026\s+kl\.\s+07\.45\./);
  expect(text).toContain('Påmindelser: 0 sendt, 2 venter, 1 fejlet, 1 forfaldne og ikke sendt.');
});

test.each([
  ['nothing ran on Monday: it goes out on Tuesday', '2026-12-01'],
  ['nothing ran until Friday', '2026-12-04'],
])('%s, and once', async (_, day) => {
  bench = await openBench();
  const on = calendarDate(day);
  expect(await sendWeekly(bench.hands(), on)).toMatchObject({ mails: 1 });
  expect(mails()[0]?.subject).toMatch(/i ugen fra 30\. november 2026$/);
  await sendWeekly(bench.hands(), on);
  await sendWeekly(bench.hands(), calendarDate('2026-12-04'));
  expect(mails()).toHaveLength(1);
});

test('the first working day of a week that begins with a holiday is a later one; at weekends nothing goes out', async () => {
  bench = await openBench();
  for (const closed of ['2026-04-06', '2026-12-05', '2026-12-06'])
    expect(await sendWeekly(bench.hands(), calendarDate(closed)), closed).toMatchObject({ mails: 0 });
  expect(await sendWeekly(bench.hands(), calendarDate('2026-04-07'))).toMatchObject({ mails: 1 });
});

test('who becomes an officer on a later day waits for the next week; who does on the first one does not', async () => {
  bench = await openBench();
  await sendWeekly(bench.hands(), monday);
  const become = (id: string) =>
    recordAs(bench.database.dataSource, systemActor('test'), (manager) =>
      manager.query(`update person set role = 'officer', revision = revision + 1 where id = $1`, [id]),
    );
  await become(bench.people.manager);
  expect(await sendWeekly(bench.hands(), monday)).toMatchObject({ mails: 1 });
  await become(bench.people.chair);
  expect(await sendWeekly(bench.hands(), calendarDate('2026-12-01'))).toMatchObject({ mails: 0 });
  expect(await sendWeekly(bench.hands(), calendarDate('2026-12-07'))).toMatchObject({ mails: 3 });
});

test('two workers at once, and the same week again, send it once; the next week is another mail', async () => {
  bench = await openBench();
  await Promise.all([sendWeekly(bench.hands(), monday), sendWeekly(bench.hands(), monday)]);
  await sendWeekly(bench.hands(), calendarDate('2026-12-02'));
  expect(mails()).toHaveLength(1);
  await sendWeekly(bench.hands(), calendarDate('2026-12-07'));
  expect(mails()).toHaveLength(2);
});

test('a sending that broke off is tried once more under the same Message-ID, and marked', async () => {
  bench = await openBench();
  bench.mailbox.faults.closeAfterData = 1;
  expect(await sendWeekly(bench.hands(), monday)).toMatchObject({ mails: 1, uncertain: 1 });
  const kept = await bench.database.dataSource.query('select is_possible_repeat as "isRepeat" from message');
  expect(kept).toEqual([{ isRepeat: true }]);
  const ids = mails().map(({ messageId }) => messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('one that comes back, even before it is recorded, has failed; its text is kept', async () => {
  bench = await openBench();
  const hands = bench.hands();
  const { dataSource } = bench.database;
  const { mailer } = hands;
  const returning: typeof mailer = {
    ...mailer,
    send: async (mail) => {
      const answer = await mailer.send(mail);
      const address = readReturnAddress(bench.env.authSecret, mails()[0]?.from ?? '');
      const told = { kind: 'failed', status: '5.1.1', diagnostic: '', sendingKey: mail.sendingKey } as const;
      expect(address).toEqual({ sendingKey: mail.sendingKey });
      await new MailReturnRepository(dataSource).record(systemActor('test'), 'test', told);
      return answer;
    },
  };
  await sendWeekly({ ...hands, mailer: returning }, monday);
  expect(await dataSource.query(`select state, failed_because as because, message_id is not null as kept from weekly_mail`)).toEqual([
    { state: 'failed', because: 'bounced', kept: true },
  ]);
  // Nothing else tells of it: it stays open until a later one is out.
  const repository = new WeeklyMailRepository(dataSource);
  expect(await repository.readFailed()).toMatchObject([
    { kind: 'weekly', weekOn: monday, because: 'bounced', personName: 'Mette Lindholm' },
  ]);
  await sendWeekly(hands, calendarDate('2026-12-07'));
  expect(await repository.readFailed()).toEqual([]);
});

test('who is no officer any more gets none', async () => {
  bench = await openBench();
  await sendWeekly({ ...bench.hands(), stopping: AbortSignal.abort() }, monday);
  const { dataSource } = bench.database;
  await dataSource.query(`set session_replication_role = 'replica'`);
  await dataSource.query(`update person set role = null where id = $1`, [bench.people.officer]);
  await dataSource.query(`set session_replication_role = 'origin'`);
  expect(await sendWeekly(bench.hands(), monday)).toMatchObject({ mails: 0 });
  expect(mails()).toEqual([]);
});

test('a quiet week is told to whoever asked for it, and to nobody of whom it is not true; an overview that is not wanted is not sent', async () => {
  bench = await openBench();
  const hands = bench.hands();
  const { dataSource } = bench.database;
  const choices = new MailPreferenceRepository(dataSource);
  await choices.choose(bench.people.manager, 'quiet', true);
  await choices.choose(bench.people.officer, 'quiet', true);
  await choices.choose(bench.people.officer, 'weekly', false);
  // Sending has run to its end, and on the Friday before something went to the officer.
  await hands.runs.finish(await hands.runs.start('send', monday), { counts: {}, nextRunAt: null, error: null });
  await dataSource.query(
    `insert into message (person_id, cluster_id, kind, language, sent_to, subject, text, html, message_id_header, smtp_answer, sent_at, sent_on)
     values ($1, $2, 'reminder', 'da', 'x', 'x', 'x', 'x', '<x@x>', '250', now(), '2026-11-27')`,
    [bench.people.officer, bench.clusterId],
  );
  expect(await sendWeekly(hands, monday)).toMatchObject({ mails: 1 });
  const [mail] = mails();
  expect(mail?.to).toEqual(['anne.holm@example.dk']);
  const { text, headers } = await bench.mailbox.content(present(mail));
  expect(text).toContain('I ugen fra mandag den 23. november 2026 var der ingen påmindelser til dig om Danish Life Science Cluster.');
  expect(text).toMatch(/\/unsubscribe\/[\w-]{20,}/);
  expect(headers.some(({ name }) => name === 'List-Unsubscribe-Post')).toBe(true);
  expect(await sendWeekly(hands, monday), 'once').toMatchObject({ mails: 0 });
});
