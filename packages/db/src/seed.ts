import { calendarDate } from '@klyngevagt/scoring';
import { parseArgs } from 'node:util';
import { runCommand } from './command-line.js';
import { todayInCopenhagen } from './clock.js';
import { seed } from './seeding.js';

await runCommand('seed', async (dataSource) => {
  const { values } = parseArgs({ options: { 'sourced-only': { type: 'boolean', default: false }, on: { type: 'string' } } });
  const on = values.on === undefined ? todayInCopenhagen() : calendarDate(values.on);
  const kind = values['sourced-only'] ? 'sourced' : 'demo';
  const hasSeeded = await seed(dataSource, { kind, on });
  return hasSeeded ? `Seeded (${kind}, relative to ${on})` : 'Not empty: nothing seeded';
});
