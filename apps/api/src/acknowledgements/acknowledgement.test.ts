import { randomUUID } from 'node:crypto';
import { acknowledgeLink, everyCluster, PersonRepository, recordAs, systemActor } from '@klyngevagt/db';
import { addDays, calendarDate, type Deadline, deadlinesOf, latestPlanDay } from '@klyngevagt/scoring';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { type Answer, type Json, startTestApi, testEnv, type TestApi, today } from '../testing/test-api.js';

let api: TestApi;
const slug = 'energy-cluster-denmark';
const on = calendarDate(today);
let clusterId: string;
let deadline: Deadline;
let managerId: string;

beforeAll(async () => {
  api = await startTestApi();
  const { clusters } = await api.app.get(DecisionReader).readEverything(everyCluster);
  const decided = clusters.find(({ cluster }) => cluster.slug === slug);
  const [first] = decided ? deadlinesOf(decided.decision, decided.cluster.facts) : [];
  if (!decided || !first) throw new Error(`${slug} has no deadline`);
  clusterId = decided.cluster.id;
  deadline = first;
  managerId = (await rows(`select id from person where email = 'manager@klyngevagt.example'`))[0].id;
});
afterAll(() => api.close());

beforeEach(async () => {
  await recordAs(api.database.dataSource, systemActor('test'), (manager) => manager.query('delete from reminder_hold'));
});

const rows = async (sql: string, values: unknown[] = []): Promise<Json[]> => api.database.dataSource.query(sql, values);
const holds = () => rows('select *, deadline_on::text as deadline, until_on::text as until, plan_on::text as plan from reminder_hold');

interface Sent {
  urgency?: string;
  deadlineOn?: string;
  personId?: string;
  state?: string;
}

let count = 0;
/** A mail that went out, with one reminder. */
async function sentMail({ urgency = 'urgent', deadlineOn = deadline.deadlineOn, personId = managerId, state = 'sent' }: Sent = {}) {
  const sendingKey = randomUUID();
  count += 1;
  const [{ id }] = (await rows(
    `insert into reminder (cluster_id, cycle, event, subject, offset_days, deadline_on, person_id, role, due_on, state, sent_at, sending_key, urgency)
     values ($1, $2, $3, $4, $5, $6, $7, 'manager', '2026-11-24', $8, case when $8 = 'sent' then now() end, $9, $10) returning id`,
    [clusterId, deadline.cycle, deadline.event, deadline.subject, -1000 - count, deadlineOn, personId, state, sendingKey, urgency],
  )) as [Json];
  return { id: id as string, sendingKey };
}

const addressOf = (sendingKey: string, expiresOn = addDays(on, 29)) =>
  `/api/v1${acknowledgeLink('', testEnv('postgres://x').authSecret, { sendingKey, expiresOn }).replace('acknowledge', 'acknowledgements')}`;
const look = (address: string, language = 'da') => api.stranger.get(address, { 'accept-language': language });
const give = (address: string, body: object = {}, language = 'da'): Promise<Answer> =>
  api.stranger.send('POST', address, { planOn: null, comment: null, ...body }, { 'accept-language': language });

test('a link tells what it acknowledges and changes nothing by being looked at', async () => {
  const { sendingKey } = await sentMail();
  const { status, body } = await look(addressOf(sendingKey));
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body).toMatchObject({
    state: 'open',
    language: 'da',
    sentToRole: 'manager',
    deadlines: [{ clusterName: 'Energy Cluster Denmark', event: deadline.event, deadlineOn: deadline.deadlineOn, isFinal: false }],
    illustrative: true,
    pauseWithoutPlanUntil: addDays(on, 3),
    acknowledgedAt: null,
  });
  expect(await holds()).toEqual([]);
});

test('a planned day holds the deadline back until then; the ledger names the mail, its reader and the role, and nobody who clicked', async () => {
  const { id, sendingKey } = await sentMail();
  const planOn = addDays(on, 10);
  const { status, body } = await give(addressOf(sendingKey), { planOn, comment: 'Aftalt med bureauet' });
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body).toMatchObject({ state: 'acknowledged', planOn, deadlines: [{ pausedUntil: planOn }] });
  expect(await holds()).toMatchObject([
    {
      cluster_id: clusterId,
      kind: 'acknowledgement',
      event: deadline.event,
      deadline: deadline.deadlineOn,
      until: planOn,
      plan: planOn,
      person_id: managerId,
      by_role: 'manager',
      via_key: sendingKey,
      note: 'Aftalt med bureauet',
    },
  ]);
  const [entry] = await rows(`select actor, role, after from ledger where entity = 'reminder_hold' and after ->> 'via_key' = $1`, [
    sendingKey,
  ]);
  expect(entry).toMatchObject({ actor: null, role: 'mail-link', after: { person_id: managerId, by_role: 'manager' } });
  expect(entry.after.source).toContain(`${managerId}, manager`);
  expect(JSON.stringify(entry.after)).not.toContain('bureauet');
  const [{ acknowledged_at }] = (await rows('select acknowledged_at from reminder where id = $1', [id])) as [Json];
  expect(acknowledged_at).toBeInstanceOf(Date);
});

test('used twice, it tells what it was used for and adds nothing; another mail about the same deadline replaces what was said', async () => {
  const first = await sentMail();
  const planOn = addDays(on, 5);
  await give(addressOf(first.sendingKey), { planOn });
  const again = await give(addressOf(first.sendingKey), { planOn: addDays(on, 20) });
  expect(again).toMatchObject({ status: 200, body: { state: 'acknowledged', planOn } });
  expect(await holds()).toHaveLength(1);
  const second = await sentMail();
  expect((await give(addressOf(second.sendingKey))).body).toMatchObject({ planOn: null, deadlines: [{ pausedUntil: addDays(on, 3) }] });
  const running = (await holds()).filter(({ ended_on }) => ended_on === null);
  expect(running).toMatchObject([{ via_key: second.sendingKey }]);
});

test('of clicks at once one counts', async () => {
  const { sendingKey } = await sentMail();
  const answers = await Promise.all([1, 2, 3, 4, 5].map((days) => give(addressOf(sendingKey), { planOn: addDays(on, days) })));
  expect(answers.map(({ status, body }) => [status, body.state])).toEqual(answers.map(() => [200, 'acknowledged']));
  expect(new Set(answers.map(({ body }) => body.planOn)).size).toBe(1);
  expect(await holds()).toHaveLength(1);
});

test('a day that has passed or lies too far ahead is refused in the reader’s language', async () => {
  const address = addressOf((await sentMail()).sendingKey);
  const [passed, late] = [await give(address, { planOn: addDays(on, -1) }), await give(address, { planOn: '2098-01-01' }, 'en')];
  expect(passed).toMatchObject({ status: 400, body: { errors: [{ field: 'planOn', message: 'Datoen er passeret.' }] } });
  expect(late).toMatchObject({ status: 400, body: { errors: [{ field: 'planOn', message: expect.stringContaining('at the latest') }] } });
  const latest = latestPlanDay(deadline.deadlineOn, on);
  expect((await give(address, { planOn: addDays(latest, 1) })).status).toBe(400);
  expect(await holds()).toEqual([]);
  expect((await give(address, { planOn: latest })).body).toMatchObject({ state: 'acknowledged', planOn: latest });
  expect((await give(addressOf((await sentMail()).sendingKey), { planOn: on })).body).toMatchObject({ state: 'acknowledged', planOn: on });
});

test('what is too old, about a deadline that moved, or sent to somebody whose mandate ended acknowledges nothing and tells nothing', async () => {
  const { id: personId } = await new PersonRepository(api.database.dataSource).invite(systemActor('test'), everyCluster, {
    name: 'Frida Skov',
    email: 'frida.skov@klynge.example',
    language: 'da',
    source: 'Prøve',
    confidence: 'sourced',
  });
  const mails = {
    'too-old': addressOf((await sentMail()).sendingKey, addDays(on, -1)),
    'deadline-gone': addressOf((await sentMail({ deadlineOn: '2026-12-24' })).sendingKey),
    'mandate-ended': addressOf((await sentMail({ personId })).sendingKey),
  };
  for (const [because, address] of Object.entries(mails)) {
    const { status, body } = await look(address);
    expect([status, body.state, body.expiredBecause, body.deadlines]).toEqual([200, 'expired', because, []]);
    expect(JSON.stringify(body)).not.toContain('Energy');
    expect((await give(address)).body.code).toBe('link-expired');
  }
  expect(await holds()).toEqual([]);
});

test('a final reminder is not held back', async () => {
  const address = addressOf((await sentMail({ urgency: 'final' })).sendingKey);
  expect((await look(address)).body).toMatchObject({ state: 'final', deadlines: [{ isFinal: true }] });
  expect((await give(address)).status).toBe(409);
  expect(await holds()).toEqual([]);
});

test('in the product a manager acknowledges for the own cluster, and no other; an officer for every one', async () => {
  const { id } = await sentMail();
  const [other] = await rows(
    `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state)
     select id, $1, 'booking', -9, '2026-12-18', $2, 'manager', '2026-12-04', 'planned' from cluster where slug = 'clean' returning id`,
    [`gold:renewal:${randomUUID()}`, managerId],
  );
  const [manager, officer] = [await api.as('manager'), await api.as('officer')];
  const acknowledge = (client: typeof manager, reminderId: string) =>
    client.send('POST', `/api/v1/reminders/${reminderId}/acknowledgement`, { planOn: addDays(on, 4), comment: null });
  expect((await acknowledge(manager, other.id)).status).toBe(404);
  expect((await acknowledge(manager, id)).status).toBe(200);
  expect((await acknowledge(officer, id)).status).toBe(200);
  expect((await holds()).map(({ by_role, cluster_id }) => [by_role, cluster_id]).sort()).toEqual([
    ['manager', clusterId],
    ['officer', clusterId],
  ]);
});

test('guessed, altered and unknown links are answered alike; who goes on guessing is not listened to', async () => {
  const good = addressOf((await sentMail()).sendingKey);
  const known = await look(addressOf(randomUUID()));
  const altered = [good.slice(0, -1), `${good}A`, good.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), '/api/v1/acknowledgements/x'];
  const withoutId = ({ body: { requestId: _, ...problem } }: Answer) => problem;
  for (const address of altered) {
    const answers = [await look(address), await give(address)];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    for (const answer of answers) expect(withoutId(answer)).toEqual(withoutId(known));
  }
  // Guesses are counted by the minute: one that ends meanwhile takes those before it along.
  const isRefused = async (guess: number) => {
    await look(`/api/v1/acknowledgements/guess-${guess}`);
    return (await look(good)).status === 429;
  };
  let guesses = 1;
  while (!(await isRefused(guesses)) && guesses < 60) guesses += 1;
  expect(guesses).toBeLessThan(60);
  expect(await holds()).toEqual([]);
});
