import type { CalendarDate } from './calendar-date.js';
import { decideCluster } from './decide-cluster.js';
import type { ClusterDecision } from './decision.js';
import type { ClusterFacts } from './facts.js';
import type { ProcessStep, Rules } from './rules.js';
import { proposeValidity } from './validity-proposal.js';

/**
 * What a change of the rules would change: the same facts on the same day, decided under the rules as they are and as they would be.
 * Nothing here knows what was changed; it compares answers, so that no consequence is forgotten.
 */

/** Parts of an answer that are compared. `compliant`: where the verdict stays the same. `nextEndOn`: how long the label that is being worked for would be valid, if decided on its anchor. */
export const comparedFields = [
  'status',
  'verdict',
  'compliant',
  'validUntil',
  'windowEndsOn',
  'selfTestBy',
  'orderBy',
  'submitBy',
  'auditBy',
  'decisionBy',
  'nextEndOn',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** Status and verdict are codes, compliance is `yes` or `no`, everything else days; null: there is none, or nobody knows. */
export interface AnswerChange {
  field: ComparedField;
  before: string | null;
  after: string | null;
}

/** A cluster's facts with what the present rules say about them on the day. */
export interface DecidedFacts {
  facts: ClusterFacts;
  decision: ClusterDecision;
  /** Where what a programme asks for is changed too; absent: the same facts. */
  factsAfter?: ClusterFacts;
}

export interface ChangedAnswer<Cluster extends DecidedFacts> {
  cluster: Cluster;
  /** The decision under the changed rules. */
  after: ClusterDecision;
  changes: readonly AnswerChange[];
}

/**
 * Clusters about which another answer would be given, in the order given. Each is decided once more; the decision it brings must be
 * that of the present rules on the same day.
 */
export function answersThatChange<Cluster extends DecidedFacts>(
  clusters: readonly Cluster[],
  { before, after }: { before: Rules; after: Rules },
  on: CalendarDate,
): ChangedAnswer<Cluster>[] {
  return clusters.flatMap((cluster) => {
    const decision = decideCluster(cluster.factsAfter ?? cluster.facts, after, on);
    const old = answerOf(cluster.decision, cluster.facts, before);
    const fresh = answerOf(decision, cluster.facts, after);
    const changes = comparedFields
      .filter((field) => old[field] !== fresh[field] && (field !== 'compliant' || old.verdict === fresh.verdict))
      .map((field) => ({ field, before: old[field], after: fresh[field] }));
    return changes.length > 0 ? [{ cluster, after: decision, changes }] : [];
  });
}

type Answer = Record<ComparedField, string | null>;

function answerOf({ label, verdict, compliant, chain }: ClusterDecision, { awards }: ClusterFacts, rules: Rules): Answer {
  const latest = (name: ProcessStep) => chain?.steps.find(({ step }) => step === name)?.latestOn ?? null;
  const anchor = chain && { level: chain.cycle.level, assessedOn: chain.cycle.anchorOn, approvedOn: chain.cycle.anchorOn };
  return {
    status: label.status,
    verdict,
    compliant: compliant === null ? null : compliant ? 'yes' : 'no',
    validUntil: label.validUntil,
    windowEndsOn: label.windowEndsOn,
    selfTestBy: latest('self-test'),
    orderBy: chain?.orderBy ?? null,
    submitBy: latest('submission'),
    auditBy: latest('audit'),
    decisionBy: latest('decision'),
    nextEndOn: anchor && proposeValidity(anchor, awards, rules).validUntil,
  };
}
