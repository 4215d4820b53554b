import { calendarDate } from '@klyngevagt/scoring';
import { expect, test } from 'vitest';
import { runsOf } from './course-runs.js';

test('stretches cover every month once and change where the verdict does', () => {
  const days = ['2026-11-25', '2026-12-31', '2027-01-31', '2027-02-28'].map(calendarDate);
  expect(runsOf({ verdicts: ['met', 'met', 'at-risk', 'met'] }, days)).toEqual([
    { verdict: 'met', first: 0, last: 1, from: '2026-11-25' },
    { verdict: 'at-risk', first: 2, last: 2, from: '2027-01-31' },
    { verdict: 'met', first: 3, last: 3, from: '2027-02-28' },
  ]);
  expect(runsOf({ verdicts: [] }, [])).toEqual([]);
});
