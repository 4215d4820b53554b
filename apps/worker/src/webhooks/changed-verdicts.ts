import type { VerdictMark, VerdictQuestion } from '@klyngevagt/db';
import { type ClusterDecision, decideCluster } from '@klyngevagt/scoring';
import type { WorkerContext } from '../worker-context.js';

type Reading = Pick<WorkerContext, 'portfolio' | 'rules'>;

/** Queues what is to be told of verdicts that changed since the listeners were last told, by facts or by time alone. */
export async function tellVerdicts(context: WorkerContext): Promise<number> {
  const { clock, publicUrl, webhooks } = context;
  return webhooks.verdicts.tell({
    publicUrl,
    today: await clock.today(),
    dayOf: (instant) => clock.dayOf(instant),
    changed: (question) => changedVerdicts(context, question),
  });
}

/** A cluster that was recorded in between has no verdict before. */
async function changedVerdicts(reading: Reading, { from, to, scope }: VerdictQuestion): Promise<string[]> {
  const [before, after] = await Promise.all([verdictsAt(reading, from, scope), verdictsAt(reading, to, scope)]);
  return [...after].filter(([id, verdict]) => before.has(id) && before.get(id) !== verdict).map(([id]) => id);
}

async function verdictsAt(
  { portfolio, rules }: Reading,
  { known, on }: VerdictMark,
  scope: VerdictQuestion['scope'],
): Promise<Map<string, ClusterDecision['verdict']>> {
  const [clusters, { rules: asKnown }] = await Promise.all([
    portfolio.readDeciding({ scope, portfolio: 'all', known }),
    rules.readRules(known),
  ]);
  return new Map(clusters.map(({ id, facts }) => [id, decideCluster(facts, asKnown, on).verdict]));
}
