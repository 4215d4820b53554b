import { addMonths, calendarDate } from '@klyngevagt/scoring';
import { describe, expect, test } from 'vitest';
import { readTimelineSearch } from './timeline-search.js';
import { labelledTicks, ticksOf, timelineAxis, type Zoom } from './timeline-axis.js';

const on = calendarDate('2026-11-25');

describe('axis', () => {
  test.each([
    [1, '2026-07-01', '2027-06-30'],
    [3, '2025-10-01', '2028-09-30'],
    [6, '2024-07-01', '2030-06-30'],
  ] as const)('%i years are whole quarters with the day inside', (zoom, from, to) => {
    const axis = timelineAxis(on, zoom);
    expect([axis.from, axis.to]).toEqual([from, to]);
    expect(axis.from <= on && on <= axis.to).toBe(true);
    expect(ticksOf(axis, zoom)).toHaveLength(zoom === 1 ? 12 : zoom * 4);
  });

  test('years are named where they begin, months where there is one year', () => {
    expect(labelledTicks(timelineAxis(on, 6), 6).map(({ on: day }) => day.slice(0, 4))).toEqual([
      '2024',
      '2025',
      '2026',
      '2027',
      '2028',
      '2029',
      '2030',
    ]);
    expect(labelledTicks(timelineAxis(on, 1), 1)).toHaveLength(12);
  });

  test('a first year that would stand upon the next is left out', () => {
    for (const zoom of [3, 6] satisfies Zoom[]) {
      for (let day = on; day < '2028-01-01'; day = addMonths(day, 1)) {
        const [first, second] = labelledTicks(timelineAxis(day, zoom), zoom);
        if (first && second) expect(second.on >= addMonths(first.on, zoom)).toBe(true);
      }
    }
  });
});

test('rubbish in the address is dropped', () => {
  expect(
    readTimelineSearch({ tab: 'chart', zoom: 12, group: 'x', earlier: 'yes', course: 'luck', programme: '../', on: '2027-02-30' }),
  ).toEqual({
    on: undefined,
    known: undefined,
  });
  expect(readTimelineSearch({ tab: 'table', zoom: 3, group: 'level', earlier: true, course: 'asBooked' })).toMatchObject({
    tab: 'table',
    zoom: 3,
    group: 'level',
    earlier: true,
    course: 'asBooked',
  });
});
