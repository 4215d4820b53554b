import type { AssessmentAnswers } from '@klyngevagt/scoring';
import type { Shown } from './shown-assessment.js';

/** Scores tried out, by indicator. */
export type Tried = Readonly<Record<string, number>>;

/** Answers as the rules take them. */
export function answersOf({ assessment }: Shown): AssessmentAnswers {
  return { answers: assessment.answers.map(({ indicator, score, toConfirm }) => ({ indicator, score, isToConfirm: toConfirm })) };
}
