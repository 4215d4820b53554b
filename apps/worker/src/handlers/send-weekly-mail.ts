import type { JobHandlers } from '@klyngevagt/jobs';
import { sendWeekly } from '../weekly-mail.js';
import type { WorkerContext } from '../worker-context.js';

export function sendWeeklyMail(context: WorkerContext): JobHandlers['send-weekly-mail'] {
  return async () => sendWeekly(context, await context.clock.today());
}
