import { everyCluster, recordAs, systemActor } from '@klyngevagt/db';
import type { CalendarDate } from '@klyngevagt/scoring';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createMailPace } from './mail-pace.js';
import { type Counts, planAll } from './planning.js';
import { recordedRun } from './recorded-run.js';
import { sendDue, sendOne } from './sending.js';
import { type Bench, openBench } from './testing/bench.js';
import { sendWeekly } from './weekly-mail.js';
import type { WorkerContext } from './worker-context.js';

const today = '2026-11-25' as CalendarDate;
const mailsPerMinute = 300;
const others = 200;

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  await addClusters(bench, others);
});
afterAll(() => bench.close());
afterEach(() => void vi.restoreAllMocks());

/** Each like the bench's, with a manager of its own: one mail is due for each. */
async function addClusters({ database, clusterId }: Bench, count: number): Promise<void> {
  const copies = (table: string, columns: string) =>
    `insert into ${table} (cluster_id, ${columns}) select cluster.id, ${columns.replace(/\w+/g, 'model.$&')}
     from ${table} as model, cluster where model.cluster_id = $1 and cluster.source = 'flood'`;
  await recordAs(database.dataSource, systemActor('test'), async (manager) => {
    await manager.query(
      `insert into cluster (slug, name, domain_da, domain_en, kind, portfolio, source, confidence, revision)
       select 'flood-' || number, 'Klynge ' || number, 'Prøver', 'Tests', 'styrkeposition', 'national', 'flood', 'sourced', 1
       from generate_series(1, $1::int) as number`,
      [count],
    );
    await manager.query(
      copies('award', 'level, kind, approved_on, valid_from, valid_until, valid_until_basis, source, confidence, revision'),
      [clusterId],
    );
    await manager.query(copies('record_confirmation', 'confirmed_on, source, confidence, revision'), [clusterId]);
    await manager.query(copies('membership', 'programme_id, member, bound, starts_on, source, confidence, revision'), [clusterId]);
    await manager.query(
      `with led as (
         insert into person (name, email, language, role, source, confidence, revision)
         select 'Leder ' || slug, slug || '@example.dk', 'da', 'manager', 'flood', 'sourced', 1 from cluster where source = 'flood'
         returning id, email
       )
       insert into person_cluster_role (person_id, cluster_id, role, starts_on, source, confidence, revision)
       select led.id, cluster.id, 'manager', '2025-01-01', 'flood', 'sourced', 1
       from led join cluster on led.email = cluster.slug || '@example.dk'`,
    );
  });
}

/** A clock that only waiting moves. */
function standingTime() {
  let nowMs = 0;
  return {
    nowMs: () => nowMs,
    wait: async (ms: number) => {
      const untilMs = nowMs + ms;
      await Promise.resolve();
      nowMs = Math.max(nowMs, untilMs);
    },
  };
}

test('hundreds that are due at once go at the pace that was set, and the run tells how far it has come', async () => {
  const hands = bench.hands();
  await planAll(hands, today);
  const time = standingTime();
  const paced: WorkerContext = { ...hands, pace: createMailPace(mailsPerMinute, hands.stopping, time) };
  const told: Counts[] = [];
  const counts = await sendDue(paced, today, async (far) => void told.push({ ...far }));

  const mails = others + 1;
  expect(counts).toMatchObject({ mails, sent: mails, due: mails });
  expect(new Set(bench.mailbox.mails().flatMap(({ to }) => to)).size).toBe(mails);
  // The clock moved by waiting alone.
  expect(time.nowMs()).toBeGreaterThanOrEqual(((mails - 10) * 60_000) / mailsPerMinute);
  expect(told[0]).toMatchObject({ due: mails, sent: 0 });
  const sent = told.map((far) => far['sent'] ?? 0);
  expect(sent).toEqual([...sent].sort((one, other) => one - other));
  expect(new Set(sent).size).toBeGreaterThan(mails / 10);
  expect(sent.at(-1)).toBe(mails);
});

test('a run’s row counts while it runs, and not more often than anybody looks', async () => {
  const hands = bench.hands();
  const now = vi.spyOn(performance, 'now').mockReturnValue(1000);
  const newest = async () => (await hands.runs.latest()).last;
  await recordedRun(hands, 'send', today, async (tell) => {
    await tell({ due: 10_000, sent: 0 });
    expect(await newest()).toMatchObject({ finishedAt: null, counts: { due: 10_000, sent: 0, seconds: 0 } });
    await tell({ due: 10_000, sent: 5 });
    expect((await newest())?.counts).toMatchObject({ sent: 0 });
    now.mockReturnValue(61_000);
    await tell({ due: 10_000, sent: 1200 });
    expect((await newest())?.counts).toEqual({ due: 10_000, sent: 1200, seconds: 60 });
    return { due: 10_000, sent: 10_000 };
  });
  expect(await newest()).toMatchObject({ finishedAt: expect.any(Date), counts: { due: 10_000, sent: 10_000 } });
});

test('an office that closes while a run goes on holds back the rest', async () => {
  const hands = bench.hands({ officeHours: { from: 7, to: 18 } });
  const nextStep = '2026-12-04' as CalendarDate;
  const before = bench.mailbox.mails().length;
  let hour = 17;
  const closing: WorkerContext = {
    ...hands,
    clock: { ...hands.clock, hour: () => hour },
    mailer: { ...hands.mailer, send: async (...mail) => ((hour = 18), hands.mailer.send(...mail)) },
  };
  expect(await sendDue(closing, nextStep)).toMatchObject({ mails: 1 });
  expect(bench.mailbox.mails()).toHaveLength(before + 1);
  expect(await sendDue(closing, nextStep)).toMatchObject({ mails: 0, held: others });
});

test('what somebody asks for and the week’s mails take their turns among all others', async () => {
  const hands = bench.hands();
  const time = standingTime();
  const paced: WorkerContext = { ...hands, pace: createMailPace(60, hands.stopping, time) };
  await planAll(hands, today);
  const [later] = await bench.reminders.list({ scope: everyCluster, state: 'planned' });
  await bench.reminders.requestSendNow(later?.id ?? '', everyCluster, { byPersonId: null, reason: 'Talte med klyngen' });
  await paced.pace.next(1);
  expect(await sendOne(paced, later?.id ?? '', today)).toMatchObject({ mails: 1 });
  expect(time.nowMs()).toBe(1000);
  expect(await sendOne(paced, later?.id ?? '', today), 'it is out').toMatchObject({ mails: 0 });
  expect(await sendWeekly(paced, '2026-11-30' as CalendarDate)).toMatchObject({ mails: 1 });
  expect(time.nowMs(), 'the turn that found nothing was given back').toBe(3000);
});
