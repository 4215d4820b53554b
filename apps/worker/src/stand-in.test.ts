import {
  everyCluster,
  PersonAbsenceRepository,
  PersonLifeRepository,
  PersonRepository,
  ReminderHoldRepository,
  systemActor,
} from '@klyngevagt/db';
import type { CalendarDate } from '@klyngevagt/scoring';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { planCluster } from './planning.js';
import { sendDue } from './sending.js';
import { type Bench, openBench } from './testing/bench.js';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const day = (text: string) => text as CalendarDate;
const actor = systemActor('test');
const stated = { source: 'test', confidence: 'sourced' } as const;
const manager = 'anne.holm@example.dk';
const chair = 'grethe.dam@example.dk';

/** Who is written to on a day, by the plan of the day before. */
async function sentOn(on: string, meanwhile: () => Promise<unknown> = async () => undefined): Promise<string[]> {
  const hands = bench.hands();
  const before = new Set(bench.mailbox.mails().map(({ id }) => id));
  await planCluster(hands, bench.clusterId, day(on));
  await meanwhile();
  await sendDue(hands, day(on));
  return bench.mailbox
    .mails()
    .filter(({ id }) => !before.has(id))
    .flatMap(({ to }) => to)
    .sort();
}

const away = (deputyId: string | null) =>
  new PersonAbsenceRepository(bench.database.dataSource).record(actor, {
    personId: bench.people.manager,
    deputyId,
    startsOn: day('2026-12-09'),
    endsOn: day('2026-12-15'),
    ...stated,
  });

test('a deputy is told in the place of whoever is away, once although chair as well; after the return the person is', async () => {
  await away(bench.people.chair);
  const during = await sentOn('2026-12-11');
  expect(during.filter((address) => address === manager)).toEqual([]);
  expect(during.filter((address) => address === chair)).toHaveLength(1);
  expect(await sentOn('2026-12-18')).toContain(manager);
});

test('a deputy who left the cluster is told nothing: the person is, away or not', async () => {
  const { database, clusterId, people } = bench;
  await away(people.chair);
  const leave = () =>
    new PersonRepository(database.dataSource)
      .readPerson(everyCluster, people.chair)
      .then(({ revision }) =>
        new PersonLifeRepository(database.dataSource).leave(actor, { id: people.chair, expectedRevision: revision, on: day('2026-12-10') }),
      );
  const sent = await sentOn('2026-12-11', leave);
  expect(sent).not.toContain(chair);
  expect(sent).toContain(manager);
  const standIns = (await database.dataSource.query(
    `select count(*)::int as count from reminder where cluster_id = $1 and stands_in_for_id is not null and state = 'planned'`,
    [clusterId],
  )) as { count: number }[];
  expect(standIns).toEqual([{ count: 0 }]);
});

test('a mandate that is handed over, and a person who is erased, between planning and sending', async () => {
  const { database, people } = bench;
  const persons = new PersonRepository(database.dataSource);
  const { id: toId } = await persons.invite(actor, everyCluster, {
    name: 'Karen Vang',
    email: 'karen.vang@example.dk',
    language: 'da',
    ...stated,
  });
  const handOver = () =>
    new PersonLifeRepository(database.dataSource).handOver(actor, everyCluster, { fromId: people.manager, toId, on: day('2026-12-11') });
  const first = await sentOn('2026-12-11', handOver);
  expect(first).not.toContain(manager);
  expect(first).toContain('karen.vang@example.dk');
  const second = await sentOn('2026-12-18', () => persons.erase(actor, toId, day('2026-12-18')));
  expect(second).not.toContain('karen.vang@example.dk');
  expect(second).toContain(chair);
});

test('an acknowledged deadline is quiet until the planned day; its final step goes out all the same', async () => {
  const hold = {
    clusterId: bench.clusterId,
    kind: 'acknowledgement',
    event: 'booking',
    subject: '',
    deadlineOn: day('2026-12-18'),
    fromOn: day('2026-12-01'),
    untilOn: day('2026-12-31'),
    planOn: day('2026-12-31'),
    personId: bench.people.manager,
    byRole: 'manager',
    ...stated,
  } as const;
  await new ReminderHoldRepository(bench.database.dataSource).acknowledge(actor, [], [hold]);
  expect(await sentOn('2026-12-04')).toEqual([]);
  expect(await sentOn('2026-12-11')).toEqual([]);
  expect(await bench.states()).toContain('booking -7 manager: acknowledged');
  expect(await sentOn('2026-12-18')).toContain(manager);
});
