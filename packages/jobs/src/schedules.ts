import type { JobName, JobPayload } from './definitions.js';

/** Dates of validity are Copenhagen dates, so the day's work follows that clock through both changes of the year. */
const timeZone = 'Europe/Copenhagen';

interface Schedule<Name extends JobName = JobName> {
  job: Name;
  payload: JobPayload<Name>;
  /** Minute, hour, day of month, month, day of week. */
  pattern: string;
  timeZone: string;
}

const schedule = <Name extends JobName>(job: Name, pattern: string, payload: JobPayload<Name>): Schedule<Name> => ({
  job,
  payload,
  pattern,
  timeZone,
});

/** The ids are kept for ever: a schedule is changed under its id, never removed and added again. */
export const schedules = {
  'open-cases-every-morning': schedule('open-cases', '15 5 * * *', {}),
  'plan-every-morning': schedule('plan-reminders', '30 5 * * *', { thenSend: true }),
  'send-every-quarter': schedule('send-due-reminders', '*/15 6-18 * * *', {}),
  // On the week's first working day at seven; every later run finds only what the earlier ones could not send, or what was never planned
  // because nothing ran until then.
  'weekly-mail-every-monday': schedule('send-weekly-mail', '*/15 7-18 * * 1-5', {}),
  'reconcile-every-morning': schedule('reconcile-reminders', '45 6 * * *', {}),
  // Before anybody is at work, and before the day's plan.
  'retention-every-night': schedule('apply-retention', '15 4 * * *', {}),
  'sweep-documents-every-night': schedule('sweep-documents', '15 3 * * *', {}),
  // Changes wake it at once; this finds what a lost wake-up left, and what waits for another try.
  'webhooks-every-minute': schedule('deliver-webhooks', '* * * * *', {}),
  'seal-every-five-minutes': schedule('seal-ledger', '*/5 * * * *', {}),
} as const;

export type ScheduleId = keyof typeof schedules;
