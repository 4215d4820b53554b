import type { JobHandlers } from '@klyngevagt/jobs';
import { leaseMs } from '../webhooks/lanes.js';
import type { WorkerContext } from '../worker-context.js';

export function deliverWebhooks(context: WorkerContext): JobHandlers['deliver-webhooks'] {
  return () => deliver(context);
}

/** Queues what happened, and wakes the lanes of those to whom something is due. It does not wait for receivers. */
async function deliver({ webhooks, publicUrl }: WorkerContext): Promise<{ queued: number; endpoints: number }> {
  const { deliveries, lanes } = webhooks;
  const queued = await deliveries.queue(publicUrl);
  await deliveries.removeOld();
  const due = await deliveries.dueEndpoints(leaseMs);
  lanes.wake(due);
  return { queued, endpoints: due.length };
}
