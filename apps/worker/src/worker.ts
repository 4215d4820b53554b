import {
  createDataSource,
  DemoClockRepository,
  MessageRepository,
  PortfolioRepository,
  ReminderRepository,
  RulesRepository,
  WorkerRunRepository,
} from '@klyngevagt/db';
import { createJobProducer, createJobRunner, type JobEvent, type QueueSettings } from '@klyngevagt/jobs';
import type { Logger } from 'pino';
import { followChangedFacts } from './changed-facts.js';
import { createClock } from './clock.js';
import type { Env } from './env.js';
import { createHandlers } from './handlers/handlers.js';
import { createMailer } from './mailer.js';
import { defaultLimits, type SendingLimits, type WorkerContext } from './worker-context.js';

export interface Worker {
  context: WorkerContext;
  /** Takes no new work, ends what is in hand, then lets go of everything: the runner first, the queue last. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** Keeps queues of several workers on one Redis apart. */
  namespace?: string;
  sending?: SendingLimits;
  /** How often the schedules are set again: a queue that lost everything gets them back. */
  renewSchedulesMs?: number;
}

const concurrency = 4;
const renewEveryMs = 5 * 60_000;

/** Starts the whole worker and resolves once it takes jobs. */
export async function startWorker(env: Env, log: Logger, options: WorkerOptions = {}): Promise<Worker> {
  const { sending = defaultLimits, renewSchedulesMs = renewEveryMs } = options;
  const dataSource = await createDataSource(env.databaseUrl, { applicationName: 'klyngevagt worker' }).initialize();
  const settings: QueueSettings = { databaseUrl: env.databaseUrl, redisUrl: env.redisUrl ?? undefined, namespace: options.namespace };
  const onError = (error: Error) => log.error({ err: error.message }, 'queue');
  const jobs = createJobProducer(settings, onError);
  const stopping = new AbortController();
  const context: WorkerContext = {
    clock: createClock(env.isDemo ? new DemoClockRepository(dataSource) : null),
    portfolio: new PortfolioRepository(dataSource),
    rules: new RulesRepository(dataSource),
    reminders: new ReminderRepository(dataSource),
    messages: new MessageRepository(dataSource),
    runs: new WorkerRunRepository(dataSource),
    mailer: createMailer(env),
    jobs,
    publicUrl: env.publicUrl,
    log,
    sending,
    stopping: stopping.signal,
  };
  const runner = createJobRunner({
    settings,
    handlers: createHandlers(context),
    concurrency,
    onEvent: (event) => logEvent(log, event),
    onError,
  });
  await runner.ready();
  const renew = async () => jobs.setSchedules();
  await renew();
  const timer = setInterval(() => void renew().catch(onError), renewSchedulesMs);
  const changes = await followChangedFacts(context, env.databaseUrl);
  // What a stop or a missed night left is caught up at once.
  await jobs.enqueue('plan-reminders', { thenSend: true });
  return {
    context,
    stop: async () => {
      stopping.abort();
      clearInterval(timer);
      await changes.close();
      await runner.close();
      await dataSource.destroy();
      await jobs.close();
    },
  };
}

function logEvent(log: Logger, event: JobEvent): void {
  const { kind, job, jobId, attempt } = event;
  if (event.kind === 'failed') log.error({ job, jobId, attempt, isFinal: event.isFinal, err: event.error.message }, 'job failed');
  else if (kind === 'unknown') log.warn({ job, jobId }, 'nobody knows this job: dropped');
  else log.debug({ job, jobId, attempt }, `job ${kind}`);
}
