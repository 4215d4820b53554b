import type { JobHandlers } from '@klyngevagt/jobs';
import { planAll, planCluster } from '../planning.js';
import { recordedRun } from '../recorded-run.js';
import type { WorkerContext } from '../worker-context.js';
import { seal } from './seal-ledger.js';

export function planReminders(context: WorkerContext): JobHandlers['plan-reminders'] {
  return async ({ clusterId, thenSend }) => {
    const on = await context.clock.today();
    if (clusterId !== undefined) return planCluster(context, clusterId, on);
    const counts = await recordedRun(context, 'plan', on, () => planAll(context, on));
    if (thenSend) await context.jobs.enqueue('send-due-reminders', {});
    // Mails don't wait for a seal: it comes round by itself.
    await seal(context).catch((error: Error) => context.log.error({ err: error.message }, 'sealing failed: the schedule comes round'));
    return counts;
  };
}
