import type { HealthRepository } from '@klyngevagt/db';
import type { Logger } from 'pino';
import { setTimeout as pause } from 'node:timers/promises';

const askAgainMs = 2000;

/** Where containers start together, the migrations of this version may run seconds later: the worker waits for them, and says so once. */
export async function untilMigrated(health: Pick<HealthRepository, 'read'>, log: Logger): Promise<void> {
  for (let isTold = false; ; isTold = true) {
    const { pendingMigrations } = await health.read();
    if (pendingMigrations === 0) return;
    if (!isTold)
      log.warn({ pendingMigrations }, 'waiting: the database lacks migrations of this version (node packages/db/dist/migrate.js)');
    await pause(askAgainMs);
  }
}
