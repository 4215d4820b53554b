import { UnrecoverableError } from 'bullmq';
import { openWorker, type QueueSettings } from './backend.js';
import { isJobName, type JobName, type JobPayload, parsePayload } from './definitions.js';

export interface JobContext {
  jobId: string;
  /** 1 at the first try. */
  attempt: number;
}

/** One handler for every job: a job without one does not compile. What it returns must survive JSON. */
export type JobHandlers = { [Name in JobName]: (payload: JobPayload<Name>, context: JobContext) => Promise<unknown> };

/** What happens to jobs, for the log: names and ids, never payloads. */
export type JobEvent =
  | { kind: 'started' | 'done' | 'unknown'; job: string; jobId: string; attempt: number }
  | { kind: 'failed'; job: string; jobId: string; attempt: number; isFinal: boolean; error: Error };

export interface JobRunner {
  /** Resolves once jobs are taken. */
  ready(): Promise<void>;
  /** Takes no new jobs, waits for the running ones, then lets go of the queue. */
  close(): Promise<void>;
}

export interface RunnerOptions {
  settings: QueueSettings;
  handlers: JobHandlers;
  concurrency: number;
  onEvent: (event: JobEvent) => void;
  onError: (error: Error) => void;
}

export function createJobRunner({ settings, handlers, concurrency, onEvent, onError }: RunnerOptions): JobRunner {
  const { worker, close } = openWorker(
    settings,
    async (job) => {
      const context = { jobId: job.id ?? '', attempt: job.attemptsMade + 1 };
      if (!isJobName(job.name)) {
        // A schedule outlives the build that knew it: nobody can do this job, and failing it again and again helps no one.
        onEvent({ kind: 'unknown', job: job.name, ...context });
        return null;
      }
      onEvent({ kind: 'started', job: job.name, ...context });
      const answer = await run(handlers, job.name, job.data, context);
      onEvent({ kind: 'done', job: job.name, ...context });
      return answer ?? null;
    },
    concurrency,
    onError,
  );
  worker.on('failed', (job, error) => {
    const attempt = job?.attemptsMade ?? 0;
    const isFinal = error instanceof UnrecoverableError || attempt >= (job?.opts.attempts ?? 1);
    onEvent({ kind: 'failed', job: job?.name ?? 'unknown', jobId: job?.id ?? '', attempt, isFinal, error });
  });
  return {
    ready: async () => {
      await worker.waitUntilReady();
    },
    close,
  };
}

function run<Name extends JobName>(handlers: JobHandlers, name: Name, data: unknown, context: JobContext): Promise<unknown> {
  let payload: JobPayload<Name>;
  try {
    payload = parsePayload(name, data);
  } catch {
    // The reason would quote the payload; and trying again changes nothing.
    throw new UnrecoverableError(`Payload of ${name} is not what the job carries`);
  }
  return handlers[name](payload, context);
}
