import type { WebhookDeliveryRepository } from '@klyngevagt/db';
import type { JobProducer } from '@klyngevagt/jobs';
import type { Logger } from 'pino';

/** Times at which the worker is woken, so that many postponed deliveries make few jobs. */
const stepMs = 5000;

/** Wakes the worker when the next postponed delivery may be tried. Only a convenience: the schedule comes round anyway. */
export async function wakeWhenDue(
  deliveries: Pick<WebhookDeliveryRepository, 'nextAttemptAt'>,
  jobs: JobProducer,
  log: Logger,
): Promise<void> {
  const nextAttemptAt = await deliveries.nextAttemptAt();
  if (nextAttemptAt === null) return;
  const at = Math.ceil(Math.max(nextAttemptAt.getTime(), Date.now() + 1000) / stepMs) * stepMs;
  await jobs
    .enqueue('deliver-webhooks', {}, { delay: at - Date.now(), id: `webhooks-again-${at}` })
    .catch((error: Error) => log.warn({ err: error.name }, 'queue away'));
}
