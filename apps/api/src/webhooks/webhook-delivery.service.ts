import type { QueryOf, WebhookDeliveryList } from '@klyngevagt/contracts';
import { WebhookDeliveryRepository } from '@klyngevagt/db';
import type { JobProducer } from '@klyngevagt/jobs';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { Jobs } from '../jobs.js';

/** What was told to other systems, and telling it once more. Everything stands in the database first: should the queue be away, the next run delivers. */
@Injectable()
export class WebhookDeliveryService {
  constructor(
    private readonly deliveries: WebhookDeliveryRepository,
    @Inject(Jobs) private readonly jobs: JobProducer,
  ) {}

  async list({ scope }: Caller, { endpoint, state, before, limit }: QueryOf<'webhook-delivery.list'>): Promise<WebhookDeliveryList> {
    // One more than is shown tells whether there is a next page.
    const rows = await this.deliveries.list({ scope, endpointId: endpoint, state, before, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    return { deliveries: shown, nextBefore: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }

  async test(endpointId: string): Promise<{ id: string }> {
    const id = await this.deliveries.queueTest(endpointId);
    await this.wake();
    return { id };
  }

  async replay({ scope }: Caller, id: string): Promise<{ id: string }> {
    await this.deliveries.replay(scope, id);
    await this.wake();
    return { id };
  }

  async replayFailed(endpointId: string, since: string): Promise<{ id: string; count: number }> {
    const count = await this.deliveries.replayFailed(endpointId, since);
    if (count > 0) await this.wake();
    return { id: endpointId, count };
  }

  private async wake(): Promise<void> {
    await this.jobs.enqueue('deliver-webhooks', {}).catch(() => undefined);
  }
}
