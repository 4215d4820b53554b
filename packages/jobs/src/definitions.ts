import { z } from 'zod';

/** Every job of the product: its name, what it carries and how it is retried. What it does is the worker's affair. */

/** `YYYY-MM-DD`. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

interface RetryOptions {
  attempts: number;
  backoff: { type: 'exponential' | 'fixed'; delay: number };
}

interface JobDefinition<Payload extends z.ZodType> {
  /** Ids and plain dates only: a queue is no place for names, addresses or texts. */
  payload: Payload;
  retry: RetryOptions;
  /**
   * Jobs of one key run one after the other, and at most one waits: a later one takes the waiting one's place.
   * Null: every job stands alone.
   */
  key: ((payload: z.infer<Payload>) => string) | null;
}

const define = <Payload extends z.ZodType>(definition: JobDefinition<Payload>) => definition;

/** Short faults only (a database that restarts): the plan itself lives in PostgreSQL and the next run catches up. */
const someSeconds: RetryOptions = { attempts: 5, backoff: { type: 'exponential', delay: 1000 } };
const once: RetryOptions = { attempts: 1, backoff: { type: 'fixed', delay: 1000 } };

export const jobs = {
  /** Opens a case of recertification for each cluster that has come within the horizon and has none. */
  'open-cases': define({ payload: z.strictObject({}), retry: someSeconds, key: () => 'open-cases' }),
  /** Brings the stored plan in line with facts and rules: of one cluster, or of all. A changed fact does not send by itself. */
  'plan-reminders': define({
    payload: z.strictObject({ clusterId: z.uuid().optional(), thenSend: z.literal(true).optional() }),
    retry: someSeconds,
    key: ({ clusterId, thenSend }) => `plan-${clusterId ?? 'all'}${thenSend ? '-send' : ''}`,
  }),
  /** Sends everything that is due and not closed. */
  'send-due-reminders': define({ payload: z.strictObject({}), retry: someSeconds, key: () => 'send-due' }),
  /** Sends one reminder now, because a person asked for it. */
  'send-reminder': define({
    payload: z.strictObject({ reminderId: z.uuid() }),
    retry: someSeconds,
    key: (payload) => `send-${payload.reminderId}`,
  }),
  /** Sends the officers' weekly mail to whoever has not had this week's; nothing on closed days. */
  'send-weekly-mail': define({ payload: z.strictObject({}), retry: someSeconds, key: () => 'weekly-mail' }),
  /** Queues what other systems are to be told, and begins to deliver what is due. */
  'deliver-webhooks': define({ payload: z.strictObject({}), retry: someSeconds, key: () => 'webhooks' }),
  /** Adds up the day: what was planned against what became of it. */
  'reconcile-reminders': define({ payload: z.strictObject({}), retry: someSeconds, key: () => 'reconcile' }),
  /** Chains the ledger's settled rows, so that an altered history shows. */
  'seal-ledger': define({ payload: z.strictObject({}), retry: someSeconds, key: () => 'seal' }),
  /** Erases what has outlived its years. */
  'apply-retention': define({ payload: z.strictObject({}), retry: someSeconds, key: () => 'retention' }),
  /** Removes bytes that no document names: what a crash left between storing a file and recording it. */
  'sweep-documents': define({ payload: z.strictObject({}), retry: someSeconds, key: () => 'sweep-documents' }),
  /** Demo clock only: moves the plain date and does everything that this day brings. Not repeated by itself: days run in order. */
  'run-day': define({ payload: z.strictObject({ on: day }), retry: once, key: null }),
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]['payload']>;
export const jobNames = Object.keys(jobs) as JobName[];

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobs, name);
}

/** @throws {z.ZodError} the payload is not what the job carries, or carries more */
export function parsePayload<Name extends JobName>(name: Name, payload: unknown): JobPayload<Name> {
  return jobs[name].payload.parse(payload) as JobPayload<Name>;
}
