import type { RulePreview } from '@klyngevagt/contracts';
import type { StoredFacts } from '@klyngevagt/db';
import { createTranslator, formatLongDate, type Language } from '@klyngevagt/messages';
import { type AnswerChange, answersThatChange, type CalendarDate, type ClusterFacts, type Reason, type Rules } from '@klyngevagt/scoring';
import type { Reading } from '../portfolio/decision-reader.js';
import { presentReasons } from '../portfolio/reason.presenter.js';

/** Clusters about which another answer would be given on the day of the reading, with the old and the new one in words, and why. */
export function changesOf(
  reading: Reading,
  after: Rules,
  factsAfter: (facts: StoredFacts) => ClusterFacts,
  language: Language,
): RulePreview['clusters'] {
  const { clusters, rules, on, programmes } = reading;
  const t = createTranslator(language);
  const word = (field: AnswerChange['field'], value: string | null) => {
    if (value === null) return null;
    if (field === 'status' || field === 'verdict') return t(`terms.${field}.${value}`);
    if (field === 'compliant') return t(`explanation.${value}`);
    return formatLongDate(value as CalendarDate, language);
  };
  const sentences = (reasons: readonly Reason[]) => [...new Set(presentReasons(reasons, programmes, language).map(({ text }) => text))];
  const decided = clusters.map(({ cluster, decision }) => ({
    cluster,
    facts: cluster.facts,
    decision,
    factsAfter: factsAfter(cluster.facts),
  }));
  return answersThatChange(decided, { before: rules.rules, after }, on).map(({ cluster: { cluster, decision }, after: fresh, changes }) => {
    const old = sentences(decision.reasons);
    const now = sentences(fresh.reasons);
    return {
      slug: cluster.slug,
      name: cluster.name,
      changes: changes.map(({ field, before, after: then }) => ({ field, before: word(field, before), after: word(field, then) })),
      reasons: now.filter((text) => !old.includes(text)),
      noLonger: old.filter((text) => !now.includes(text)),
    };
  });
}
