import type { FrameworkComparison, FrameworkDocument, FrameworkList, FrameworkView } from '@klyngevagt/contracts';
import type { StoredAssessment, StoredFramework } from '@klyngevagt/db';
import type { Language } from '@klyngevagt/messages';
import { compareVersions, indicatorChanges } from '@klyngevagt/scoring';

/** A framework as it is exported; the same document can be imported again. */
export function documentOf(framework: StoredFramework): FrameworkDocument {
  const { level, version, effectiveFrom, effectiveUntil, source, confidence, passRule, dimensions, indicators } = framework;
  const { shareOfTotal, bindingMinimums } = passRule;
  return {
    level,
    version,
    effectiveFrom,
    effectiveUntil,
    source,
    confidence,
    passRule: { shareOfTotal, bindingMinimums: bindingMinimums === 'all' ? 'all' : [...bindingMinimums] },
    dimensions: dimensions.map((dimension) => ({ ...dimension })),
    indicators: indicators.map((indicator) => ({ ...indicator, scale: indicator.scale.map((step) => ({ ...step })) })),
  };
}

export function presentFramework(framework: StoredFramework): FrameworkView {
  const { id, revision, state } = framework;
  return { id, revision, state, document: documentOf(framework) };
}

export function presentInList(framework: StoredFramework): FrameworkList['frameworks'][number] {
  const { id, revision, state, level, version, effectiveFrom, effectiveUntil, source, confidence, indicators } = framework;
  return {
    id,
    revision,
    state,
    level,
    version,
    effectiveFrom,
    effectiveUntil,
    source,
    confidence,
    indicators: indicators.length,
    assumed: indicators.filter(({ valuesConfidence }) => valuesConfidence === 'assumption').length,
    minimums: minimumsOf(framework),
  };
}

/** How many minimums bind. */
function minimumsOf({ indicators, passRule: { bindingMinimums } }: StoredFramework): number {
  return indicators.filter(({ code, minimum }) => minimum !== null && (bindingMinimums === 'all' || bindingMinimums.includes(code))).length;
}

/** What a version changes for each cluster: its newest closed assessment, the agreed one before others, under both versions. */
export function presentComparison(
  from: StoredFramework | null,
  to: StoredFramework,
  closed: readonly StoredAssessment[],
  language: Language,
): FrameworkComparison {
  const names = new Map(
    [...(from?.indicators ?? []), ...to.indicators].map((one) => [one.code, language === 'da' ? one.nameDa : one.nameEn]),
  );
  const named = (framework: StoredFramework) => ({
    id: framework.id,
    version: framework.version,
    shareOfTotal: framework.passRule.shareOfTotal,
    minimums: minimumsOf(framework),
  });
  return {
    from: from && named(from),
    to: named(to),
    changes: from
      ? indicatorChanges(from, to).map((one) => ({ ...one, fields: [...one.fields], name: names.get(one.indicator) ?? one.indicator }))
      : [],
    clusters: from
      ? newestOfEach(closed.filter(({ frameworkId }) => frameworkId === from.id)).map((one) => comparedCluster(one, from, to))
      : [],
  };
}

function comparedCluster(
  assessment: StoredAssessment,
  from: StoredFramework,
  to: StoredFramework,
): FrameworkComparison['clusters'][number] {
  const { before, after, lost } = compareVersions(assessment, from, to);
  const brief = ({ outcome, share }: typeof before) => ({ outcome, share });
  const { clusterSlug, clusterName, kind, round, confidence } = assessment;
  return {
    slug: clusterSlug,
    name: clusterName,
    kind,
    round,
    illustrative: confidence === 'illustrative',
    before: brief(before),
    after: brief(after),
    lost: [...lost],
  };
}

/** Rounds come newest first; within one, what the audit agreed on says most. */
export function newestOfEach(closed: readonly StoredAssessment[]): StoredAssessment[] {
  const chosen = new Map<string, StoredAssessment>();
  for (const assessment of closed) {
    const present = chosen.get(assessment.clusterId);
    if (!present || (present.round === assessment.round && assessment.kind === 'agreed')) chosen.set(assessment.clusterId, assessment);
  }
  return [...chosen.values()];
}
