import { addDays, calendarDate, daysBetween } from '@klyngevagt/scoring';
import { afterEach, expect, test } from 'vitest';
import { copenhagenDate, endOfCopenhagenDay } from './clock.js';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

/** Wherever the machine stands: the two zones lie 12 to 13 hours apart. */
const zones = [
  ['UTC', 0],
  ['Pacific/Auckland', -780],
] as const;

test.each(zones)('a day ends at midnight in Copenhagen, also where the clocks change (machine in %s)', (name, offset) => {
  process.env['TZ'] = name;
  expect(new Date('2026-01-15T00:00:00Z').getTimezoneOffset()).toBe(offset);
  const ends = ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2025-03-30', '2025-10-26', '2026-12-31'];
  expect(ends.map((day) => endOfCopenhagenDay(calendarDate(day)))).toEqual([
    '2026-03-28T22:59:59.999999Z',
    '2026-03-29T21:59:59.999999Z',
    '2026-10-24T21:59:59.999999Z',
    '2026-10-25T22:59:59.999999Z',
    '2025-03-30T21:59:59.999999Z',
    '2025-10-26T22:59:59.999999Z',
    '2026-12-31T22:59:59.999999Z',
  ]);
});

test.each(zones)('every day of eleven years ends where the next begins (machine in %s)', (name) => {
  process.env['TZ'] = name;
  const first = calendarDate('2020-01-01');
  const lengths = new Map<number, number>();
  for (let index = 0; index < daysBetween(first, calendarDate('2030-12-31')); index += 1) {
    const day = addDays(first, index);
    const lastMillisecond = Date.parse(endOfCopenhagenDay(day));
    expect(copenhagenDate(new Date(lastMillisecond))).toBe(day);
    expect(copenhagenDate(new Date(lastMillisecond + 1))).toBe(addDays(day, 1));
    const hours = (lastMillisecond - Date.parse(endOfCopenhagenDay(addDays(day, -1)))) / 3_600_000;
    lengths.set(hours, (lengths.get(hours) ?? 0) + 1);
  }
  expect([lengths.get(23), lengths.get(25)]).toEqual([11, 11]);
});
