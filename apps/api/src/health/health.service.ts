import { HealthRepository } from '@klyngevagt/db';
import { type JobProducer } from '@klyngevagt/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { Jobs } from '../jobs.js';

interface Check {
  ok: boolean;
  /** What is wrong, or what was seen. */
  reason: string;
}

export interface Readiness {
  status: 'ready' | 'not-ready';
  checks: { database: Check; migrations: Check; queue: Check; worker: Check };
}

const checkWithinMs = 2500;

/** Whether the API can do its work, and if not, why. A silent worker is told but does not take the pages away. */
@Injectable()
export class HealthService {
  constructor(
    private readonly health: HealthRepository,
    @Inject(Jobs) private readonly jobs: JobProducer,
  ) {}

  async check(): Promise<Readiness> {
    const [database, queue] = await Promise.all([this.checkDatabase(), this.checkQueue()]);
    const isReady = database.database.ok && database.migrations.ok;
    return { status: isReady ? 'ready' : 'not-ready', checks: { ...database, queue } };
  }

  private async checkDatabase(): Promise<Pick<Readiness['checks'], 'database' | 'migrations' | 'worker'>> {
    try {
      const { pendingMigrations, workerSeenAt } = await inTime(this.health.read());
      return {
        database: { ok: true, reason: 'answers' },
        migrations: { ok: pendingMigrations === 0, reason: pendingMigrations === 0 ? 'all applied' : `${pendingMigrations} to apply` },
        worker: { ok: workerSeenAt !== null, reason: workerSeenAt ? `last run ${workerSeenAt}` : 'no run recorded yet' },
      };
    } catch {
      const silent = { ok: false, reason: 'the database does not answer' };
      return { database: silent, migrations: silent, worker: silent };
    }
  }

  private async checkQueue(): Promise<Check> {
    try {
      await inTime(this.jobs.ping());
      return { ok: true, reason: 'answers' };
    } catch {
      return { ok: false, reason: 'the queue does not answer; reminders wait in the database' };
    }
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), checkWithinMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
