import { pino } from 'pino';
import { readEnv } from './env.js';
import { startWorker, type Worker } from './worker.js';

/** Whatever is still running after this long is cut off; the plan in the database knows what was in hand. */
const drainLimitMs = 25_000;

try {
  const env = readEnv();
  const log = pino({ level: env.logLevel, base: { app: 'worker' } });
  let worker: Worker | null = null;
  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'stopping');
    // It waits for the database still, and has nothing in hand.
    if (worker === null) process.exit(0);
    setTimeout(() => process.exit(1), drainLimitMs).unref();
    worker.stop().then(
      () => process.exit(0),
      (error: Error) => {
        log.error({ err: error.message }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  worker = await startWorker(env, log);
  log.info({ queue: env.redisUrl === null ? 'postgresql' : 'redis', demo: env.isDemo }, 'ready');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
