import { everyCluster } from '@klyngevagt/db';
import { type CalendarDate, planReminders, type Rules } from '@klyngevagt/scoring';
import type { WorkerContext } from './worker-context.js';

export type Counts = Record<string, number>;

/** Brings the stored plan of one cluster in line with its facts. A cluster that is gone has nothing planned. */
export async function planCluster(context: WorkerContext, clusterId: string, on: CalendarDate, rules?: Rules): Promise<Counts> {
  return context.reminders.plan(clusterId, on, async ({ stored, recipients }) => {
    const [cluster] = await context.portfolio.readPortfolio({ scope: { kind: 'clusters', clusterIds: [clusterId] }, portfolio: 'all' });
    if (!cluster) return { insert: [], supersede: [], reopen: [], suppress: [] };
    return planReminders(cluster.facts, rules ?? (await context.rules.readRules()).rules, recipients, stored, on);
  });
}

export async function planAll(context: WorkerContext, on: CalendarDate): Promise<Counts> {
  const { rules } = await context.rules.readRules();
  const clusters = await context.portfolio.readPortfolio({ scope: everyCluster, portfolio: 'all' });
  const total: Counts = { clusters: clusters.length };
  for (const { id } of clusters) addTo(total, await planCluster(context, id, on, rules));
  return total;
}

export function addTo(total: Counts, counts: Counts): void {
  for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
}
