import type { QueryOf, ResponseOf, WebhookDeliveryList } from '@klyngevagt/contracts';
import { WebhookDeliveryRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { WakeWorker } from '../wake-worker.js';

/** What was told to other systems, and telling it once more. Everything stands in the database first: should the queue be away, the next run delivers. */
@Injectable()
export class WebhookDeliveryService {
  constructor(
    private readonly deliveries: WebhookDeliveryRepository,
    private readonly wakeWorker: WakeWorker,
  ) {}

  async list({ scope }: Caller, { endpoint, state, before, limit }: QueryOf<'webhook-delivery.list'>): Promise<WebhookDeliveryList> {
    // One more than is shown tells whether there is a next page.
    const rows = await this.deliveries.list({ scope, endpointId: endpoint, state, before, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    return { deliveries: shown, nextBefore: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }

  async test(endpointId: string): Promise<ResponseOf<'webhook.test'>> {
    const id = await this.deliveries.queueTest(endpointId);
    return { id, ...(await this.wake()) };
  }

  async replay({ scope }: Caller, id: string): Promise<ResponseOf<'webhook-delivery.replay'>> {
    await this.deliveries.replay(scope, id);
    return { id, ...(await this.wake()) };
  }

  async replayFailed(endpointId: string, since: string): Promise<ResponseOf<'webhook.replay'>> {
    const count = await this.deliveries.replayFailed(endpointId, since);
    return { id: endpointId, count, ...(count > 0 ? await this.wake() : { isQueueAway: false }) };
  }

  private wake(): Promise<{ isQueueAway: boolean }> {
    return this.wakeWorker.for('deliver-webhooks', {});
  }
}
