import type { JobHandlers } from '@klyngevagt/jobs';
import type { WorkerContext } from '../worker-context.js';

export function sealLedger(context: WorkerContext): JobHandlers['seal-ledger'] {
  return () => seal(context);
}

/** Seals what is settled; and an alarm when rows wait for too long, since the transaction that holds them back was left open by somebody. */
export async function seal({ ledger, log }: Pick<WorkerContext, 'ledger' | 'log'>): Promise<{ sealed: number; isStalled: boolean }> {
  const { sealed, head } = await ledger.seal();
  const { isStalled, stalledBecause, unsealedRows, oldestUnsealedAt, openTransaction } = await ledger.sealHealth();
  if (isStalled) log.error({ stalledBecause, unsealedRows, oldestUnsealedAt, openTransaction }, 'sealing of the ledger is stalled');
  if (sealed > 0) log.info({ sealed, position: head?.position }, 'ledger sealed');
  return { sealed, isStalled };
}
