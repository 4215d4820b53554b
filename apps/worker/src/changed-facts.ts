import { type ChangeListener, listenToChanges } from '@klyngevagt/db';
import type { WorkerContext } from './worker-context.js';

const quietMs = 400;

/** Plans anew what changed, once it has been quiet for a moment. Planning does not send: the next run of sending does. */
export async function followChangedFacts(context: Pick<WorkerContext, 'jobs' | 'log'>, databaseUrl: string): Promise<ChangeListener> {
  const { jobs, log } = context;
  let toTell: NodeJS.Timeout | null = null;
  const timers = new Map<string, NodeJS.Timeout>();

  function plan(clusterId: string | null): void {
    const key = clusterId ?? 'all';
    clearTimeout(timers.get(key));
    const enqueue = () => {
      timers.delete(key);
      jobs
        .enqueue('plan-reminders', clusterId === null ? {} : { clusterId })
        .catch((error: Error) => log.warn({ clusterId, err: error.name }, 'queue away: planned at the next run'));
    };
    timers.set(key, setTimeout(enqueue, quietMs));
  }

  /** Whoever listens to webhooks hears of it soon. Many changes are told together, and a stream of them doesn't put it off. */
  function tell(): void {
    toTell ??= setTimeout(() => {
      toTell = null;
      jobs.enqueue('deliver-webhooks', {}).catch((error: Error) => log.warn({ err: error.name }, 'queue away: told at the next run'));
    }, quietMs);
  }

  const listener = await listenToChanges({
    url: databaseUrl,
    onChange: ({ clusterId, of }) => {
      tell();
      if (of !== 'reminders') plan(clusterId);
    },
    onGap: () => {
      tell();
      plan(null);
    },
    onError: (error) => log.warn({ err: error.message }, 'changes are not heard'),
  });
  return {
    close: async () => {
      for (const timer of timers.values()) clearTimeout(timer);
      if (toTell) clearTimeout(toTell);
      await listener.close();
    },
  };
}
