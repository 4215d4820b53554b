import type { Retention } from '@klyngevagt/contracts';
import { RetentionRepository, WorkerRunRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';

/** Numbers only: whom it concerned is gone. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly retention: RetentionRepository,
    private readonly runs: WorkerRunRepository,
  ) {}

  async read(): Promise<Retention> {
    const [run, { last, total }] = await Promise.all([this.runs.newestOf('retention'), this.retention.readErased()]);
    return {
      lastRun: run === null ? null : { at: run.startedAt.toISOString(), isFailed: run.error !== null },
      nextRunAt: run?.nextRunAt?.toISOString() ?? null,
      lastErased: last === null ? null : { on: last.ranOn, people: last.people, mails: last.mails, texts: last.texts },
      total,
    };
  }
}
