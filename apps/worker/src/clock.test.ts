import type { CalendarDate } from '@klyngevagt/scoring';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copenhagenDate, createClock } from './clock.js';

// Already the next day in Copenhagen, not yet in UTC.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-29T22:00:00Z') }));
afterEach(() => void vi.useRealTimers());

test.each([
  ['2026-03-28T22:59:59Z', '2026-03-28'],
  ['2026-03-28T23:00:00Z', '2026-03-29'],
  // Summer time: midnight comes an hour earlier in UTC.
  ['2026-03-29T21:59:59Z', '2026-03-29'],
  ['2026-03-29T22:00:00Z', '2026-03-30'],
  ['2026-10-25T22:59:59Z', '2026-10-25'],
  ['2026-12-31T23:00:00Z', '2027-01-01'],
])('at %s it is %s in Copenhagen', (instant, day) => {
  expect(copenhagenDate(new Date(instant))).toBe(day);
});

test('a demonstration has the day that was set, and the real one where none is', async () => {
  let today: CalendarDate | null = '2027-03-01' as CalendarDate;
  const clock = createClock({ read: async () => today, set: async (day) => void (today = day) });
  expect(await clock.today()).toBe('2027-03-01');
  await clock.setToday?.('2027-03-02' as CalendarDate);
  expect(await clock.today()).toBe('2027-03-02');
  today = null;
  expect(await clock.today()).toBe('2026-03-30');
});

test.each([
  ['2026-11-29T02:30:15Z', '2027-01-04', '2027-01-04T02:30:15.000Z'],
  ['2026-11-29T02:30:15Z', '2027-06-30', '2027-06-30T01:30:15.000Z'],
  // Half past midnight, still the day before in UTC.
  ['2026-06-30T22:30:00Z', '2027-01-01', '2026-12-31T23:30:00.000Z'],
  ['2026-12-31T22:59:59Z', '2028-05-31', '2028-05-31T21:59:59.000Z'],
])('at %s a mail of %s of a demonstration is dated %s', (now, day, dated) => {
  vi.setSystemTime(now);
  const clock = createClock({ read: async () => null, set: async () => undefined });
  expect(clock.writtenAt(day as CalendarDate)?.toISOString()).toBe(dated);
  expect(clock.toldAt(day as CalendarDate, new Date(now)).toISOString()).toBe(dated);
  expect(createClock(null).writtenAt(day as CalendarDate)).toBeNull();
  expect(createClock(null).toldAt(day as CalendarDate, new Date(now))).toEqual(new Date(now));
});

test('outside a demonstration nobody sets the date', async () => {
  const clock = createClock(null);
  expect(clock.setToday).toBeNull();
  expect(await clock.today()).toBe('2026-03-30');
});
