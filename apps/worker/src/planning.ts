import { type CalendarDate, planReminders, type PlanChange, type PlanInput, type Rules } from '@klyngevagt/scoring';
import type { WorkerContext } from './worker-context.js';

export type Counts = Record<string, number>;

/** Clusters that are planned together: few enough to hold in memory and to lock at a time. */
const pageSize = 300;

/** Brings the stored plan of one cluster in line with its facts. A cluster that is gone has nothing planned. */
export async function planCluster(context: WorkerContext, clusterId: string, on: CalendarDate, rules?: Rules): Promise<Counts> {
  return planClusters(context, [clusterId], on, rules ?? (await context.rules.readRules()).rules);
}

/** Some clusters, a page at a time. */
export async function planThese(context: WorkerContext, clusterIds: readonly string[], on: CalendarDate, rules: Rules): Promise<void> {
  for (let place = 0; place < clusterIds.length; place += pageSize) {
    await planClusters(context, clusterIds.slice(place, place + pageSize), on, rules);
  }
}

/** Page after page, so that a night of any size takes the memory of one page. */
export async function planAll(context: WorkerContext, on: CalendarDate): Promise<Counts> {
  const { rules } = await context.rules.readRules();
  const total: Counts = { clusters: 0 };
  for (let after: string | null = null; ;) {
    const clusterIds: string[] = await context.reminders.readClusterIds(after, pageSize);
    if (clusterIds.length === 0) return total;
    addTo(total, { clusters: clusterIds.length, ...(await planClusters(context, clusterIds, on, rules)) });
    after = clusterIds.at(-1) ?? null;
  }
}

async function planClusters(context: WorkerContext, clusterIds: readonly string[], on: CalendarDate, rules: Rules): Promise<Counts> {
  return context.reminders.plan(clusterIds, on, async (reading: Promise<ReadonlyMap<string, PlanInput>>) => {
    const question = { scope: { kind: 'clusters', clusterIds }, portfolio: 'all' } as const;
    const [clusters, inputs] = await Promise.all([context.portfolio.readDeciding(question), reading]);
    const changes = new Map<string, PlanChange>();
    for (const { id, facts } of clusters) {
      const input = inputs.get(id);
      if (input) changes.set(id, planReminders(facts, rules, input, on));
    }
    return changes;
  });
}

export function addTo(total: Counts, counts: Counts): void {
  for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
}
