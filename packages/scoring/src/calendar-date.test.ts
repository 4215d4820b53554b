import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  calendarDate,
  dayNumber,
  dayOfNumber,
  daysBetween,
  earliestOf,
  endOfMonth,
  fromParts,
  isCalendarDate,
  isDay,
  latestOf,
  partsOf,
  precisionOf,
  weekday,
} from './calendar-date.js';
import { anyDay } from './arbitrary-facts.fixture.js';

const day = calendarDate;

describe('calendarDate', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('reads %s', (text) => {
    expect(calendarDate(text)).toBe(text);
  });

  it.each(['2023-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01'])(
    'refuses %s, which is no day',
    (text) => {
      expect(() => calendarDate(text)).toThrow(RangeError);
    },
  );

  it.each(['', '2026', '2026-11', '2026-1-1', ' 2026-01-01', '2026-01-01T00:00', '26-01-01', '2026/01/01', '2026-01-01\n'])(
    'refuses %j',
    (text) => {
      expect(isCalendarDate(text)).toBe(false);
      expect(() => calendarDate(text)).toThrow(RangeError);
    },
  );
});

describe('partial dates', () => {
  it.each([
    ['2021', 'year', '2021-01-01', '2021-12-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2024-02-29', 'day', '2024-02-29', '2024-02-29'],
  ])('%s has the precision of a %s', (text, precision, first, last) => {
    expect(precisionOf(text)).toBe(precision);
    expect([earliestOf(text), latestOf(text)]).toEqual([first, last]);
    expect(isDay(text)).toBe(precision === 'day');
  });

  it.each(['2021-13', '0000', '21', 'ca. 2021', '2023-02-29'])('%s is none', (text) => {
    expect(precisionOf(text)).toBeNull();
  });
});

describe('arithmetic', () => {
  it.each([
    ['2027-02-28', 12, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2025-02-28', 24, '2027-02-28'],
    ['2025-04-30', 36, '2028-04-30'],
    ['2025-04-30', 1, '2025-05-31'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-05-30', 2, '2026-07-30'],
    ['2028-01-29', 1, '2028-02-29'],
    ['2015-06-26', 12, '2016-06-26'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-03-15', -15, '2024-12-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  it.each([
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-03-31', -42, '2027-02-17'],
    ['2027-02-17', -60, '2026-12-19'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-25', 1, '2026-10-26'],
  ])('%s and %i days is %s, clock changes or not', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
  });

  it('counts days between, weekdays and month ends', () => {
    expect(daysBetween(day('2026-11-25'), day('2027-03-31'))).toBe(126);
    expect(daysBetween(day('2027-03-01'), day('2027-02-28'))).toBe(-1);
    expect([weekday(day('2026-11-23')), weekday(day('2026-12-19')), weekday(day('2027-02-28'))]).toEqual([1, 6, 7]);
    expect(endOfMonth(day('2028-02-01'))).toBe('2028-02-29');
  });

  it('agrees with the Gregorian calendar of the platform on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const instant = new Date(number * 86_400_000);
        const text = instant.toISOString().slice(0, 10);
        expect(dayOfNumber(number)).toBe(text);
        expect(dayNumber(day(text))).toBe(number);
        expect(weekday(day(text)) % 7).toBe(instant.getUTCDay());
      }),
    );
  });

  it('adds and takes away the same', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
        expect(addDays(addDays(from, days), -days)).toBe(from);
        expect(fromParts(partsOf(from))).toBe(from);
      }),
    );
  });

  it('keeps a month end a month end, whatever is added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (from, months) => {
        const end = endOfMonth(from);
        expect(addMonths(end, months)).toBe(endOfMonth(addMonths(end, months)));
      }),
    );
  });

  it('orders as text in the order of time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(one < other).toBe(daysBetween(one, other) > 0);
      }),
    );
  });

  it('refuses to leave the years that can be written', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(day('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => fromParts({ year: 2026, month: 2, day: 30 })).toThrow(RangeError);
  });
});
