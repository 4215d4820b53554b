import type { JobName, JobPayload, JobProducer } from '@klyngevagt/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { ServerLog } from './http/server-log.js';
import { Jobs } from './jobs.js';

/** Wakes the worker for what the database holds already: a queue that is away loses nothing, but it takes longer, and that is told. */
@Injectable()
export class WakeWorker {
  constructor(
    @Inject(Jobs) private readonly jobs: JobProducer,
    private readonly log: ServerLog,
  ) {}

  async for<Name extends JobName>(job: Name, payload: JobPayload<Name>): Promise<{ isQueueAway: boolean }> {
    try {
      await this.jobs.enqueue(job, payload);
      return { isQueueAway: false };
    } catch (error) {
      this.log.lines.warn({ job, error: error instanceof Error ? error.name : 'unknown' }, 'the queue is away: done with the next run');
      return { isQueueAway: true };
    }
  }
}
