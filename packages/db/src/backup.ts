import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from './backup/back-up.js';
import { runCommand } from './command-line.js';

await runCommand('backup', async (dataSource) => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  if (!values.to) throw new Error('--to names the folder for the backup');
  const folder = resolve(values.to);
  const { tables, ledgerHead } = await backUp(dataSource, folder);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `Backed up to ${folder}: ${rows} rows in ${tables.length} tables; ledger head ${ledgerHead?.hash ?? 'none yet'}`;
});
