import type { JobHandlers } from '@klyngevagt/jobs';
import type { CalendarDate } from '@klyngevagt/scoring';
import type { Counts } from '../planning.js';
import { recordedRun } from '../recorded-run.js';
import type { WorkerContext } from '../worker-context.js';

export function reconcileReminders(context: WorkerContext): JobHandlers['reconcile-reminders'] {
  return async () => reconcile(context, await context.clock.today());
}

const keptRunsMs = 90 * 24 * 3600 * 1000;

/** planned = sent + superseded + suppressed + acknowledged + failed + uncertain + still to come, every day; and an alarm when it does not add up. */
export async function reconcile(context: WorkerContext, on: CalendarDate): Promise<Counts> {
  const { runs, log } = context;
  return recordedRun(context, 'reconcile', on, async () => {
    const { addsUp, ...sums } = await runs.reconcile(on);
    if (!addsUp) log.error({ on, ...sums }, 'reminders do not add up');
    if (sums.overdue > 0) log.error({ on, overdue: sums.overdue }, 'reminders are overdue');
    if (sums.failed > 0) log.warn({ on, failed: sums.failed }, 'reminders failed and wait for a person');
    await runs.forgetBefore(new Date(Date.now() - keptRunsMs));
    return { ...sums, addsUp: addsUp ? 1 : 0 };
  });
}
