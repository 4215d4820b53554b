import type { RecommendationView } from '@klyngevagt/contracts';

export type RecommendationStepName = RecommendationView['may']['steps'][number];

/** The form that stands beside the page: a new recommendation or a correction, a note, or a step. */
export type OpenedForm =
  | { kind: 'write'; of: RecommendationView | null }
  | { kind: 'note'; of: RecommendationView }
  | { kind: 'step'; of: RecommendationView; step: RecommendationStepName };
