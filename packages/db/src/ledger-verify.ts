import { parseArgs } from 'node:util';
import { runCommand } from './command-line.js';
import type { LedgerFinding } from './ledger-finding.js';
import { verifyLedger } from './ledger-verification.js';

await runCommand('ledger-verify', async (dataSource) => {
  const { values } = parseArgs({ options: { head: { type: 'string' } } });
  if (values.head !== undefined && !/^[0-9a-f]{64}$/i.test(values.head)) throw new Error('--head takes the 64 characters of a head hash');
  const { findings, sealedRows, unsealedRows, head } = await verifyLedger(dataSource, values.head);
  const sums = `${sealedRows} rows sealed, ${unsealedRows} wait for the next sealing; head ${head?.hash ?? 'none yet'}`;
  if (findings.length > 0) throw new Error([`${findings.length} found`, ...findings.map(inWords), sums].join('\n  '));
  return `The ledger is as it was recorded: ${sums}${values.head === undefined ? '' : '; the given head is part of it'}`;
});

function inWords(finding: LedgerFinding): string {
  switch (finding.kind) {
    case 'altered':
      return `seq ${finding.seq} was altered`;
    case 'removed':
      return `seq ${finding.seq} was removed`;
    case 'inserted':
      return `seq ${finding.seq} was inserted where everything had been sealed`;
    case 'link-removed':
      return `link ${finding.position} of the chain was removed`;
    case 'contradiction':
      return `seq ${finding.seq ?? 'none'}: the history of ${finding.entity} ${finding.rowId} does not agree with itself, with the fact or with the reason given`;
    case 'head-missing':
      return `head ${finding.hash} is not in the chain: its end was cut off, or it was written anew`;
  }
}
