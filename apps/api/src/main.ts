import { asUnreachable, DatabaseUnreachableError } from '@klyngevagt/db';
import { pino } from 'pino';
import { createApp } from './app.js';
import { EnvironmentError, readEnv } from './env.js';
import { Settings } from './settings.js';

async function start(): Promise<void> {
  // Lines are written beside the work, not in it; the last ones when the process ends.
  const settings = new Settings(readEnv(), { logStream: pino.destination({ sync: false }) });
  const { host, port, databaseUrl } = settings.env;
  const app = await createApp(settings).catch((error: unknown) => {
    throw asUnreachable(error, databaseUrl);
  });
  await app.listen(port, host);
  const log = app.getHttpAdapter().getInstance().log as { info(fields: object, message: string): void };
  log.info({ host, port }, 'ready');
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

start().catch((error: unknown) => {
  console.error(error instanceof EnvironmentError || error instanceof DatabaseUnreachableError ? error.message : error);
  process.exit(1);
});
