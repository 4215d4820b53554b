import { calendarDate } from '@klyngevagt/scoring';
import { parseArgs } from 'node:util';
import { todayInCopenhagen } from './clock.js';
import { runCommand } from './command-line.js';
import { DemoClockRepository } from './repositories/demo-clock-repository.js';
import { seed } from './seeding.js';

/** All that a local copy does to its database before API and worker use it. One process: loading the entities three times takes longer. */
await runCommand('local-prepare', async (dataSource) => {
  const { values } = parseArgs({ options: { today: { type: 'string' } } });
  const today = values.today === undefined ? null : calendarDate(values.today);
  const applied = await dataSource.runMigrations({ transaction: 'each' });
  const hasSeeded = await seed(dataSource, { kind: 'demo', on: today ?? todayInCopenhagen() });
  // The clock is one row that API and worker read: cleared without a day, so that yesterday's play does not stay.
  await new DemoClockRepository(dataSource).set(today);
  return `${applied.length} migrations applied, ${hasSeeded ? 'seeded' : 'not empty'}, ${today ?? 'the real date'}`;
});
