import { type ClaimedDelivery, type DeliveryOutcome, systemActor, type WebhookDeliveryRepository } from '@klyngevagt/db';
import type { WebhookEndpointRepository, WebhookSecrets } from '@klyngevagt/db';
import type { Logger } from 'pino';
import { post, type PostLimits, type PostResult } from './post.js';
import { pauseAfter } from './retry-pauses.js';
import { signatureHeaders } from './signature.js';

/** Delivering to endpoints: each has a lane of its own, beside the jobs, so that a slow receiver holds up nobody else. */
export interface WebhookLanes {
  /** Begins to deliver what is due to these endpoints, where nobody is at it. */
  wake(endpointIds: readonly string[]): void;
  /** Once no lane is busy. */
  settled(): Promise<void>;
}

export interface LaneContext {
  deliveries: Pick<WebhookDeliveryRepository, 'claimNext' | 'record'>;
  endpoints: Pick<WebhookEndpointRepository, 'switchOffGone'>;
  secrets: Pick<WebhookSecrets, 'open'>;
  limits: PostLimits;
  stopping: AbortSignal;
  log: Logger;
  /** A lane has nothing more to do now. */
  onIdle: () => Promise<void>;
}

/** Messages that one receiver is handed at the same time, by one worker. */
const handsOfALane = 2;
/** More than a try can last, whatever its timeout. */
export const leaseMs = 5 * 60_000;
/** When a receiver is not there, the next message would fare no better: what was not tried stays due. */
const isAway = new Set<DeliveryOutcome['error']>(['timeout', 'unreachable', 'name-unknown', 'certificate']);

export function openLanes(context: LaneContext): WebhookLanes {
  const { deliveries, stopping, log, onIdle } = context;
  const busy = new Map<string, Promise<void>>();
  const wokenAgain = new Set<string>();

  async function hand(endpointId: string): Promise<void> {
    while (!stopping.aborted) {
      const claimed = await deliveries.claimNext(endpointId, leaseMs);
      if (!claimed) return;
      const { error } = await deliver(context, claimed);
      if (isAway.has(error)) return;
    }
  }

  async function work(endpointId: string): Promise<void> {
    try {
      do {
        wokenAgain.delete(endpointId);
        await Promise.all(Array.from({ length: handsOfALane }, () => hand(endpointId)));
        await onIdle();
      } while (wokenAgain.has(endpointId) && !stopping.aborted);
    } catch (error) {
      log.error({ endpointId, err: (error as Error).message }, 'delivering broke off: the schedule comes round');
    }
    // Nothing is waited for between the last look and this, so that nobody is woken in vain.
    busy.delete(endpointId);
  }

  return {
    wake(endpointIds) {
      for (const id of endpointIds) {
        if (busy.has(id)) wokenAgain.add(id);
        else busy.set(id, work(id));
      }
    },
    async settled() {
      while (busy.size > 0) await Promise.all(busy.values());
    },
  };
}

async function deliver(context: LaneContext, claimed: ClaimedDelivery): Promise<DeliveryOutcome> {
  const { deliveries, endpoints, log } = context;
  const startedAt = performance.now();
  const result = await attempt(context, claimed);
  const outcome = outcomeOf(result, claimed.attemptsInARow, Math.round(performance.now() - startedAt));
  await deliveries.record(claimed, outcome);
  const { id: deliveryId, endpointId, attempts } = claimed;
  const { kind, status, error } = outcome;
  if (kind !== 'delivered') log.warn({ deliveryId, endpointId, attempts, kind, status, error }, 'webhook not delivered');
  if (error === 'gone') await endpoints.switchOffGone(systemActor(`webhook-${deliveryId}`), endpointId);
  return outcome;
}

async function attempt(
  { secrets, limits }: LaneContext,
  { id, endpointId, url, body, sealedSecrets }: ClaimedDelivery,
): Promise<PostResult> {
  let opened: string[];
  try {
    opened = sealedSecrets.map((sealed) => secrets.open(sealed, endpointId));
  } catch {
    // The server's secret is another one than when this was made.
    return { status: null, error: 'secret-unreadable' };
  }
  return post(url, { headers: signatureHeaders({ id, atMs: Date.now(), body }, opened), body }, limits);
}

function outcomeOf({ status, error }: PostResult, attemptsInARow: number, durationMs: number): DeliveryOutcome {
  const seen = { status, error, durationMs };
  if (error === null) return { ...seen, kind: 'delivered' };
  const afterMs = error === 'gone' ? null : pauseAfter(attemptsInARow);
  return afterMs === null ? { ...seen, kind: 'abandoned' } : { ...seen, kind: 'failed', afterMs };
}
