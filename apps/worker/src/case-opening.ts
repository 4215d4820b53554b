import { ConstraintError, everyCluster, systemActor, type ClusterWithFacts } from '@klyngevagt/db';
import { createTranslator } from '@klyngevagt/messages';
import { type CalendarDate, type Cycle, cycleToOpen, decideCluster, restsOnIllustration, type Rules } from '@klyngevagt/scoring';
import type { Counts } from './planning.js';
import type { WorkerContext } from './worker-context.js';

const pageSize = 500;
const source = createTranslator('da')('explanation.source.openedByItself');

/**
 * Opens a case for each cluster that has come within the horizon of what it works towards and has none. One case belongs to a cycle, so
 * a second run, or a second worker, changes nothing; a case that an officer withdrew is not opened again.
 */
export async function openDueCases(context: WorkerContext, on: CalendarDate): Promise<Counts> {
  const { rules } = await context.rules.readRules();
  const counts = { clusters: 0, opened: 0 };
  for (let after: string | null = null; ;) {
    const clusterIds: string[] = await context.reminders.readClusterIds(after, pageSize);
    if (clusterIds.length === 0) return counts;
    counts.clusters += clusterIds.length;
    counts.opened += await openOf(context, clusterIds, on, rules);
    after = clusterIds.at(-1) ?? null;
  }
}

async function openOf(context: WorkerContext, clusterIds: readonly string[], on: CalendarDate, rules: Rules): Promise<number> {
  const clusters = await context.portfolio.readPortfolio({ scope: { kind: 'clusters', clusterIds }, portfolio: 'all' });
  let opened = 0;
  for (const cluster of clusters) {
    const cycle = cycleToOpen(decideCluster(cluster.facts, rules, on), rules, on);
    if (cycle === null || cluster.facts.cases?.some((one) => one.cycle === cycle.key)) continue;
    if (await open(context, cluster, cycle, on)) opened += 1;
  }
  return opened;
}

/** Answers false where another worker was faster. */
async function open({ cases, log }: WorkerContext, cluster: ClusterWithFacts, cycle: Cycle, on: CalendarDate): Promise<boolean> {
  try {
    await cases.open(systemActor('open-cases'), everyCluster, cluster.slug, {
      cycle: cycle.key,
      level: cycle.level,
      kind: cycle.kind,
      openedOn: on,
      source,
      confidence: restsOnIllustration(cycle, cluster.facts) ? 'illustrative' : 'sourced',
    });
  } catch (error) {
    if (error instanceof ConstraintError && error.constraint === 'recertification_case_once') return false;
    throw error;
  }
  log.info({ clusterId: cluster.id, cycle: cycle.key, on }, 'case opened');
  return true;
}
