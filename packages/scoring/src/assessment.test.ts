import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assessmentStates, isOpenToEdits, stateAfter, type AssessmentState, type AssessmentStep } from './assessment.js';

const steps: AssessmentStep[] = ['submit', 'return', 'close', 'reopen'];

it('goes from draft over returned and closed to reopened, and allows no step out of turn', () => {
  expect(stateAfter('submit', 'draft')).toBe('submitted');
  expect(stateAfter('return', 'submitted')).toBe('returned');
  expect(stateAfter('submit', 'returned')).toBe('submitted');
  expect(stateAfter('close', 'submitted')).toBe('closed');
  expect(stateAfter('reopen', 'closed')).toBe('reopened');
  expect(stateAfter('close', 'draft')).toBeNull();
  expect(stateAfter('return', 'closed')).toBeNull();
});

it('is closed only after it was handed in, whatever steps are tried', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps)), (tried) => {
      let state: AssessmentState = 'draft';
      for (const step of tried) {
        const next = stateAfter(step, state);
        if (next === 'closed') expect(state).toBe('submitted');
        if (step === 'submit' && next !== null) expect(isOpenToEdits(state)).toBe(true);
        state = next ?? state;
      }
      expect(assessmentStates).toContain(state);
    }),
  );
});
