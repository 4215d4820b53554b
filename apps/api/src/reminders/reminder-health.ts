import type { ReminderList } from '@klyngevagt/contracts';
import {
  type LatestRuns,
  ReminderRepository,
  type ReminderSums,
  type Scope,
  WeeklyMailRepository,
  WorkerRunRepository,
} from '@klyngevagt/db';
import { createTranslator } from '@klyngevagt/messages';
import type { JobProducer } from '@klyngevagt/jobs';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { maySeeNames } from '../auth/permissions.js';
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
    private readonly weekly: WeeklyMailRepository,
    @Inject(Jobs) private readonly jobs: JobProducer,
    private readonly clock: Clock,
  ) {}

  async read(scope: Scope): Promise<ReminderHealth> {
    return presentHealth(await this.see(scope), this.clock.now());
  }

  /** Weekly mails are about no single cluster, so that no reminder stands for one that did not arrive. */
  async readFailedWeeklyMails({ scope, role, language }: Caller): Promise<ReminderList['failedWeeklyMails']> {
    if (scope.kind !== 'all') return [];
    const t = createTranslator(language);
    return (await this.weekly.readFailed()).map(({ personName, because, ...mail }) => ({
      ...mail,
      recipient: maySeeNames(role) ? personName : null,
      because: t(`reminders.because.${because}`),
    }));
  }

  async see(scope: Scope): Promise<SeenReminders> {
    const today = await this.clock.today();
    const [sums, held, runs, isQueueAway] = await Promise.all([
      this.reminders.sums(scope),
      this.reminders.countHeld(scope, today),
      this.runs.latest(),
      this.isQueueAway(),
    ]);
    return { sums, held, runs, isQueueAway };
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

export interface SeenReminders {
  runs: LatestRuns;
  sums: ReminderSums;
  /** Due and not closed. */
  held: number;
  isQueueAway: boolean;
}

export function presentHealth({ runs, sums, held, isQueueAway }: SeenReminders, now: Date): ReminderHealth {
  const { last, lastFinished, lastReconciliation } = runs;
  const { total, sent, toCome, superseded, suppressed, acknowledged, failed, uncertain } = sums;
  const isReconciled = lastReconciliation?.error == null && lastReconciliation?.counts['addsUp'] !== 0;
  const did = (name: string) => lastFinished?.counts[name] ?? 0;
  const state = stateOf(runs, now);
  return {
    state,
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
    running: state === 'running' ? runningOf(last) : null,
    held,
    lastReconciledAt: lastReconciliation?.finishedAt?.toISOString() ?? null,
    isQueueAway,
    sums: { total, sent, toCome, superseded, suppressed, acknowledged, failed, uncertain },
    addsUp: total === sent + toCome + superseded + suppressed + acknowledged + failed + uncertain && isReconciled,
  };
}

function runningOf(last: LatestRuns['last']): ReminderHealth['running'] {
  const { due = 0, sent = 0 } = last?.finishedAt === null ? last.counts : {};
  return due === 0 ? null : { sent, due };
}

/** Silence is measured by the clock of the office, not by what the queue promised: a queue that is away promises nothing. */
function stateOf({ last, lastFinished }: LatestRuns, now: Date): ReminderHealth['state'] {
  if (!last) return 'never-run';
  if (last.error !== null) return 'failing';
  // A run with much to send tells as it goes on.
  const aliveAt = last.finishedAt === null ? new Date(last.startedAt.getTime() + (last.counts['seconds'] ?? 0) * 1000) : last.startedAt;
  const hangs = last.finishedAt === null && now.getTime() - aliveAt.getTime() > silentAfterMs;
  const shouldHaveRunSince = lastQuarterOfOfficeHours(new Date(now.getTime() - silentAfterMs));
  const seenAt = lastFinished && lastFinished.startedAt > aliveAt ? lastFinished.startedAt : aliveAt;
  return hangs || seenAt < shouldHaveRunSince ? 'silent' : 'running';
}
