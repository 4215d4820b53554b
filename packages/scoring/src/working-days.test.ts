import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from './calendar-date.js';
import { anyDay } from './arbitrary-facts.fixture.js';
import { defaultRules } from './default-rules.fixture.js';
import { isClosed, openDayOnOrBefore, subtractWorkingDays, workingDaysBetween } from './working-days.js';

const day = calendarDate;
const { closedDays } = defaultRules;

describe('closed days', () => {
  it.each([
    ['2023-05-05', true, 'Great Prayer Day, for the last time'],
    ['2024-04-26', false, 'the fourth Friday after Easter, no longer a holiday'],
    ['2026-12-24', true, 'Christmas Eve'],
    ['2026-12-25', true, 'Christmas Day'],
    ['2026-12-28', false, 'Monday between the holidays'],
    ['2026-12-31', true, "New Year's Eve"],
    ['2027-01-01', true, "New Year's Day"],
    ['2026-06-05', true, 'Constitution Day'],
    ['2026-04-02', true, 'Maundy Thursday'],
    ['2026-04-03', true, 'Good Friday'],
    ['2026-04-06', true, 'Easter Monday'],
    ['2026-05-14', true, 'Ascension Day'],
    ['2026-05-25', true, 'Whit Monday'],
    ['2026-12-19', true, 'a Saturday'],
    ['2027-02-28', true, 'a Sunday'],
    ['2026-11-25', false, 'an ordinary Wednesday'],
  ])('%s closed: %s (%s)', (on, closed) => {
    expect(isClosed(day(on), closedDays)).toBe(closed);
  });

  it('knows the first and the last day of the calendar and nothing beyond', () => {
    expect(isClosed(day('2015-01-01'), closedDays)).toBe(true);
    expect(isClosed(day('2014-12-31'), closedDays)).toBeNull();
    expect(isClosed(day('2045-12-31'), closedDays)).toBe(true);
    expect(isClosed(day('2046-01-01'), closedDays)).toBeNull();
  });
});

describe('rolling back and counting', () => {
  it.each([
    ['2026-12-27', '2026-12-23'],
    ['2026-12-25', '2026-12-23'],
    ['2027-01-03', '2026-12-30'],
    ['2026-04-06', '2026-04-01'],
    ['2026-12-18', '2026-12-18'],
    ['2023-05-07', '2023-05-04'],
    ['2024-04-28', '2024-04-26'],
  ])('the open day on or before %s is %s', (on, open) => {
    expect(openDayOnOrBefore(day(on), closedDays)).toBe(open);
  });

  it.each([
    ['2026-12-18', 10, '2026-12-04'],
    ['2027-01-04', 3, '2026-12-28'],
    ['2026-12-19', 1, '2026-12-18'],
    ['2026-12-18', 0, '2026-12-18'],
  ])('from %s, %i working days back is %s', (on, count, earlier) => {
    expect(subtractWorkingDays(day(on), count, closedDays)).toBe(earlier);
  });

  it('counts working days both ways', () => {
    expect(workingDaysBetween(day('2026-11-25'), day('2026-12-18'), closedDays)).toBe(17);
    expect(workingDaysBetween(day('2026-12-18'), day('2026-11-25'), closedDays)).toBe(-17);
    expect(workingDaysBetween(day('2026-12-23'), day('2026-12-28'), closedDays)).toBe(1);
    expect(workingDaysBetween(day('2026-12-19'), day('2026-12-20'), closedDays)).toBe(0);
  });

  it('has no answer outside the calendar, nor where counting would leave it', () => {
    expect(openDayOnOrBefore(day('2046-01-01'), closedDays)).toBeNull();
    expect(openDayOnOrBefore(day('2015-01-01'), closedDays)).toBeNull();
    expect(subtractWorkingDays(day('2015-01-05'), 5, closedDays)).toBeNull();
    expect(subtractWorkingDays(day('2050-01-05'), 0, closedDays)).toBeNull();
    expect(workingDaysBetween(day('2014-12-31'), day('2026-01-01'), closedDays)).toBeNull();
  });

  it('finds on the way back as many working days as it was asked for', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (on, count) => {
        const earlier = subtractWorkingDays(on, count, closedDays);
        fc.pre(earlier !== null);
        expect(isClosed(earlier, closedDays)).toBe(false);
        const open = openDayOnOrBefore(on, closedDays);
        expect(workingDaysBetween(earlier, on, closedDays)).toBe(isClosed(on, closedDays) ? count - 1 : count);
        expect(open !== null && open <= on && openDayOnOrBefore(open, closedDays) === open).toBe(true);
      }),
    );
  });

  it('rolls back only over closed days', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const open = openDayOnOrBefore(on, closedDays);
        fc.pre(open !== null);
        for (let skipped = addDays(open, 1); skipped <= on; skipped = addDays(skipped, 1)) expect(isClosed(skipped, closedDays)).toBe(true);
      }),
    );
  });
});
