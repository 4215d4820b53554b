import { ReminderRepository, type Scope } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';

/** Reminders that failed and wait for a person. */
@Injectable()
export class ReminderCounts {
  constructor(private readonly reminders: ReminderRepository) {}

  async failedByCluster(scope: Scope): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { clusterId } of await this.reminders.list({ scope, state: 'failed' }))
      counts.set(clusterId, (counts.get(clusterId) ?? 0) + 1);
    return counts;
  }
}
