import { runCommand } from './command-line.js';
import { removeDemo } from './demo-removal.js';

await runCommand('demo-remove', async (dataSource) => {
  const removed = Object.entries(await removeDemo(dataSource)).filter(([, count]) => count > 0);
  return removed.length === 0
    ? 'Nothing invented was found'
    : `Removed ${removed.map(([table, count]) => `${table}: ${count}`).join(', ')}`;
});
