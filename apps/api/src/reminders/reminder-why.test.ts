import { recordAs, systemActor, WorkerRunRepository } from '@klyngevagt/db';
import { calendarDate } from '@klyngevagt/scoring';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Client, startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
beforeAll(async () => {
  api = await startTestApi();
  officer = await api.as('officer');
});
afterAll(() => api.close());

const slug = 'clean';
/** The demonstration's gold label of this cluster decides which steps there are; a row of a cycle of its own tells what became of it. */
async function remember(dueOn: string, state: string, { email = null, ...more }: Record<string, unknown> = {}) {
  const values = {
    due_on: dueOn,
    state,
    event: 'end',
    offset_days: -30,
    deadline_on: '2027-03-31',
    role: 'manager',
    cycle: 'test',
    ...more,
  };
  const names = Object.keys(values);
  await api.database.dataSource.query(
    `insert into reminder (cluster_id, person_id, ${names.join(', ')})
     select cluster.id, person.id, ${names.map((_, index) => `$${index + 1}`).join(', ')}
     from cluster join person_cluster_role seat on seat.cluster_id = cluster.id and seat.role = 'manager', person
     where cluster.slug = '${slug}' and (person.email = $${names.length + 1} or $${names.length + 1} is null and person.id = seat.person_id)`,
    [...Object.values(values), email],
  );
}
beforeEach(() => api.database.dataSource.query('delete from reminder'));

const why = async (on: string, cluster = slug) => (await officer.get(`/api/v1/reminders/why?cluster=${cluster}&on=${on}`)).body;
const codes = async (on: string, cluster?: string) => (await why(on, cluster)).reasons.map(({ code }: { code: string }) => code);
const because = async (on: string, code: string) =>
  (await why(on)).reasons.find((reason: { code: string }) => reason.code === code)?.sentence;

test.each([
  ['suppressed', { suppressed_because: 'overtaken' }, 'overtaken', /blev undladt: et senere trin var allerede nået/],
  ['superseded', {}, 'superseded', /bortfaldt: fristen 31\..marts.2027 gælder ikke længere/],
  ['failed', { failed_because: 'refused' }, 'failed-refused', /afvist af modtagerens mailserver/],
  ['uncertain', {}, 'uncertain', /uvist, om mailen/],
  ['planned', { next_attempt_at: '2026-11-25T09:00:00Z', attempts: 3 }, 'postponed', /tog ikke imod efter 3 forsøg/],
  ['planned', {}, 'waits-for-silent-worker', /udsendelsen kører ikke/],
])('a reminder that is %s %o: %s', async (state, more, code, sentence) => {
  await remember('2026-11-20', state, more);
  expect(await codes('2026-11-20')).toContain(code);
  expect(await because('2026-11-20', code)).toMatch(sentence);
  expect((await why('2026-11-20')).wasSent).toBe(false);
});

test('a reminder to somebody who has the role no longer says that, whatever became of the deadline', async () => {
  await remember('2026-11-20', 'superseded', { email: 'manager@klyngevagt.example' });
  expect(await because('2026-11-20', 'superseded-recipient-left')).toMatch(/bortfaldt: modtageren har ikke længere hvervet/);
});

test('a step of one milestone is not taken for the moved step of another', async () => {
  await remember('2026-11-20', 'superseded', { event: 'milestone', subject: 'submission' });
  await remember('2026-10-20', 'sent', {
    event: 'milestone',
    subject: 'self-test',
    deadline_on: '2026-11-02',
    sent_at: '2026-10-20T07:00:00Z',
  });
  expect(await codes('2026-11-20')).toContain('superseded');
});

test('a reminder whose deadline moved names the new day', async () => {
  await remember('2026-11-20', 'superseded');
  await remember('2026-12-20', 'planned', { deadline_on: '2027-04-30' });
  expect(await because('2026-11-20', 'superseded-by-new-deadline')).toMatch(/fra 31\..marts.2027 til 30\..april.2027/);
});

test('what was sent is said first, with who got it', async () => {
  await remember('2026-11-20', 'sent', { sent_at: '2026-11-20T07:00:00Z' });
  const answer = await why('2026-11-20');
  expect(answer.wasSent).toBe(true);
  expect(answer.reasons[0]).toMatchObject({ code: 'sent', sentence: expect.stringMatching(/blev sendt til .+ 20\..nov/) });
});

test('a day without a step says so, and names the next mail', async () => {
  await remember('2026-12-04', 'planned');
  expect(await codes('2026-11-21')).toEqual(expect.arrayContaining(['no-step-that-day', 'next-step']));
  expect(await codes('2026-12-04')).toContain('planned-for-the-day');
});

test('a step of the plan that nobody stands for has no recipient; one that somebody stands for was not planned', async () => {
  const { dataSource } = api.database;
  const [{ on }] = (await dataSource.query(
    `select (max(valid_until)::date - 30)::text as on from award join cluster on cluster.id = award.cluster_id where slug = $1 and level = 'gold'`,
    [slug],
  )) as [{ on: string }];
  // The step goes out on the day or on the open day before.
  const days = [0, 1, 2, 3, 4].map((back) => new Date(Date.parse(on) - back * 86_400_000).toISOString().slice(0, 10));
  const answers = (await Promise.all(days.map((day) => codes(day)))).flat();
  expect(answers.filter((code) => code === 'not-planned' || code === 'no-recipient').length).toBeGreaterThan(0);
});

test('a duty that does not bind, or is not known, is the reason', async () => {
  expect(await codes('2005-06-01')).toContain('not-bound');
});

test('whether sending ran that day is told where it is known', async () => {
  const runs = new WorkerRunRepository(api.database.dataSource);
  const id = await runs.start('send', calendarDate('2026-11-20'));
  await runs.finish(id, { counts: { sent: 0 }, nextRunAt: null, error: null });
  expect(await because('2026-11-20', 'worker-ran')).toMatch(/^Udsendelsen kørte én gang for den dag, senest /);
  expect(await codes('2026-11-23')).toContain('worker-did-not-run');
  expect(await codes('2026-11-19')).not.toContain('worker-did-not-run');
  // Now that it has run it is not silent: what is due waits for the next run.
  await remember('2026-11-20', 'planned');
  expect(await codes('2026-11-20')).toContain('waits-for-next-run');
});

test('a reader gets roles in place of names, and a manager no other cluster', async () => {
  await remember('2026-11-20', 'failed', { failed_because: 'refused' });
  const reader = await api.as('reader');
  const { body } = await reader.get(`/api/v1/reminders/why?cluster=${slug}&on=2026-11-20`);
  expect(JSON.stringify(body.reasons)).toContain('klyngelederen');
  const manager = await api.as('manager');
  expect((await manager.get(`/api/v1/reminders/why?cluster=${slug}&on=2026-11-20`)).status).toBe(404);
});

test('a reminder about a document is called by its title, in the list and in its text; a reader hears of no document', async () => {
  const [document] = await recordAs(api.database.dataSource, systemActor('test'), (manager) =>
    manager.query(
      `insert into document (cluster_id, subject_kind, subject_id, title, expires_on, source, confidence, revision)
       select id, 'cluster', id::text, 'Vedtægter 2026', '2026-11-27', 'test', 'assumption', 1 from cluster where slug = '${slug}' returning id`,
    ),
  );
  await remember('2026-11-20', 'planned', { event: 'document', subject: document.id, offset_days: -7, deadline_on: '2026-11-27' });
  const listed = async (client: Client) => (await client.get(`/api/v1/reminders?cluster=${slug}`)).body.reminders[0];
  const { id, about } = await listed(officer);
  expect(about).toBe('7 dage før dokumentets sidste gyldige dag: Vedtægter 2026');
  expect((await listed(await api.as('reader'))).about).toBe('7 dage før dokumentets sidste gyldige dag');
  const { text } = (await officer.get(`/api/v1/reminders/${id}/text`)).body;
  expect(text).toContain('I skal sende en ny version af dokumentet »Vedtægter 2026« senest fredag den 27. november 2026.');
  expect(text).toMatch(/Se dokumenterne:\n.*\/my-cluster\/clean\/documents\n/);
  // That there are links that act for the recipient is shown, not the links.
  expect(text).toMatch(/\/acknowledge\/…\n/);
  expect(text).toContain('/unsubscribe/…');
});
