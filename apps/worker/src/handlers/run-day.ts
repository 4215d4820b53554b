import type { JobHandlers } from '@klyngevagt/jobs';
import { calendarDate } from '@klyngevagt/scoring';
import { openDueCases } from '../case-opening.js';
import { planAll } from '../planning.js';
import { recordedRun } from '../recorded-run.js';
import { sendDue } from '../sending.js';
import { sendWeekly } from '../weekly-mail.js';
import type { WorkerContext } from '../worker-context.js';
import { retain } from './apply-retention.js';
import { reconcile } from './reconcile-reminders.js';
import { seal } from './seal-ledger.js';

/** One day of the demonstration: the date moves, then everything happens that this day brings. */
export function runDay(context: WorkerContext): JobHandlers['run-day'] {
  return async ({ on: text }) => {
    const on = calendarDate(text);
    if (context.clock.setToday === null) throw new Error('Only a demonstration has a clock that can be moved');
    await context.clock.setToday(on);
    await retain(context, on);
    await openDueCases(context, on);
    await recordedRun(context, 'plan', on, () => planAll(context, on));
    const counts = await recordedRun(context, 'send', on, (tell) => sendDue(context, on, tell));
    await reconcile(context, on);
    await seal(context);
    const { mails: weekly = 0 } = await sendWeekly(context, on);
    return { ...counts, weekly };
  };
}
