import type { JobHandlers } from '@klyngevagt/jobs';
import { sendOne } from '../sending.js';
import type { WorkerContext } from '../worker-context.js';

export function sendReminder(context: WorkerContext): JobHandlers['send-reminder'] {
  return async ({ reminderId }) => sendOne(context, reminderId, await context.clock.today());
}
