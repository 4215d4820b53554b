import { type ChangeListener, listenToChanges } from '@klyngevagt/db';
import type { WorkerContext } from './worker-context.js';

const quietMs = 400;

/** Plans anew what changed, once it has been quiet for a moment. Planning does not send: the next run of sending does. */
export async function followChangedFacts(context: Pick<WorkerContext, 'jobs' | 'log'>, databaseUrl: string): Promise<ChangeListener> {
  const { jobs, log } = context;
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

  const listener = await listenToChanges({
    url: databaseUrl,
    onChange: ({ clusterId, of }) => {
      if (of !== 'reminders') plan(clusterId);
    },
    onGap: () => plan(null),
    onError: (error) => log.warn({ err: error.message }, 'changes are not heard'),
  });
  return {
    close: async () => {
      for (const timer of timers.values()) clearTimeout(timer);
      await listener.close();
    },
  };
}
