import { recordAs, systemActor } from '@klyngevagt/db';
import type { CalendarDate } from '@klyngevagt/scoring';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planAll } from './planning.js';
import { sendDue } from './sending.js';
import { type Bench, openBench } from './testing/bench.js';
import type { WorkerContext } from './worker-context.js';

/** Who is told in one mail, who in a mail of its own, who in the product only, and who is told in somebody's place. */

let bench: Bench;
let hands: WorkerContext;
let otherId: string;

/** Fourteen days before the last safe booking day of both clusters: a step for managers, not urgent. */
const routineOn = '2026-12-04' as CalendarDate;
/** Seven days before: manager, chair and officer, urgent. */
const urgentOn = '2026-12-11' as CalendarDate;

const write = (sql: string, values: unknown[] = []) =>
  recordAs(bench.database.dataSource, systemActor('test'), (manager) => manager.query(sql, values));
const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => bench.database.dataSource.query(sql, values);
const mailsTo = (address: string) => bench.mailbox.mails().filter(({ to }) => to.includes(address));
const contentOf = async (address: string, place = 0) => {
  const mail = mailsTo(address)[place];
  if (!mail) throw new Error(`no mail to ${address}`);
  return bench.mailbox.content(mail);
};
const headOf = (headers: readonly { name: string; value: string }[], name: string) =>
  headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value ?? null;

/** A second cluster with the same end, whose manager is the first one's too. */
beforeEach(async () => {
  bench = await openBench();
  hands = bench.hands();
  otherId = (await query<{ id: string }>(`select id from cluster where slug = 'made'`))[0]!.id;
  await write('delete from award where cluster_id = $1', [otherId]);
  await write(
    `insert into award (cluster_id, level, kind, approved_on, valid_from, valid_until, valid_until_basis, source, confidence, revision)
     select $1, level, kind, approved_on, valid_from, valid_until, valid_until_basis, source, confidence, 1 from award where cluster_id = $2`,
    [otherId, bench.clusterId],
  );
  await write(
    `insert into record_confirmation (cluster_id, confirmed_on, source, confidence, revision) values ($1, '2026-11-01', 'test', 'sourced', 1)`,
    [otherId],
  );
  await write(`delete from membership where cluster_id = $1 and starts_on >= '2025-01-01'`, [otherId]);
  await write(
    `insert into membership (cluster_id, programme_id, member, bound, starts_on, source, confidence, revision)
     select $1, programme_id, member, bound, starts_on, source, confidence, 1 from membership
     where cluster_id = $2 and starts_on >= '2025-01-01'`,
    [otherId, bench.clusterId],
  );
  await write(
    `insert into person_cluster_role (person_id, cluster_id, role, starts_on, source, confidence, revision)
     values ($1, $2, 'manager', '2025-01-01', 'test', 'sourced', 1)`,
    [bench.people.manager, otherId],
  );
  await write('update cluster set responsible_officer_id = $1 where id = $2', [bench.people.officer, otherId]);
});
afterEach(() => bench.close());

async function nightOf(on: CalendarDate) {
  await planAll(hands, on);
  return sendDue(hands, on);
}

describe('one mail a day', () => {
  test('what is not urgent comes together, whatever the cluster, and each cluster’s people read their part only', async () => {
    expect(await nightOf(routineOn)).toMatchObject({ mails: 1, sent: 2 });
    const { text, headers } = await contentOf('anne.holm@example.dk');
    expect(text).toContain('Danish Life Science Cluster');
    expect(text).toContain('MADE');
    // Under the clock of a demonstration it is a mail of that day, whenever it was sent.
    expect(headOf(headers, 'Date')).toMatch(/^Fri, 04 Dec 2026|^Thu, 03 Dec 2026 23/);
    const rows = await query<{ kind: string; clusterId: string | null; sentOn: string; id: string }>(
      `select id, kind, cluster_id as "clusterId", sent_on::text as "sentOn" from message`,
    );
    expect(rows).toMatchObject([{ kind: 'digest', clusterId: null, sentOn: routineOn }]);
    const own = { kind: 'clusters' as const, clusterIds: [otherId] };
    const part = await hands.messages.readMessage(rows[0]!.id, otherId, own);
    expect(part?.text).toContain('MADE');
    expect(part?.text + (part?.html ?? '') + (part?.subject ?? '')).not.toContain('Life Science');
    expect((await hands.messages.readMessage(rows[0]!.id, otherId, { kind: 'all' }))?.text).toContain('Life Science');
  });

  test('a second run of the day, and what comes due meanwhile, wait for the next day', async () => {
    await nightOf(routineOn);
    await query(`update reminder set state = 'planned', sent_at = null, message_id = null where cluster_id = $1 and state = 'sent'`, [
      otherId,
    ]);
    expect(await sendDue(hands, routineOn)).toMatchObject({ mails: 0 });
    expect(await sendDue(hands, '2026-12-07' as CalendarDate)).toMatchObject({ mails: 1 });
  });

  test('what is urgent goes alone, one mail for each cluster', async () => {
    await nightOf(urgentOn);
    expect(mailsTo('anne.holm@example.dk')).toHaveLength(2);
    // She has both: each subject says which one is meant. The chair has one, and knows.
    const subjects = ['anne.holm@example.dk', 'grethe.dam@example.dk'].map((address) =>
      mailsTo(address)
        .map(({ subject }) => subject)
        .sort(),
    );
    const [first, second] = ['Danish Life Science Cluster', 'MADE'];
    expect(subjects[0]).toEqual([expect.stringContaining(`${first}: Book`), expect.stringContaining(`${second}: Book`)]);
    expect(subjects[1]).toEqual([expect.stringMatching(/^Book the gold audit/)]);
    expect(mailsTo('mette.lindholm@example.dk')).toHaveLength(2);
    expect(mailsTo('grethe.dam@example.dk')).toHaveLength(1);
  });

  test('two workers send one digest', async () => {
    await planAll(hands, routineOn);
    await Promise.all([bench.hands(), bench.hands(), bench.hands()].map((worker) => sendDue(worker, routineOn)));
    expect(mailsTo('anne.holm@example.dk')).toHaveLength(1);
  });
});

describe('channels and choices', () => {
  test('a step for the inbox is out without a mail', async () => {
    await write(`update reminder_step_rule set channel = 'inbox' where event = 'booking' and offset_days = -14`);
    expect(await nightOf(routineOn)).toMatchObject({ mails: 0, sent: 2 });
    expect(bench.mailbox.mails()).toEqual([]);
    expect(
      await query(`select distinct state, message_id as message from reminder where channel = 'inbox' and due_on = $1`, [routineOn]),
    ).toEqual([{ state: 'sent', message: null }]);
  });

  test('a kind that somebody does without is not sent, and said so; a duty is sent all the same', async () => {
    await write(
      `insert into recommendation (cluster_id, given_on, indicators, owner, due_on, text, source, confidence, revision)
       values ($1, '2026-11-01', '{1}', 'cluster', '2026-12-04', 'Beskriv strategien', 'test', 'sourced', 1)`,
      [bench.clusterId],
    );
    const { preferences } = bench.hands();
    await nightOf('2026-11-18' as CalendarDate);
    await nightOf('2026-11-20' as CalendarDate);
    const { headers, text } = await contentOf('anne.holm@example.dk');
    expect(text).toContain('Beskriv strategien');
    expect(headOf(headers, 'List-Unsubscribe')).toMatch(/^<http:\/\/127\.0\.0\.1:3000\/api\/unsubscribe\/[\w-]+>$/);
    expect(headOf(headers, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');

    await (preferences as unknown as { choose(person: string, kind: string, wanted: boolean): Promise<void> }).choose(
      bench.people.manager,
      'recommendation',
      false,
    );
    await write(
      `insert into document (cluster_id, subject_kind, subject_id, title, expires_on, source, confidence, revision)
       values ($1, 'cluster', $2, 'Vedtægter', '2027-01-03', 'test', 'sourced', 1)`,
      [bench.clusterId, bench.clusterId],
    );
    await nightOf(routineOn);
    const later = await contentOf('anne.holm@example.dk');
    expect(later.text).not.toContain('Beskriv strategien');
    // It tells of a document too, but a press that promised to end the whole mail would promise too much.
    expect(later.text).toMatch(
      /Vedtægter[^]*Det, der hører til forpligtelsen, kan ikke fravælges\.\s+Fravælg mails om dokumenters udløb:\s+http/,
    );
    expect(headOf(later.headers, 'List-Unsubscribe')).toBeNull();
    expect(
      await query(`select state, suppressed_because as because from reminder where event = 'recommendation' and offset_days = 0`),
    ).toContainEqual({ state: 'suppressed', because: 'unsubscribed' });
  });

  test('the kept text lets nobody act in the reader’s place', async () => {
    await nightOf(urgentOn);
    const { text } = await contentOf('grethe.dam@example.dk');
    expect(text).toMatch(/\/acknowledge\/[\w-]{20,}/);
    const [kept] = await query<{ text: string; html: string }>(`select text, html from message where sent_to = 'grethe.dam@example.dk'`);
    expect(kept?.text).toContain('/acknowledge/…');
    expect(`${kept?.text}${kept?.html}`).not.toMatch(/\/acknowledge\/[\w-]{20,}/);
  });
});

describe('when somebody is not there', () => {
  test('a manager who cannot be reached: chair and officer are told the same day', async () => {
    bench.mailbox.faults.rejectRecipients = ['anne.holm@example.dk'];
    const counts = await nightOf(routineOn);
    expect(counts).toMatchObject({ failed: 2 });
    expect(mailsTo('grethe.dam@example.dk')).toHaveLength(1);
    expect(mailsTo('mette.lindholm@example.dk')).toHaveLength(1);
    expect(
      await query(`select distinct role, escalated_from as "from" from reminder where escalated_from is not null order by role`),
    ).toEqual([
      { role: 'chair', from: 'manager' },
      { role: 'officer', from: 'manager' },
    ]);
    expect((await contentOf('mette.lindholm@example.dk')).text).toMatch(/Klyngelederen kunne ikke nås/);
    // Planned and sent again, nothing more happens.
    expect(await nightOf(routineOn)).toMatchObject({ mails: 0, failed: 0 });
  });

  test('out of office hours, and on a closed day, what is due is held back and comes later', async () => {
    // As far from this hour as can be: a change of the clocks meanwhile is not enough to reach it.
    const from = (hands.clock.hour() + 12) % 24;
    const shut = bench.hands({ officeHours: { from, to: from + 1 } });
    const open = bench.hands({ officeHours: { from: 0, to: 24 } });
    await planAll(hands, routineOn);
    expect(await sendDue(shut, routineOn)).toMatchObject({ mails: 0, held: 2 });
    expect(await sendDue(open, '2026-12-05' as CalendarDate), 'a Saturday').toMatchObject({ mails: 0, held: 2 });
    expect(await sendDue(open, '2026-12-07' as CalendarDate)).toMatchObject({ mails: 1, sent: 2 });
  });
});
