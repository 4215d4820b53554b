import { LedgerRepository } from '@klyngevagt/db';
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
    { timeout: 20_000 },
  );
  const head = await ledger.sealHead();
  expect(await sendWeekly(bench.hands(), monday)).toMatchObject({ mails: 1 });
  const [mail] = mails();
  expect(mail?.to).toEqual(['mette.lindholm@example.dk']);
  expect(mail?.subject).toMatch(/^Ugen fra 30\. november 2026: \d+ klynger kræver handling$/);
  const { text } = await bench.mailbox.content(present(mail));
  expect(text).toContain('Danish Life Science Cluster: Book audit: 18. december 2026');
  expect(text).toContain('Kan ikke afgøres');
  expect(text).toContain(`${head?.position} poster, ${head?.hash}`);
  const kept = await dataSource.query('select subject, cluster_id as "clusterId" from message');
  expect(kept).toEqual([{ subject: mail?.subject, clusterId: null }]);
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
