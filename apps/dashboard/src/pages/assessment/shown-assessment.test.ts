import type { AssessmentView, ClusterAssessments } from '@klyngevagt/contracts';
import { expect, it } from 'vitest';
import { barValues, chosenAssessment, shownWith } from './shown-assessment.js';

const view = (id: string, kind: AssessmentView['kind'], round: number, state: AssessmentView['state'], score: number | null = null) =>
  ({
    id,
    kind,
    round,
    state,
    frameworkId: 'f',
    answers: [{ indicator: 'A1', score, toConfirm: false, comment: null, revision: 1 }],
  }) as unknown as AssessmentView;
const all = [
  view('agreed-2', 'agreed', 2, 'closed', 2),
  view('self-2', 'self-test', 2, 'closed', 5),
  view('agreed-1', 'agreed', 1, 'closed', 4),
  view('self-1', 'self-test', 1, 'closed', 3),
];
const answer = {
  frameworks: [{ id: 'f', document: { indicators: [{ code: 'A1', minimum: 3 }], passRule: { bindingMinimums: 'all' } } }],
  assessments: all,
  medians: [{ kind: 'agreed', frameworkId: 'f', values: [{ indicator: 'A1', median: 4.5 }] }],
} as unknown as ClusterAssessments;

it('shows what is under way, else what the newest audit came to, else the newest self-test', () => {
  expect(chosenAssessment([view('open', 'self-test', 3, 'draft'), ...all], undefined)?.id).toBe('open');
  expect(chosenAssessment(all, undefined)?.id).toBe('agreed-2');
  expect(chosenAssessment(all, 'self-1')?.id).toBe('self-1');
  expect(chosenAssessment(all.slice(3), undefined)?.id).toBe('self-1');
  expect(chosenAssessment([], undefined)).toBeUndefined();
});

it('compares with the round before of the same kind, the minimum and the median of that kind', () => {
  const shown = shownWith(answer, all[0] as AssessmentView);
  expect(shown?.previous?.id).toBe('agreed-1');
  expect(shown && barValues(shown, 'A1')).toMatchObject({ score: 2, previous: 4, median: 4.5, minimum: 3, isBelow: true });
  const self = shownWith(answer, all[1] as AssessmentView);
  expect(self && barValues(self, 'A1')).toMatchObject({ score: 5, previous: 3, median: null, isBelow: false });
});
