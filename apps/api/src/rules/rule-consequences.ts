import type { RulePreview } from '@klyngevagt/contracts';
import { createTranslator, formatLongDate, type Language } from '@klyngevagt/messages';
import { type CalendarDate, type ClusterDecision, decideCluster, type Rules } from '@klyngevagt/scoring';
import type { DecidedCluster } from '../portfolio/decision-reader.js';

type Change = RulePreview['clusters'][number]['changes'][number];

interface Comparison {
  before: Rules;
  after: Rules;
  on: CalendarDate;
}

/** Clusters that another answer would be given about on the day, with the old and the new one in words. */
export function changesOf(
  clusters: readonly DecidedCluster[],
  { before, after, on }: Comparison,
  language: Language,
): RulePreview['clusters'] {
  const t = createTranslator(language);
  const date = (day: CalendarDate | null) => day && formatLongDate(day, language);
  const words = (decision: ClusterDecision): Record<Change['field'], string | null> => ({
    status: t(`terms.status.${decision.label.status}`),
    verdict: t(`terms.verdict.${decision.verdict}`),
    validUntil: date(decision.label.validUntil),
    orderBy: date(decision.chain?.orderBy ?? null),
  });
  return clusters.flatMap(({ cluster }) => {
    const old = words(decideCluster(cluster.facts, before, on));
    const fresh = words(decideCluster(cluster.facts, after, on));
    const fields = ['status', 'verdict', 'validUntil', 'orderBy'] as const;
    const changes = fields
      .filter((field) => old[field] !== fresh[field])
      .map((field) => ({ field, before: old[field], after: fresh[field] }));
    return changes.length > 0 ? [{ slug: cluster.slug, name: cluster.name, changes }] : [];
  });
}
