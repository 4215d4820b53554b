import type { ReminderList } from '@klyngevagt/contracts';
import { type LatestRuns, ReminderRepository, type ReminderSums, type Scope, WorkerRunRepository } from '@klyngevagt/db';
import { type JobProducer } from '@klyngevagt/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, lastQuarterOfOfficeHours } from '../clock.js';
import { Jobs } from '../jobs.js';

export type ReminderHealth = ReminderList['health'];

/** How late a run may be before silence is called: three of the pauses between two. */
const silentAfterMs = 45 * 60_000;
const queueAnswersWithinMs = 1500;

/** Whether reminders are looked after, and whether all of them are accounted for. */
@Injectable()
export class ReminderHealthReader {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly runs: WorkerRunRepository,
    @Inject(Jobs) private readonly jobs: JobProducer,
    private readonly clock: Clock,
  ) {}

  async read(scope: Scope): Promise<ReminderHealth> {
    const today = await this.clock.today();
    const [sums, held, runs, isQueueAway] = await Promise.all([
      this.reminders.sums(scope),
      this.reminders.countHeld(scope, today),
      this.runs.latest(),
      this.isQueueAway(),
    ]);
    return presentHealth({ sums, held, runs, isQueueAway }, this.clock.now());
  }

  private async isQueueAway(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<true>((resolve) => {
      timer = setTimeout(() => resolve(true), queueAnswersWithinMs);
    });
    const asked = this.jobs.ping().then(
      () => false,
      () => true,
    );
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  }
}

interface Seen {
  runs: LatestRuns;
  sums: ReminderSums;
  /** Due and not closed. */
  held: number;
  isQueueAway: boolean;
}

export function presentHealth({ runs, sums, held, isQueueAway }: Seen, now: Date): ReminderHealth {
  const { last, lastFinished, lastReconciliation } = runs;
  const { total, sent, toCome, superseded, suppressed, acknowledged, failed, uncertain } = sums;
  const isReconciled = lastReconciliation?.error == null && lastReconciliation?.counts['addsUp'] !== 0;
  const did = (name: string) => lastFinished?.counts[name] ?? 0;
  return {
    state: stateOf(runs, now),
    lastRunAt: last?.startedAt.toISOString() ?? null,
    nextRunAt: last?.nextRunAt?.toISOString() ?? null,
    lastSent: did('sent'),
    lastRun: lastFinished && {
      sent: did('sent'),
      postponed: did('postponed'),
      failed: did('failed'),
      uncertain: did('uncertain'),
      interrupted: did('interrupted'),
    },
    held,
    lastReconciledAt: lastReconciliation?.finishedAt?.toISOString() ?? null,
    isQueueAway,
    sums: { total, sent, toCome, superseded, suppressed, acknowledged, failed, uncertain },
    addsUp: total === sent + toCome + superseded + suppressed + acknowledged + failed + uncertain && isReconciled,
  };
}

/** Silence is measured by the clock of the office, not by what the queue promised: a queue that is away promises nothing. */
function stateOf({ last, lastFinished }: LatestRuns, now: Date): ReminderHealth['state'] {
  if (!last) return 'never-run';
  if (last.error !== null) return 'failing';
  const hangs = last.finishedAt === null && now.getTime() - last.startedAt.getTime() > silentAfterMs;
  const shouldHaveRunSince = lastQuarterOfOfficeHours(new Date(now.getTime() - silentAfterMs));
  const seenAt = lastFinished && lastFinished.startedAt > last.startedAt ? lastFinished.startedAt : last.startedAt;
  return hangs || seenAt < shouldHaveRunSince ? 'silent' : 'running';
}
