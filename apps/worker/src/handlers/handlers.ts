import type { JobHandlers } from '@klyngevagt/jobs';
import type { WorkerContext } from '../worker-context.js';
import { applyRetention } from './apply-retention.js';
import { deliverWebhooks } from './deliver-webhooks.js';
import { openCases } from './open-cases.js';
import { planReminders } from './plan-reminders.js';
import { reconcileReminders } from './reconcile-reminders.js';
import { runDay } from './run-day.js';
import { sealLedger } from './seal-ledger.js';
import { sendDueReminders } from './send-due-reminders.js';
import { sendReminder } from './send-reminder.js';
import { sendWeeklyMail } from './send-weekly-mail.js';
import { sweepDocuments } from './sweep-documents.js';

/** Every job has its handler: one without does not compile. */
export function createHandlers(context: WorkerContext): JobHandlers {
  return {
    'open-cases': openCases(context),
    'plan-reminders': planReminders(context),
    'send-due-reminders': sendDueReminders(context),
    'send-reminder': sendReminder(context),
    'send-weekly-mail': sendWeeklyMail(context),
    'deliver-webhooks': deliverWebhooks(context),
    'reconcile-reminders': reconcileReminders(context),
    'apply-retention': applyRetention(context),
    'sweep-documents': sweepDocuments(context),
    'seal-ledger': sealLedger(context),
    'run-day': runDay(context),
  };
}
