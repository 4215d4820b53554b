import type { WorkerRunKind } from '@klyngevagt/db';
import type { ScheduleId } from '@klyngevagt/jobs';
import type { CalendarDate } from '@klyngevagt/scoring';
import type { Counts } from './planning.js';
import type { WorkerContext } from './worker-context.js';

const scheduleOf: Record<WorkerRunKind, ScheduleId> = {
  plan: 'plan-every-morning',
  send: 'send-every-quarter',
  reconcile: 'reconcile-every-morning',
  retention: 'retention-every-night',
};

/** Keeps how far a run has come; what is told too soon after the last time waits for the next. */
export type TellProgress = (counts: Counts) => Promise<void>;

/** Often enough for whoever looks on, and seldom beside the mails that are recorded meanwhile. */
const toldEveryMs = 3000;

/** Does a piece of work and keeps when it ran, what it did and when the next is expected: a silence is seen by its absence. */
export async function recordedRun(
  context: WorkerContext,
  kind: WorkerRunKind,
  on: CalendarDate,
  work: (tell: TellProgress) => Promise<Counts>,
): Promise<Counts> {
  const { runs, jobs, log } = context;
  const id = await runs.start(kind, on);
  // The queue may be away while the work goes on; then nobody knows when the next run is.
  const nextRunAt = await jobs.nextRunAt(scheduleOf[kind]).catch(() => null);
  try {
    const counts = await work(progressOf(runs, id));
    await runs.finish(id, { counts, nextRunAt, error: null });
    log.info({ kind, on, counts }, 'run');
    return counts;
  } catch (error) {
    await runs.finish(id, { counts: {}, nextRunAt, error: error instanceof Error ? error.name : 'unknown' });
    throw error;
  }
}

function progressOf(runs: WorkerContext['runs'], id: string): TellProgress {
  const startedMs = performance.now();
  let toldMs = -Infinity;
  return async (counts) => {
    const nowMs = performance.now();
    if (nowMs - toldMs < toldEveryMs) return;
    toldMs = nowMs;
    await runs.recordProgress(id, { ...counts, seconds: Math.round((nowMs - startedMs) / 1000) });
  };
}
