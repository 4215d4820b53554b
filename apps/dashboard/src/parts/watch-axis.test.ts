import { calendarDate } from '@klyngevagt/scoring';
import { expect, it } from 'vitest';
import { isOnAxis, placeOn, watchAxis } from './watch-axis.js';

it('shows three calendar years with the day well inside', () => {
  expect(watchAxis(calendarDate('2026-11-25'))).toEqual({ from: '2026-01-01', to: '2028-12-31', years: [2026, 2027, 2028] });
  expect(watchAxis(calendarDate('2027-03-31')).years).toEqual([2026, 2027, 2028]);
  expect(watchAxis(calendarDate('2027-04-01')).years).toEqual([2027, 2028, 2029]);
});

it('places days by their share of the axis, and days outside at its edges', () => {
  const axis = watchAxis(calendarDate('2026-11-25'));
  expect(placeOn(axis, calendarDate('2026-01-01'))).toBe(0);
  expect(placeOn(axis, calendarDate('2027-01-01'))).toBe(33.3);
  expect(placeOn(axis, calendarDate('2026-11-25'))).toBe(29.93);
  expect(placeOn(axis, calendarDate('2019-01-01'))).toBe(0);
  expect(placeOn(axis, calendarDate('2031-01-01'))).toBe(100);
  expect(isOnAxis(axis, calendarDate('2028-12-31'))).toBe(true);
  expect(isOnAxis(axis, calendarDate('2029-01-01'))).toBe(false);
});
