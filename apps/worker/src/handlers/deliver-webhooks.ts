import type { JobHandlers } from '@klyngevagt/jobs';
import { tellVerdicts } from '../webhooks/changed-verdicts.js';
import { leaseMs } from '../webhooks/lanes.js';
import type { WorkerContext } from '../worker-context.js';

export function deliverWebhooks(context: WorkerContext): JobHandlers['deliver-webhooks'] {
  return () => deliver(context);
}

/** Queues what happened, and wakes the lanes of those to whom something is due. It does not wait for receivers. */
async function deliver(context: WorkerContext): Promise<{ queued: number; verdicts: number; endpoints: number }> {
  const { webhooks, publicUrl, log } = context;
  const { deliveries, lanes } = webhooks;
  const queued = await deliveries.queue(publicUrl);
  // What can't be decided now holds up nothing else: the next run tells it.
  const verdicts = await tellVerdicts(context).catch((error: Error) => {
    log.error({ err: error.message }, 'changed verdicts are not told');
    return 0;
  });
  await deliveries.removeOld();
  const due = await deliveries.dueEndpoints(leaseMs);
  lanes.wake(due);
  return { queued, verdicts, endpoints: due.length };
}
