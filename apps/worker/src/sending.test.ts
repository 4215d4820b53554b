import { MailReturnRepository, readReturnAddress, recordAs, systemActor } from '@klyngevagt/db';
import type { CalendarDate } from '@klyngevagt/scoring';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planCluster } from './planning.js';
import { sendDue, sendOne } from './sending.js';
import { type Bench, openBench } from './testing/bench.js';
import type { WorkerContext } from './worker-context.js';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const day = (text: string) => text as CalendarDate;
const subjects = () => bench.mailbox.mails().map(({ subject }) => subject);
const recipients = () => bench.mailbox.mails().flatMap(({ to }) => to);
const contentOf = async (index = 0) => {
  const mail = bench.mailbox.mails()[index];
  if (!mail) throw new Error('no such mail');
  return bench.mailbox.content(mail);
};

async function planOn(hands: WorkerContext, on: string) {
  return planCluster(hands, bench.clusterId, day(on));
}

describe('planning', () => {
  test('the first plan sends only the newest past step', async () => {
    const hands = bench.hands();
    await planOn(hands, '2026-11-25');
    expect(await sendDue(hands, day('2026-11-25'))).toMatchObject({ mails: 1, sent: 1 });
    const states = await bench.states();
    expect(states).toContain('booking -60 manager: suppressed');
    expect(states).toContain('booking -30 manager: sent');
    expect(states).toContain('booking -14 manager: planned');
    expect(subjects()).toEqual(['Book guldaudit senest 18. december 2026']);
  });

  test('planning twice plans nothing new', async () => {
    const hands = bench.hands();
    expect((await planOn(hands, '2026-11-25'))['inserted']).toBeGreaterThan(5);
    expect(await planOn(hands, '2026-11-25')).toEqual({
      inserted: 0,
      superseded: 0,
      reopened: 0,
      suppressed: 0,
      acknowledged: 0,
      adjusted: 0,
    });
  });

  test('two plans at the same time plan once', async () => {
    const hands = bench.hands();
    await Promise.all([planOn(hands, '2026-11-25'), planOn(hands, '2026-11-25'), planOn(hands, '2026-11-25')]);
    const states = await bench.states();
    expect(states.filter((state) => state.startsWith('booking -14 manager'))).toHaveLength(1);
  });

  test('a person in two roles gets one mail', async () => {
    await recordAs(bench.database.dataSource, systemActor('test'), (manager) =>
      manager.query('update person_cluster_role set person_id = $1 where person_id = $2', [bench.people.manager, bench.people.chair]),
    );
    const hands = bench.hands();
    await planOn(hands, '2026-12-11');
    await sendDue(hands, day('2026-12-11'));
    expect(recipients().filter((address) => address === 'anne.holm@example.dk')).toHaveLength(1);
  });
});

test('a duty that binds is reminded of while nobody knows whether another programme binds too', async () => {
  await recordAs(bench.database.dataSource, systemActor('test'), async (manager) => {
    const [beside] = (await manager.query(
      `insert into programme (slug, name_da, name_en, portfolio, starts_on, ends_on, source, confidence, revision)
       values ('beside', 'Program ved siden af', 'Programme beside', 'national', '2024-01-01', '2040-12-31', 'test', 'sourced', 1) returning id`,
    )) as [{ id: string }];
    await manager.query(
      `insert into obligation (programme_id, required_level, starts_on, ends_on, source, confidence, revision)
       values ($1, 'gold', '2024-01-01', '2040-12-31', 'test', 'sourced', 1)`,
      [beside.id],
    );
  });
  const hands = bench.hands();
  await planOn(hands, '2026-11-25');
  await sendDue(hands, day('2026-11-25'));
  expect(await bench.states()).toEqual(expect.arrayContaining(['booking -30 manager: sent', 'booking -14 manager: planned']));
  expect(subjects()).toEqual(['Book guldaudit senest 18. december 2026']);
  expect((await contentOf()).text).toContain('31. marts 2027');
});

describe('sending', () => {
  test('two workers send each reminder once', async () => {
    await planOn(bench.hands(), '2026-12-18');
    await Promise.all([bench.hands(), bench.hands(), bench.hands()].map((hands) => sendDue(hands, day('2026-12-18'))));
    expect(recipients().sort()).toEqual(['anne.holm@example.dk', 'grethe.dam@example.dk', 'mette.lindholm@example.dk']);
    const [{ count }] = (await bench.database.dataSource.query('select count(*)::int as count from message')) as [{ count: number }];
    expect(count).toBe(3);
  });

  test('however many reach for it at once, a mail is in one hand', async () => {
    await planOn(bench.hands(), '2026-12-18');
    const { messages } = bench.hands();
    const persons = (await messages.readDue(day('2026-12-18'))).map(({ personId }) => personId);
    const claimed = await Promise.all(Array.from({ length: 24 }, () => messages.claimDue(day('2026-12-18'), persons)));
    const ids = claimed.flat().flatMap(({ reminders }) => reminders.map(({ id }) => id));
    expect(ids.length).toBeGreaterThanOrEqual(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(claimed.flat()).toHaveLength(3);
  });

  test('each in the recipient’s language, with the officer to answer to', async () => {
    const hands = bench.hands();
    await planOn(hands, '2026-12-18');
    await sendDue(hands, day('2026-12-18'));
    expect(subjects().sort()).toEqual([
      'Book guldaudit i dag: sidste sikre dag',
      'Book the gold audit today: last safe day',
      'Danish Life Science Cluster: Book guldaudit i dag: sidste sikre dag',
    ]);
    const index = recipients().indexOf('anne.holm@example.dk');
    const { text, html, headers } = await contentOf(index);
    expect(text).toContain('http://127.0.0.1:3000/my-cluster/danish-life-science-cluster');
    expect(html).toContain('31.\u00a0marts\u00a02027');
    expect(JSON.stringify(headers)).toContain('mette.lindholm@example.dk');
  });

  test('nights that were missed are caught up, merged, and worded for today', async () => {
    const hands = bench.hands();
    await planOn(hands, '2026-11-25');
    await sendDue(hands, day('2026-11-25'));
    // Nothing ran on 4, 11 and 18 December.
    expect(await sendDue(hands, day('2026-12-21'))).toMatchObject({ mails: 3 });
    const toManager = recipients().filter((address) => address === 'anne.holm@example.dk');
    expect(toManager).toHaveLength(2);
    expect(subjects().filter((subject) => subject === 'Book guldaudit nu (fristen var 18. december 2026)')).toHaveLength(1);
    const late = subjects().indexOf('Book guldaudit nu (fristen var 18. december 2026)');
    expect((await contentOf(late)).text).toMatch(/skulle have booket guldaudit for 3 dage siden[^]*Mailen samler/);
    expect((await bench.states()).filter((state) => state.includes('booking') && state.endsWith('planned')).length).toBeGreaterThan(0);
  });

  test('a renewed label supersedes what is open and arms anew', async () => {
    const hands = bench.hands();
    await planOn(hands, '2026-11-25');
    await bench.renew('2030-03-31');
    expect(await sendDue(hands, day('2026-11-25'))).toMatchObject({ mails: 0 });
    expect(subjects()).toEqual([]);
    const rows = await bench.reminders.list({ scope: { kind: 'all' } });
    expect(
      rows.filter(({ deadlineOn }) => deadlineOn < '2028').every(({ state }) => state === 'superseded' || state === 'suppressed'),
    ).toBe(true);
    expect(rows.some(({ deadlineOn, state }) => deadlineOn === '2030-03-31' && state === 'planned')).toBe(true);
  });

  test('a deadline that moves back re-opens what was not sent', async () => {
    const hands = bench.hands();
    await planOn(hands, '2026-11-25');
    await sendDue(hands, day('2026-11-25'));
    await bench.recordEnd('2027-04-30');
    await planOn(hands, '2026-11-26');
    expect(await bench.states()).toContain('booking -14 manager: superseded');
    await bench.recordEnd('2027-03-31');
    await planOn(hands, '2026-12-01');
    await sendDue(hands, day('2026-12-04'));
    expect(subjects()).toEqual(['Book guldaudit senest 18. december 2026', 'Book guldaudit senest 18. december 2026']);
    expect((await contentOf(0)).text).toContain('inden 14 dage');
  });

  test('one that a person asks for goes out now, before its day', async () => {
    const hands = bench.hands();
    await planOn(hands, '2026-11-25');
    await sendDue(hands, day('2026-11-25'));
    const rows = await bench.reminders.list({ scope: { kind: 'all' }, state: 'planned' });
    const next = rows.find(({ event, offsetDays }) => event === 'booking' && offsetDays === -14);
    const request = { byPersonId: bench.people.officer, reason: 'Talte med klyngen' };
    expect(await bench.reminders.requestSendNow(next?.id ?? '', { kind: 'all' }, request)).toBe(true);
    expect(await sendOne(hands, next?.id ?? '', day('2026-11-25'))).toMatchObject({ mails: 1 });
    expect(await bench.reminders.requestSendNow(next?.id ?? '', { kind: 'all' }, request)).toBe(false);
    const sent = await bench.reminders.readOne(next?.id ?? '', { kind: 'all' });
    const message = await hands.messages.readMessage(sent.messageId ?? '', bench.clusterId, { kind: 'all' });
    expect(message).toMatchObject({ sentTo: 'anne.holm@example.dk', subject: 'Book guldaudit senest 18. december 2026' });
    expect(message?.smtpAnswer).toMatch(/^250/);
  });

  test('nobody sees or sends a reminder outside of the own clusters', async () => {
    await planOn(bench.hands(), '2026-11-25');
    const [row] = await bench.reminders.list({ scope: { kind: 'all' }, state: 'planned' });
    const none = { kind: 'clusters' as const, clusterIds: [] };
    expect(await bench.reminders.list({ scope: none })).toEqual([]);
    await expect(bench.reminders.readOne(row?.id ?? '', none)).rejects.toThrow();
    await expect(bench.reminders.requestSendNow(row?.id ?? '', none, { byPersonId: null, reason: 'x' })).rejects.toThrow();
    expect((await bench.reminders.sums(none)).total).toBe(0);
  });
});

describe('a mail that a mail server returns', () => {
  /** As the API takes it in: by the sender of the envelope. */
  const giveBack = async (kind: 'failed' | 'delayed') => {
    const address = readReturnAddress(bench.env.authSecret, bench.mailbox.mails().at(-1)?.from ?? '');
    if (address === null || address === 'forged') throw new Error('it names no sending');
    const returns = new MailReturnRepository(bench.database.dataSource);
    return returns.record(systemActor('test'), 'test', { ...address, kind, status: '5.1.1', diagnostic: '550 no such user' });
  };

  test('after hours: that it is late changes nothing; that it failed tells the next in line, once', async () => {
    const hands = bench.hands();
    await planOn(hands, '2026-11-25');
    await sendDue(hands, day('2026-11-25'));
    expect(recipients()).toEqual(['anne.holm@example.dk']);
    const next = async () => {
      await planOn(hands, '2026-11-25');
      await sendDue(hands, day('2026-11-25'));
      return recipients().slice(0, -1).sort();
    };
    expect(await giveBack('delayed')).toBe('recorded');
    expect(await next()).toEqual([]);
    expect(await giveBack('failed')).toBe('recorded');
    expect(await giveBack('failed')).toBe('repeated');
    const told = await next();
    expect(told).toEqual(['grethe.dam@example.dk', 'mette.lindholm@example.dk']);
    expect(await next()).toEqual(told);
    const [failed] = await bench.reminders.list({ scope: { kind: 'all' }, state: 'failed' });
    expect(failed).toMatchObject({ failedBecause: 'bounced', personEmail: 'anne.holm@example.dk', sentAt: null });
  });

  test('before the worker has recorded that it is out: it is a task all the same, and its text is kept', async () => {
    const hands = bench.hands();
    await planOn(hands, '2026-11-25');
    const { mailer } = hands;
    const quick: WorkerContext['mailer'] = {
      ...mailer,
      send: async (mail) => {
        const answer = await mailer.send(mail);
        if (bench.mailbox.mails().length === 1) await giveBack('failed');
        return answer;
      },
    };
    await sendDue({ ...hands, mailer: quick }, day('2026-11-25'));
    const [failed] = await bench.reminders.list({ scope: { kind: 'all' }, state: 'failed' });
    expect(failed).toMatchObject({ failedBecause: 'bounced', sentAt: null });
    const message = await hands.messages.readMessage(failed?.messageId ?? '', bench.clusterId, { kind: 'all' });
    expect(message).toMatchObject({ sentTo: 'anne.holm@example.dk' });
  });
});

test('a ladder that is edited while a run is under way: what is in hand goes out once, all else follows the new steps', async () => {
  const hands = bench.hands();
  const today = day('2026-12-18');
  await planOn(hands, today);
  let inHand: string[] = [];
  const edited = new Promise<void>((resolve, reject) => {
    // The first mail goes alone, and is with the server when the steps change and the plan follows.
    bench.mailbox.faults.onStep = (step) => {
      if (step !== 'text') return;
      delete bench.mailbox.faults.onStep;
      resolve(
        editLadder(hands, today)
          .then((ids) => void (inHand = ids))
          .catch(reject),
      );
    };
  });
  const { mailer } = hands;
  const waiting: WorkerContext = {
    ...hands,
    mailer: {
      ...mailer,
      send: async (...mail) => {
        const answer = await mailer.send(...mail);
        await edited;
        return answer;
      },
    },
  };
  expect(await sendDue(waiting, today)).toMatchObject({ mails: 1, sent: 1, notNeeded: 0 });
  expect(inHand).toHaveLength(1);
  const rows = await bench.reminders.list({ scope: { kind: 'all' } });
  const of = (offsetDays: number) => rows.filter((row) => row.event === 'booking' && row.offsetDays === offsetDays);
  expect(
    of(0)
      .map(({ id, state }) => [inHand.includes(id), state])
      .sort(),
  ).toEqual([
    [false, 'superseded'],
    [false, 'superseded'],
    [true, 'sent'],
  ]);
  expect(
    of(3)
      .map(({ role, state, dueOn }) => [role, state, dueOn])
      .sort(),
  ).toEqual([
    ['manager', 'planned', '2026-12-21'],
    ['officer', 'planned', '2026-12-21'],
  ]);
  expect(new Set(of(7).map(({ state, dueOn }) => `${state} ${dueOn}`))).toEqual(new Set(['planned 2027-01-04']));

  expect(await sendDue(hands, today)).toMatchObject({ mails: 0 });
  expect(await sendDue(hands, day('2026-12-21'))).toMatchObject({ mails: 2, sent: 2 });
  expect(recipients()).toHaveLength(3);
  const sums = await bench.reminders.sums({ kind: 'all' });
  expect(sums.total).toBe(sums.sent + sums.toCome + sums.superseded + sums.suppressed + sums.acknowledged + sums.failed + sums.uncertain);
});

/** Takes a step out, adds one and counts a third in working days, then plans anew as after every change of a rule. Answers what was in hand. */
async function editLadder(hands: WorkerContext, on: CalendarDate): Promise<string[]> {
  const { dataSource } = bench.database;
  const inHand = (await dataSource.query(`select id from reminder where state = 'sending'`)) as { id: string }[];
  await recordAs(dataSource, systemActor('test'), (manager) =>
    manager.query(
      `insert into reminder_step_rule (event, offset_days, unit, recipients, urgency, effective_from, source, confidence, revision) values
         ('booking', 0, 'calendar-days', '{}', 'final', $1, 'test', 'sourced', 1),
         ('booking', 3, 'calendar-days', '{manager,officer}', 'urgent', $1, 'test', 'sourced', 1),
         ('booking', 7, 'working-days', '{manager,chair,officer,head}', 'final', $1, 'test', 'sourced', 1)`,
      [on],
    ),
  );
  await planOn(hands, on);
  return inHand.map(({ id }) => id);
}
