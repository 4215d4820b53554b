import { calendarDate } from '@klyngevagt/scoring';
import { parseArgs } from 'node:util';
import { runCommand } from './command-line.js';
import { DemoClockRepository } from './repositories/demo-clock-repository.js';

await runCommand('demo-clock', async (dataSource) => {
  const { values } = parseArgs({ options: { set: { type: 'string' }, clear: { type: 'boolean', default: false } } });
  if ((values.set === undefined) === !values.clear) throw new Error('Say --set YYYY-MM-DD or --clear');
  const today = values.set === undefined ? null : calendarDate(values.set);
  await new DemoClockRepository(dataSource).set(today);
  return today === null ? 'The real date holds' : `The demo clock shows ${today}`;
});
