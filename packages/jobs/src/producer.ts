import { openQueue, openQueueEvents, type QueueSettings } from './backend.js';
import { type JobName, type JobPayload, jobs, parsePayload } from './definitions.js';
import { finishedJob } from './finished-job.js';
import { type ScheduleId, schedules } from './schedules.js';

/** The queue did not answer in time. What was to be done is not lost: the plan lives in the database. */
export class QueueUnavailableError extends Error {
  override readonly name = 'QueueUnavailableError';
}

export interface EnqueueOptions {
  /** Milliseconds before the job may start. */
  delay?: number;
  /** Stands in place of the job's key: a job of the same id is not added twice. */
  id?: string;
}

export interface JobProducer {
  /**
   * @returns the job's id; of the waiting job where this one took its place
   * @throws {z.ZodError} the payload is not what the job carries
   * @throws {QueueUnavailableError} the queue did not answer
   */
  enqueue<Name extends JobName>(name: Name, payload: JobPayload<Name>, options?: EnqueueOptions): Promise<string>;
  /** Enqueues and waits for the end of the job. @throws what the job threw, as an `Error` with its message */
  enqueueAndWait<Name extends JobName>(name: Name, payload: JobPayload<Name>, timeoutMs: number): Promise<unknown>;
  /** Sets all schedules under their ids; harmless when repeated. */
  setSchedules(): Promise<void>;
  /** When a schedule starts its job next; null while it is not set. */
  nextRunAt(id: ScheduleId): Promise<Date | null>;
  /** @throws {QueueUnavailableError} */
  ping(): Promise<void>;
  /** Close it last: a call on a closed queue never returns. */
  close(): Promise<void>;
}

const answerWithinMs = 6000;
/** Finished jobs stay long enough to be looked at, and no longer: the record of sending is in the database. */
const keptJobs = { removeOnComplete: { age: 3 * 24 * 3600, count: 500 }, removeOnFail: { age: 14 * 24 * 3600, count: 500 } };

export function createJobProducer(settings: QueueSettings, onError: (error: Error) => void): JobProducer {
  const { queue, close } = openQueue(settings, onError);
  let events: ReturnType<typeof openQueueEvents> | null = null;

  async function add<Name extends JobName>(name: Name, payload: JobPayload<Name>, { delay, id }: EnqueueOptions) {
    const parsed = parsePayload(name, payload);
    const identity = id === undefined ? keyOptions(name, parsed) : { jobId: id };
    return inTime(queue.add(name, parsed, { ...keptJobs, ...jobs[name].retry, ...identity, ...(delay === undefined ? {} : { delay }) }));
  }

  async function setSchedule(id: ScheduleId) {
    const { job, payload, pattern, timeZone } = schedules[id];
    const template = { name: job, data: parsePayload(job, payload), opts: { ...keptJobs, ...jobs[job].retry } };
    await inTime(queue.upsertJobScheduler(id, { pattern, tz: timeZone }, template));
  }

  return {
    async enqueue(name, payload, options = {}) {
      const job = await add(name, payload, options);
      return job.id ?? '';
    },
    async enqueueAndWait(name, payload, timeoutMs) {
      events ??= openQueueEvents(settings, onError);
      await inTime(events.events.waitUntilReady());
      const job = await add(name, payload, {});
      const { events: news } = events;
      return finishedJob((ms) => job.waitUntilFinished(news, ms), timeoutMs);
    },
    async setSchedules() {
      for (const id of Object.keys(schedules) as ScheduleId[]) {
        // Two workers that start together may set it at the same moment; one is refused, and then it is set.
        await setSchedule(id).catch(async (refused: unknown) => {
          if (!(await inTime(queue.getJobScheduler(id)))) throw refused;
        });
      }
    },
    async nextRunAt(id) {
      const scheduler = await inTime(queue.getJobScheduler(id));
      return scheduler?.next === undefined ? null : new Date(Number(scheduler.next));
    },
    async ping() {
      await inTime(queue.getJobCounts('waiting'));
    },
    async close() {
      await events?.close();
      await close();
    },
  };
}

function keyOptions<Name extends JobName>(name: Name, payload: JobPayload<Name>) {
  const keyOf = jobs[name].key as ((payload: JobPayload<Name>) => string) | null;
  return keyOf === null ? {} : { deduplication: { id: keyOf(payload), keepLastIfActive: true } };
}

async function inTime<Answer>(call: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueUnavailableError('The queue did not answer')), answerWithinMs);
  });
  try {
    return await Promise.race([call, tooLate]);
  } catch (cause) {
    throw cause instanceof QueueUnavailableError ? cause : new QueueUnavailableError('The queue refused the call', { cause });
  } finally {
    clearTimeout(timer);
  }
}
