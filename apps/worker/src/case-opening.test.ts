import { recordAs, systemActor } from '@klyngevagt/db';
import { calendarDate } from '@klyngevagt/scoring';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDueCases } from './case-opening.js';
import { type Bench, openBench } from './testing/bench.js';

const day = calendarDate;

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const cases = () =>
  bench.database.dataSource.query(
    `select cycle, opened_on::text as on, state, source, (select count(*)::int from case_milestone where case_id = opened.id) as steps
     from recertification_case as opened order by cycle`,
  );

test('a case is opened on the day the horizon is reached, once, with every step', async () => {
  // The end is 31 March 2027: the horizon of 180 days is reached on 2 October 2026.
  expect(await openDueCases(bench.hands(), day('2026-10-01'))).toMatchObject({ opened: 0 });
  expect(await openDueCases(bench.hands(), day('2026-10-02'))).toMatchObject({ opened: 1 });
  expect(await openDueCases(bench.hands(), day('2026-10-02'))).toMatchObject({ opened: 0 });
  expect(await cases()).toEqual([
    {
      cycle: expect.stringMatching(/^gold:renewal:/),
      on: '2026-10-02',
      state: 'open',
      source: expect.stringContaining('Åbnet af'),
      steps: 10,
    },
  ]);
});

test('a night that was missed is caught up, and two workers open one', async () => {
  const counts = await Promise.all([openDueCases(bench.hands(), day('2026-11-25')), openDueCases(bench.hands(), day('2026-11-25'))]);
  expect(counts.map(({ opened }) => opened).sort()).toEqual([0, 1]);
  expect(await cases()).toHaveLength(1);
});

test('what an officer withdrew stays withdrawn, and a cluster that is not bound has none', async () => {
  await openDueCases(bench.hands(), day('2026-11-25'));
  const write = (sql: string) => recordAs(bench.database.dataSource, systemActor('test'), (manager) => manager.query(sql));
  await write(`update recertification_case set state = 'withdrawn', decided_on = '2026-11-25', revision = revision + 1`);
  expect(await openDueCases(bench.hands(), day('2026-11-26'))).toMatchObject({ opened: 0 });
  await write('delete from recertification_case');
  await write(`update membership set bound = 'no', revision = revision + 1`);
  expect(await openDueCases(bench.hands(), day('2026-11-26'))).toMatchObject({ opened: 0 });
});
