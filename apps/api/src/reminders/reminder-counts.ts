import { ReminderRepository, type Scope } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';

/** Reminders that failed and wait for a person. */
@Injectable()
export class ReminderCounts {
  constructor(private readonly reminders: ReminderRepository) {}

  async failedByCluster(scope: Scope): Promise<ReadonlyMap<string, number>> {
    return this.reminders.countFailed(scope);
  }
}
