import {
  asUnreachable,
  createDataSource,
  DemoClockRepository,
  DocumentRepository,
  HealthRepository,
  LedgerRepository,
  LetterRepository,
  MailPreferenceRepository,
  MessageRepository,
  PersonRepository,
  PortfolioRepository,
  RecertificationCaseRepository,
  ReminderRepository,
  RetentionRepository,
  RulesRepository,
  WeeklyMailRepository,
  WorkerRunRepository,
} from '@klyngevagt/db';
import { createJobProducer, createJobRunner, type JobEvent, type JobHandlers, type QueueSettings } from '@klyngevagt/jobs';
import type { Logger } from 'pino';
import { followChangedFacts } from './changed-facts.js';
import { createClock } from './clock.js';
import type { Env } from './env.js';
import { createHandlers } from './handlers/handlers.js';
import { createMailPace } from './mail-pace.js';
import { createMailer } from './mailer.js';
import { untilMigrated } from './until-migrated.js';
import { openWebhooks } from './webhooks/open-webhooks.js';
import { type SendingLimits, sendingLimits, type WorkerContext } from './worker-context.js';

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

/** Starts the whole worker and resolves once it takes jobs. */
export async function startWorker(env: Env, log: Logger, options: WorkerOptions = {}): Promise<Worker> {
  const { sending = sendingLimits(env), renewSchedulesMs = env.renewSchedulesMs, namespace } = options;
  const dataSource = await createDataSource(env.databaseUrl, { applicationName: 'klyngevagt worker' })
    .initialize()
    .catch((error: unknown) => {
      throw asUnreachable(error, env.databaseUrl);
    });
  await untilMigrated(new HealthRepository(dataSource), log);
  const settings: QueueSettings = { databaseUrl: env.databaseUrl, redisUrl: env.redisUrl ?? undefined, namespace };
  const onError = (error: Error) => log.error({ err: error.message }, 'queue');
  const jobs = createJobProducer(settings, onError);
  const stopping = new AbortController();
  const repositories = repositoriesOf(dataSource, env);
  const { publicUrl } = env;
  const context: WorkerContext = {
    ...repositories,
    files: env.documents,
    mailer: createMailer(env, { socketTimeout: env.mailTimeoutMs }),
    pace: createMailPace(env.mailsPerMinute, stopping.signal),
    webhooks: openWebhooks(dataSource, env, { jobs, log, stopping: stopping.signal }),
    jobs,
    publicUrl,
    linkSecret: env.authSecret,
    log,
    sending,
    stopping: stopping.signal,
  };
  const handlers = createHandlers(context);
  const runner = createJobRunner({ settings, handlers, concurrency, onEvent: (event) => logEvent(log, event), onError });
  await runner.ready();
  await jobs.setSchedules();
  const timer = setInterval(() => void jobs.setSchedules().catch(onError), renewSchedulesMs);
  const changes = await followChangedFacts(context, env.databaseUrl);
  const caughtUp = catchUp(handlers).catch((error: Error) => log.error({ err: error.message }, 'not caught up: the schedule comes round'));
  return {
    context,
    stop: async () => {
      stopping.abort();
      clearInterval(timer);
      await changes.close();
      await runner.close();
      await caughtUp;
      await context.webhooks.lanes.settled();
      await dataSource.destroy();
      await jobs.close();
    },
  };
}

function repositoriesOf(dataSource: ReturnType<typeof createDataSource>, { isDemo }: Env) {
  return {
    clock: createClock(isDemo ? new DemoClockRepository(dataSource) : null),
    portfolio: new PortfolioRepository(dataSource),
    rules: new RulesRepository(dataSource),
    reminders: new ReminderRepository(dataSource),
    cases: new RecertificationCaseRepository(dataSource),
    documents: new DocumentRepository(dataSource),
    messages: new MessageRepository(dataSource),
    letters: new LetterRepository(dataSource),
    preferences: new MailPreferenceRepository(dataSource),
    people: new PersonRepository(dataSource),
    retention: new RetentionRepository(dataSource),
    weeklyMails: new WeeklyMailRepository(dataSource),
    ledger: new LedgerRepository(dataSource),
    runs: new WorkerRunRepository(dataSource),
  };
}

/**
 * What a stop or a missed night left is done at once, past the queue: after a crash it holds the job of the process that died for as long
 * as that one's lock lasts.
 */
async function catchUp(handlers: JobHandlers): Promise<void> {
  const boot = { jobId: 'boot', attempt: 1 };
  await handlers['open-cases']({}, boot);
  await handlers['plan-reminders']({}, boot);
  await handlers['send-due-reminders']({}, boot);
  await handlers['deliver-webhooks']({}, boot);
}

function logEvent(log: Logger, event: JobEvent): void {
  const { kind, job, jobId, attempt } = event;
  if (event.kind === 'failed') log.error({ job, jobId, attempt, isFinal: event.isFinal, err: event.error.message }, 'job failed');
  else if (kind === 'unknown') log.warn({ job, jobId }, 'nobody knows this job: dropped');
  else log.debug({ job, jobId, attempt }, `job ${kind}`);
}
