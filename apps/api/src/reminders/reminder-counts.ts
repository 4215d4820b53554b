import { ReminderRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';

type Counts = ReadonlyMap<string, number>;

const scopesKept = 500;

/** Reminders that failed and wait for a person, counted again only when a reminder changed. */
@Injectable()
export class ReminderCounts {
  private readonly known = new Map<string, { version: string; counts: Promise<Counts> }>();

  constructor(private readonly reminders: ReminderRepository) {}

  async failedByCluster({ scope, present }: Pick<Caller, 'scope' | 'present'>): Promise<Counts> {
    const key = scope.kind === 'all' ? 'all' : scope.clusterIds.join(' ');
    const known = this.known.get(key);
    if (known?.version === present.reminders) return known.counts;
    const counts = this.reminders.countFailed(scope);
    if (this.known.size >= scopesKept) this.known.clear();
    this.known.set(key, { version: present.reminders, counts });
    counts.catch(() => this.known.delete(key));
    return counts;
  }
}
