import { MessageRepository } from '@klyngevagt/db';
import type { CalendarDate } from '@klyngevagt/scoring';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMailer } from './mailer.js';
import { planCluster } from './planning.js';
import { sendDue } from './sending.js';
import { type Bench, noPause, openBench } from './testing/bench.js';
import type { WorkerContext } from './worker-context.js';

/** What a mail server does on a bad day, and what becomes of the reminders. */

let bench: Bench;
let hands: WorkerContext;
const on = '2026-12-18' as CalendarDate;

beforeEach(async () => {
  bench = await openBench();
  hands = bench.hands();
  await planCluster(hands, bench.clusterId, on);
});
afterEach(() => bench.close());

const everyone = ['anne.holm@example.dk', 'grethe.dam@example.dk', 'mette.lindholm@example.dk'];
const recipients = () =>
  bench.mailbox
    .mails()
    .flatMap(({ to }) => to)
    .sort();
const openRows = async () =>
  (await bench.states()).filter((state) => / (planned|sending|uncertain|failed)$/.test(state) && state.includes('booking 0'));

test('the mail server is away: nothing is lost, and all arrive later', async () => {
  bench.mailbox.faults.refuse = true;
  expect(await sendDue(hands, on)).toMatchObject({ mails: 0, postponed: 1 });
  expect(recipients()).toEqual([]);
  bench.mailbox.faults.refuse = false;
  expect(await sendDue(hands, on)).toMatchObject({ mails: 3 });
  expect(recipients()).toEqual(everyone);
});

test('nobody listens at all: the same', async () => {
  const deaf = {
    ...hands,
    mailer: createMailer({ ...bench.env, smtpUrl: 'smtp://127.0.0.1:1' }),
  };
  expect(await sendDue(deaf, on)).toMatchObject({ mails: 0, postponed: 1 });
  expect(await sendDue(hands, on)).toMatchObject({ mails: 3 });
});

test('"later" is taken for later: the next attempt sends', async () => {
  bench.mailbox.faults.temporaryFailures = 2;
  const counts = await sendDue(hands, on);
  expect(counts).toMatchObject({ postponed: 2, sent: 3, failed: 0 });
  expect(recipients()).toEqual(everyone);
});

test('the pause grows, and a postponed mail waits for it', async () => {
  const patient = bench.hands({ pauseMs: (attempts) => attempts * 3_600_000 });
  bench.mailbox.faults.temporaryFailures = 1;
  expect(await sendDue(patient, on)).toMatchObject({ postponed: 1, sent: 2 });
  expect(await sendDue(patient, on)).toMatchObject({ mails: 0 });
  const nextAttemptAt = await patient.messages.nextAttemptAt();
  expect((nextAttemptAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(3_000_000);
});

test('a server that says "later" for ever is a task for a person in the end', async () => {
  bench.mailbox.faults.temporaryFailures = 100;
  await sendDue(bench.hands({ maxAttempts: 2 }), on);
  const failed = await bench.reminders.list({ scope: { kind: 'all' }, state: 'failed' });
  expect(failed.map(({ failedBecause, attempts }) => [failedBecause, attempts])).toEqual(['', '', ''].map(() => ['retries-exhausted', 2]));
});

test('a server that is away turns no mail down: however often it was tried, "later" is counted from the first time it is said', async () => {
  const strict = bench.hands({ maxAttempts: 2 });
  bench.mailbox.faults.refuse = true;
  for (let time = 0; time < 3; time += 1) await sendDue(strict, on);
  bench.mailbox.faults.refuse = false;
  bench.mailbox.faults.closing = true;
  // It says goodbye in the middle of the conversation: away too, and the next mail would fare no better.
  expect(await sendDue(strict, on)).toMatchObject({ mails: 0, postponed: 1, failed: 0 });
  bench.mailbox.faults.closing = false;
  bench.mailbox.faults.temporaryFailures = 1;
  expect(await sendDue(strict, on)).toMatchObject({ mails: 3, postponed: 1, failed: 0 });
  expect(recipients()).toEqual(everyone);
});

test('one refused recipient is a task; the others get theirs', async () => {
  bench.mailbox.faults.rejectRecipients = ['anne.holm@example.dk'];
  expect(await sendDue(hands, on)).toMatchObject({ mails: 2, failed: 1 });
  expect(recipients()).toEqual(everyone.slice(1));
  const [failed] = await bench.reminders.list({ scope: { kind: 'all' }, state: 'failed' });
  expect(failed).toMatchObject({ failedBecause: 'refused', personEmail: 'anne.holm@example.dk' });
  // With the address put right, sending again is one action.
  bench.mailbox.faults.rejectRecipients = [];
  await bench.reminders.requestSendNow(failed?.id ?? '', { kind: 'all' }, { byPersonId: null, reason: 'Adressen er rettet' });
  await sendDue(hands, on);
  expect(recipients()).toEqual(everyone);
});

test('a crash between sending and recording: retried once under the same Message-ID, and marked', async () => {
  class Crashing extends MessageRepository {
    override recordSent(): Promise<void> {
      throw new Error('the power is gone');
    }
  }
  const crashing: WorkerContext = { ...hands, messages: new Crashing(bench.database.dataSource) };
  await expect(sendDue(crashing, on)).rejects.toThrow('the power is gone');
  expect(bench.mailbox.mails()).toHaveLength(1);
  // The row is still in hand: before the lease is over nobody else takes it.
  expect(await sendDue(hands, on)).toMatchObject({ mails: 2, interrupted: 0 });

  const later = bench.hands({ ...noPause, leaseMs: 0 });
  const counts = await sendDue(later, on);
  expect(counts).toMatchObject({ interrupted: 1, mails: 1 });
  const mails = bench.mailbox.mails();
  expect(mails).toHaveLength(4);
  const ids = await Promise.all(
    mails.map(async (mail) => (await bench.mailbox.content(mail)).headers.find(({ name }) => name === 'Message-ID')?.value),
  );
  expect(new Set(ids).size).toBe(3);
  const newest = mails[0];
  expect(newest && (await bench.mailbox.content(newest)).text).toMatch(
    /Mailen kan være sendt til dig før|You may have had this mail before/,
  );
  const repeats = (await bench.database.dataSource.query('select count(*)::int as count from message where is_possible_repeat')) as [
    { count: number },
  ];
  expect(repeats[0].count).toBe(1);
  expect(await openRows()).toEqual([]);
});

test('a mail that breaks off twice is left to a person, not sent a third time', async () => {
  class Crashing extends MessageRepository {
    override recordSent(): Promise<void> {
      throw new Error('the power is gone');
    }
  }
  const crashing: WorkerContext = { ...bench.hands({ leaseMs: 0 }), messages: new Crashing(bench.database.dataSource) };
  for (let time = 0; time < 2; time += 1) await expect(sendDue(crashing, on)).rejects.toThrow();
  const first = bench.mailbox.mails().at(-1)?.to[0];
  await sendDue(bench.hands({ leaseMs: 0 }), on);
  await sendDue(bench.hands({ leaseMs: 0 }), on);
  expect(recipients().filter((address) => address === first)).toHaveLength(2);
  const failed = await bench.reminders.list({ scope: { kind: 'all' }, state: 'failed' });
  expect(failed.map(({ failedBecause }) => failedBecause)).toEqual(['interrupted-again']);

  // The officer reads that it may have arrived, and sends it again: the same mail, and marked.
  await bench.reminders.requestSendNow(failed[0]?.id ?? '', { kind: 'all' }, { byPersonId: null, reason: 'Den kom ikke frem' });
  await sendDue(bench.hands(), on);
  const copies = bench.mailbox.mails().filter(({ to }) => to[0] === first);
  expect(copies).toHaveLength(3);
  expect(new Set(copies.map(({ messageId }) => messageId)).size).toBe(1);
  const [{ count }] = (await bench.database.dataSource.query('select count(*)::int as count from message where is_possible_repeat')) as [
    { count: number },
  ];
  expect(count).toBe(1);
});

test("a server's clock that was set back holds nothing up", async () => {
  class Crashing extends MessageRepository {
    override recordSent(): Promise<void> {
      throw new Error('the power is gone');
    }
  }
  await expect(sendDue({ ...hands, messages: new Crashing(bench.database.dataSource) }, on)).rejects.toThrow();
  bench.mailbox.faults.temporaryFailures = 2;
  expect(await sendDue(bench.hands({ pauseMs: () => 3_600_000 }), on)).toMatchObject({ postponed: 2, mails: 0 });
  // What was noted lies a day ahead of the clock.
  await bench.database.dataSource.query(
    `update reminder set claimed_at = claimed_at + interval '1 day', next_attempt_at = next_attempt_at + interval '1 day'`,
  );
  expect(await sendDue(hands, on)).toMatchObject({ interrupted: 1, mails: 3 });
});

test('the connection breaks after the text was handed over: uncertain, then one repeat', async () => {
  bench.mailbox.faults.closeAfterData = 1;
  const counts = await sendDue(hands, on);
  expect(counts).toMatchObject({ uncertain: 1, sent: 3, failed: 0 });
  expect(bench.mailbox.mails()).toHaveLength(4);
  expect(await openRows()).toEqual([]);
});

test('the server reads the text and never answers: the same', async () => {
  bench.mailbox.faults.hang = true;
  const impatient = { ...bench.hands({ pauseMs: () => 3_600_000 }), mailer: createMailer(bench.env, { socketTimeout: 4000 }) };
  expect(await sendDue(impatient, on)).toMatchObject({ uncertain: 3, sent: 0 });
  expect((await bench.reminders.sums({ kind: 'all' })).uncertain).toBe(3);
});

test('what is not needed any more is not sent, even where it is in hand already', async () => {
  bench.mailbox.faults.closeAfterData = 1;
  const patient = bench.hands({ pauseMs: () => 3_600_000 });
  await sendDue(patient, on);
  await bench.renew('2030-03-31');
  await bench.database.dataSource.query(`update reminder set next_attempt_at = null where state = 'uncertain'`);
  expect(await sendDue(hands, on)).toMatchObject({ mails: 0, notNeeded: 1 });
  expect((await bench.states()).filter((state) => /^booking 0 .*suppressed$/.test(state))).toHaveLength(1);
});

test('the sums of the day add up, and a missing mail is noticed', async () => {
  bench.mailbox.faults.rejectRecipients = ['anne.holm@example.dk'];
  await sendDue(hands, on);
  // Neither what is acknowledged nor what only shows in the product has a mail, and both are accounted for.
  const next = `(select id from reminder where state = 'planned' order by due_on desc, id limit 1)`;
  const { dataSource } = bench.database;
  await dataSource.query(`update reminder set state = 'acknowledged', acknowledged_at = now() where id = ${next}`);
  await dataSource.query(`update reminder set state = 'sent', channel = 'inbox', sent_at = now() where id = ${next}`);
  const sums = await hands.runs.reconcile(on);
  expect(sums).toMatchObject({ addsUp: true, sent: 3, acknowledged: 1, failed: 1, overdue: 0 });
  expect(sums.total).toBe(sums.sent + sums.superseded + sums.suppressed + sums.acknowledged + sums.failed + sums.toCome + sums.uncertain);
  await bench.database.dataSource.query('delete from message');
  expect(await hands.runs.reconcile(on)).toMatchObject({ addsUp: false, sentWithoutMessage: 2 });
});
