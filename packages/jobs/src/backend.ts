import { createRequire } from 'node:module';
import {
  type BackendFactory,
  type ConnectionOptions,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  Queue,
  QueueEvents,
  Worker,
  type Processor,
} from 'bullmq';

/** The one place that decides where the queue lives: Redis when there is an address for it, else the database. */

export interface QueueSettings {
  databaseUrl: string;
  /** Empty or missing: the queue lives in the database, in a schema of its own. */
  redisUrl?: string | undefined;
  /** Keeps several products or test runs on one Redis apart. */
  namespace?: string | undefined;
}

export const queueName = 'reminders';
const defaultNamespace = 'klyngevagt';
/** Own schema, so that the product's migrations never meet the queue's tables. */
const databaseSchema = 'bullmq';
const maxDatabaseConnections = 5;
/** The client of Redis is loaded where there is a Redis: two megabytes in each program otherwise. */
const load = createRequire(import.meta.url);

/** A backend and what it needs; `release` closes connections that BullMQ does not own. */
interface Backend {
  connection: ConnectionOptions;
  factory: BackendFactory<IQueueBackend, ConnectionOptions>;
  release: () => Promise<void>;
}

/** Fails fast: whoever enqueues (a request) gets an error, not an endless wait, when the queue is away. */
export function openQueue(settings: QueueSettings, onError: (error: Error) => void) {
  const backend = openBackend(settings, { maxRetriesPerRequest: 1, enableOfflineQueue: true, commandTimeout: 5000 }, onError);
  const queue = new Queue(queueName, { ...options(settings, backend) }, backend.factory);
  queue.on('error', onError);
  return { queue, close: () => closeSoon(queue, backend) };
}

/** Waits for ever: a worker outlives a queue that restarts. What a killed worker had in hand is taken over within half a minute. */
export function openWorker(
  settings: QueueSettings,
  processor: Processor<unknown, unknown, string>,
  concurrency: number,
  onError: (error: Error) => void,
) {
  const backend = openBackend(settings, { maxRetriesPerRequest: null }, onError);
  const worker = new Worker(
    queueName,
    processor,
    { ...options(settings, backend), concurrency, lockDuration: 20_000, stalledInterval: 10_000, maxStalledCount: 3 },
    backend.factory,
  );
  worker.on('error', onError);
  return { worker, close: () => closeAll(worker, backend) };
}

export function openQueueEvents(settings: QueueSettings, onError: (error: Error) => void) {
  const backend = openBackend(settings, { maxRetriesPerRequest: null }, onError);
  const events = new QueueEvents(queueName, { ...options(settings, backend) }, backend.factory);
  events.on('error', onError);
  return { events, close: () => closeSoon(events, backend) };
}

function options(settings: QueueSettings, backend: Backend) {
  return { connection: backend.connection, prefix: settings.namespace ?? defaultNamespace };
}

function openBackend(settings: QueueSettings, redisOptions: object, onError: (error: Error) => void): Backend {
  if (!settings.redisUrl) {
    return {
      connection: { connectionString: settings.databaseUrl, schema: databaseSchema, migrate: true, max: maxDatabaseConnections },
      factory: createPostgresBackend as BackendFactory<IQueueBackend, ConnectionOptions>,
      release: async () => undefined,
    };
  }
  const { Redis } = load('ioredis') as typeof import('ioredis');
  const connection = new Redis(settings.redisUrl, { connectTimeout: 5000, ...redisOptions });
  connection.on('error', onError);
  return {
    connection,
    factory: createRedisBackend as BackendFactory<IQueueBackend, ConnectionOptions>,
    release: async () => connection.disconnect(),
  };
}

async function closeAll(part: { close(): Promise<void> }, backend: Backend): Promise<void> {
  await part.close();
  await backend.release();
}

const closeWithinMs = 3000;

/** A queue that is away must not hold up the end of a program: nothing is lost by not saying goodbye. */
async function closeSoon(part: { close(): Promise<void> }, backend: Backend): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, closeWithinMs);
  });
  await Promise.race([part.close().catch(() => undefined), enough]);
  clearTimeout(timer);
  await backend.release();
}
