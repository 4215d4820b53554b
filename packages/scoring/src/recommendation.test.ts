import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarDate } from './calendar-date.js';
import { recommendationAfter, recommendationOn, recommendationStates, recommendationSteps } from './recommendation.js';

const day = calendarDate;

it('is reported by the cluster and confirmed by an officer, or sent back', () => {
  expect(recommendationAfter('report', 'open')).toBe('reported');
  expect(recommendationAfter('confirm', 'reported')).toBe('done');
  expect(recommendationAfter('reject', 'reported')).toBe('open');
  expect(recommendationAfter('report', 'done')).toBeNull();
  expect(recommendationAfter('reopen', 'dropped')).toBe('open');
});

it('can always be brought to an end, and opened again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...recommendationStates), fc.constantFrom(...recommendationSteps), (state, step) => {
      const after = recommendationAfter(step, state);
      expect(after).not.toBe(state);
      const end = after ?? state;
      expect(recommendationAfter('confirm', end) ?? recommendationAfter('reopen', end)).not.toBeNull();
    }),
  );
});

it('is overdue from the day after its due day until somebody reports it', () => {
  const facts = { state: 'done', dueOn: day('2026-06-30'), reportedOn: day('2026-07-10'), closedOn: day('2026-07-20') } as const;
  const on = (text: string) => recommendationOn(facts, day(text));
  expect(on('2026-06-30')).toEqual({ state: 'open', isOverdue: false });
  expect(on('2026-07-01')).toEqual({ state: 'open', isOverdue: true });
  expect(on('2026-07-10')).toEqual({ state: 'reported', isOverdue: false });
  expect(on('2026-07-20')).toEqual({ state: 'done', isOverdue: false });
  expect(recommendationOn({ ...facts, state: 'open', reportedOn: null, closedOn: null, dueOn: null }, day('2030-01-01')).isOverdue).toBe(
    false,
  );
});
