import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restore } from './backup/restore.js';
import { runCommand } from './command-line.js';

await runCommand('restore', async (dataSource) => {
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  if (!values.from) throw new Error('--from names the folder of the backup');
  const { manifest, findings } = await restore(dataSource, resolve(values.from));
  const { tables, takenAt, ledgerHead } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const warning =
    findings.length === 0 ? '' : `\nThe ledger was not in order when this backup was taken: ${findings.length} found, see ledger:verify`;
  return `Restored the backup of ${takenAt}: ${rows} rows in ${tables.length} tables; ledger head ${ledgerHead?.hash ?? 'none yet'}${warning}`;
});
