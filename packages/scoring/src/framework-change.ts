import type { Framework, FrameworkIndicator } from './framework.js';
import { score, type AssessmentAnswers, type AssessmentScore, type ScoreAnswer } from './score.js';

export interface IndicatorChange {
  indicator: string;
  change: 'added' | 'removed' | 'changed';
  /** What decides a score and differs, where both versions have it. */
  fields: readonly ('scale' | 'maximum' | 'minimum' | 'weight' | 'dimension')[];
}

export interface FrameworkComparison {
  before: AssessmentScore;
  after: AssessmentScore;
  /** Answered before and not answerable as it is: the indicator is gone, or the score lies off its new scale. */
  lost: readonly string[];
}

/** What a new version changes in the indicators themselves, in the old one's order, additions last. */
export function indicatorChanges(from: Framework, to: Framework): IndicatorChange[] {
  const next = new Map(to.indicators.map((indicator) => [indicator.code, indicator]));
  const known = new Set(from.indicators.map(({ code }) => code));
  const kept = from.indicators.flatMap((indicator): IndicatorChange[] => {
    const after = next.get(indicator.code);
    if (after === undefined) return [{ indicator: indicator.code, change: 'removed', fields: [] }];
    const fields = changedFields(indicator, after);
    return fields.length === 0 ? [] : [{ indicator: indicator.code, change: 'changed', fields }];
  });
  const added = to.indicators.filter(({ code }) => !known.has(code));
  return [...kept, ...added.map(({ code }): IndicatorChange => ({ indicator: code, change: 'added', fields: [] }))];
}

/** The same answers under both versions. What the new one asks for and nobody answered stays unanswered. */
export function compareVersions(assessment: AssessmentAnswers, from: Framework, to: Framework): FrameworkComparison {
  const carried = carriedAnswers(assessment, to);
  const kept = new Set(carried.map(({ indicator }) => indicator));
  const lost = assessment.answers.filter(({ indicator, score: value }) => value !== null && !kept.has(indicator));
  return { before: score(assessment, from), after: score({ answers: carried }, to), lost: lost.map(({ indicator }) => indicator) };
}

/** The answers that can be given under a framework as they are: its indicators, scores that stand on its scale. */
export function carriedAnswers<Answer extends ScoreAnswer>({ answers }: { answers: readonly Answer[] }, to: Framework): Answer[] {
  const steps = new Map(to.indicators.map(({ code, scale }) => [code, new Set(scale.map(({ value }) => value))]));
  return answers.filter(({ indicator, score: value }) => value !== null && steps.get(indicator)?.has(value) === true);
}

function changedFields(one: FrameworkIndicator, other: FrameworkIndicator): IndicatorChange['fields'] {
  const scaleOf = ({ scale }: FrameworkIndicator): string => scale.map(({ value }) => value).join(' ');
  const fields = (['maximum', 'minimum', 'weight', 'dimension'] as const).filter((field) => one[field] !== other[field]);
  return scaleOf(one) === scaleOf(other) ? fields : ['scale', ...fields];
}
