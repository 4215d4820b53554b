import type { JobHandlers } from '@klyngevagt/jobs';
import { recordedRun } from '../recorded-run.js';
import { sendDue } from '../sending.js';
import type { WorkerContext } from '../worker-context.js';

const minute = 60_000;

export function sendDueReminders(context: WorkerContext): JobHandlers['send-due-reminders'] {
  return async () => {
    const on = await context.clock.today();
    const counts = await recordedRun(context, 'send', on, (tell) => sendDue(context, on, tell));
    await comeBack(context);
    return counts;
  };
}

/** Wakes up when the next postponed mail may be tried. Only a convenience: the schedule comes round anyway. */
async function comeBack({ messages, jobs, log }: WorkerContext): Promise<void> {
  const nextAttemptAt = await messages.nextAttemptAt();
  if (nextAttemptAt === null) return;
  const at = Math.ceil(Math.max(nextAttemptAt.getTime(), Date.now() + 1000) / minute) * minute;
  await jobs
    .enqueue('send-due-reminders', {}, { delay: at - Date.now(), id: `send-again-${at}` })
    .catch((error: Error) => log.warn({ err: error.name }, 'queue away'));
}
