import {
  type createDataSource,
  WebhookDeliveryRepository,
  WebhookEndpointRepository,
  webhookSecrets,
  WebhookVerdictRepository,
} from '@klyngevagt/db';
import type { JobProducer } from '@klyngevagt/jobs';
import type { Logger } from 'pino';
import type { Env } from '../env.js';
import type { WorkerContext } from '../worker-context.js';
import { openLanes } from './lanes.js';
import { wakeWhenDue } from './wake-when-due.js';

/** For so long a receiver may be silent; a worker that stops waits for it. */
const receiverPatienceMs = 15_000;

interface Around {
  jobs: JobProducer;
  log: Logger;
  stopping: AbortSignal;
  timeoutMs?: number;
}

/** What a worker needs to tell other systems what happened. */
export function openWebhooks(
  dataSource: ReturnType<typeof createDataSource>,
  { authSecret, isPrivateWebhookAllowed }: Pick<Env, 'authSecret' | 'isPrivateWebhookAllowed'>,
  { jobs, log, stopping, timeoutMs = receiverPatienceMs }: Around,
): WorkerContext['webhooks'] {
  const deliveries = new WebhookDeliveryRepository(dataSource);
  const lanes = openLanes({
    deliveries,
    endpoints: new WebhookEndpointRepository(dataSource),
    secrets: webhookSecrets(authSecret),
    limits: { isPrivateAllowed: isPrivateWebhookAllowed, timeoutMs },
    stopping,
    log,
    onIdle: () => wakeWhenDue(deliveries, jobs, log),
  });
  return { deliveries, verdicts: new WebhookVerdictRepository(dataSource), lanes };
}
