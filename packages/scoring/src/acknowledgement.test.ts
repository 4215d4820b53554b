import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acknowledgedUntil, latestPlanDay, nextFinalStep, pauseDaysOn } from './acknowledgement.js';
import { addDays, calendarDate, dayOfNumber } from './calendar-date.js';
import { defaultRules } from './default-rules.fixture.js';

const on = calendarDate('2026-11-28');

describe('an acknowledgement', () => {
  it('without a plan holds back for a few days only', () => {
    expect(acknowledgedUntil(calendarDate('2027-06-01'), { on, planOn: null, pauseDays: 3 })).toBe('2026-12-01');
  });

  it('with a plan holds back until that day', () => {
    const planOn = calendarDate('2027-01-15');
    expect(acknowledgedUntil(calendarDate('2027-06-01'), { on, planOn, pauseDays: 3 })).toBe('2027-01-15');
  });

  it('may be planned until the deadline, or for 30 days where that is nearer or over', () => {
    expect(latestPlanDay(calendarDate('2027-06-01'), on)).toBe('2027-06-01');
    expect(latestPlanDay(calendarDate('2026-12-02'), on)).toBe('2026-12-28');
    expect(latestPlanDay(calendarDate('2025-12-02'), on)).toBe('2026-12-28');
  });

  it('never holds back longer than is allowed, whatever was planned', () => {
    const day = fc.integer({ min: 10_957, max: 40_000 }).map(dayOfNumber);
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 400 }), (deadlineOn, today, ahead) => {
        const until = acknowledgedUntil(deadlineOn, { on: today, planOn: addDays(today, ahead), pauseDays: 3 });
        expect(until >= today && until <= latestPlanDay(deadlineOn, today)).toBe(true);
        expect(until <= addDays(today, ahead)).toBe(true);
      }),
    );
  });

  it('holds back for three days where no rule says otherwise', () => {
    expect(pauseDaysOn({ ...defaultRules, figures: [] }, on)).toBe(3);
  });

  it('names the next final step after the day on which it is said, and none where all went out', () => {
    const reminderSteps = defaultRules.reminderSteps.map(
      (rule) => ({ ...rule, urgency: rule.offsetDays >= 0 ? 'final' : 'routine' }) as const,
    );
    const deadline = { event: 'end', level: 'gold', deadlineOn: calendarDate('2027-03-31') } as const;
    const asked = (day: string) => nextFinalStep(deadline, 'cluster', { ...defaultRules, reminderSteps }, calendarDate(day));
    expect(['2027-03-30', '2027-03-31', '2027-04-01'].map(asked)).toEqual(['2027-03-31', '2027-04-01', null]);
  });
});
