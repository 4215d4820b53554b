import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFacts, askedDay } from './arbitrary-facts.fixture.js';
import { audit, award, boundCluster, day, renewedGold } from './cluster-facts.fixture.js';
import { decideCluster } from './decide-cluster.js';
import { defaultRules } from './default-rules.fixture.js';
import type { ClusterFacts } from './facts.js';
import { type ClusterForecast, countHolders, type Course, forecastCluster, forecastDays } from './forecast.js';

const on = day('2026-11-25');
const forecast = (facts: ClusterFacts, from = on, months = 24) => forecastCluster(facts, defaultRules, forecastDays(from, months));
const verdictOn = (course: Course | null, month: string) => course?.months.find((one) => one.on === month)?.verdict;
const coursesOf = ({ nothing, asBooked, usualPace }: ClusterForecast) => [nothing, asBooked, ...(usualPace ? [usualPace] : [])];

describe('days of a forecast', () => {
  it('are the day itself and the ends of the months that follow', () => {
    expect(forecastDays(on, 4)).toEqual(['2026-11-25', '2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31']);
    expect(forecastDays(day('2027-12-31'), 2)).toEqual(['2027-12-31', '2028-01-31', '2028-02-29']);
  });
});

describe('nothing happens', () => {
  it('is what every one of these days would answer on present facts', () => {
    const { nothing } = forecast(boundCluster({ awards: renewedGold('2027-03-31') }));
    expect(nothing.months.slice(0, 7).map(({ verdict }) => verdict)).toEqual([
      'met',
      'at-risk',
      'at-risk',
      'at-risk',
      'at-risk',
      'renewable',
      'renewable',
    ]);
    expect(verdictOn(nothing, '2028-03-31')).toBe('renewable');
    expect(verdictOn(nothing, '2028-04-30')).toBe('breach');
  });

  it('equals the decision of each day, whatever the facts', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, (facts, from) => {
        for (const { on: month, verdict, status } of forecast(facts, from, 6).nothing.months) {
          const decision = decideCluster(facts, defaultRules, month);
          expect([verdict, status]).toEqual([decision.verdict, decision.required.status]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('as booked', () => {
  it('the booked audit leads to its decision, and the rules give the label', () => {
    const { asBooked } = forecast(boundCluster({ awards: renewedGold('2027-03-31'), audits: [audit('a', '2027-02-10')] }));
    expect(asBooked.awards).toEqual([
      {
        because: 'booking',
        award: expect.objectContaining({ kind: 'renewal', approvedOn: '2027-03-24', validFrom: '2027-04-01', validUntil: '2030-03-31' }),
      },
    ]);
    expect(asBooked.months.every(({ verdict, holds }) => verdict === 'met' && holds)).toBe(true);
  });

  it('a decision after the end leaves the months in between uncovered, as they will be known then', () => {
    const { asBooked } = forecast(boundCluster({ awards: renewedGold('2027-03-31'), audits: [audit('a', '2027-04-20')] }));
    expect(['2027-03-31', '2027-04-30', '2027-05-31', '2027-06-30'].map((month) => verdictOn(asBooked, month))).toEqual([
      'at-risk',
      'renewable',
      'renewable',
      'met',
    ]);
  });

  it('does not count on a decision that should have come', () => {
    const facts = boundCluster({ awards: renewedGold('2027-03-31'), audits: [audit('a', '2026-09-01', { state: 'held' })] });
    expect(forecast(facts).asBooked).toMatchObject({ awards: [], withheld: 'decision-overdue' });
    // Expected on 13 October: it counts through that day.
    expect(forecast(facts, day('2026-10-13')).asBooked).toMatchObject({ awards: [{ because: 'booking' }], withheld: null });
    expect(forecast(facts, day('2026-10-14')).asBooked).toMatchObject({ awards: [], withheld: 'decision-overdue' });
    expect(forecast(boundCluster({ awards: renewedGold('2027-03-31') })).asBooked.withheld).toBe('not-booked');
  });

  it('no booking: the same as nothing', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, (facts, from) => {
        const { nothing, asBooked } = forecast({ ...facts, audits: [] }, from, 6);
        expect(asBooked.months).toEqual(nothing.months);
      }),
      { numRuns: 40 },
    );
  });
});

describe('usual pace', () => {
  const twice = [
    award('gold', { id: 'g1', approvedOn: '2019-03-20', validUntil: '2021-03-31' }),
    award('gold', { id: 'g2', kind: 'renewal', approvedOn: '2021-02-01', validUntil: '2024-03-31' }),
    award('gold', { id: 'g3', kind: 'renewal', approvedOn: '2024-03-21', validUntil: '2027-03-31' }),
  ];

  it('is the median of their own lead, with the renewals it comes from', () => {
    const { pace, usualPace } = forecast(boundCluster({ awards: twice }), day('2026-10-01'));
    expect(pace.renewals.map(({ awardId, daysBeforeEnd }) => [awardId, daysBeforeEnd])).toEqual([
      ['g2', 58],
      ['g3', 10],
    ]);
    expect(pace.medianDays).toBe(34);
    expect(usualPace?.awards).toMatchObject([{ because: 'usual-pace', award: { approvedOn: '2027-02-25', validUntil: '2030-03-31' } }]);
    expect(verdictOn(usualPace, '2027-02-28')).toBe('met');
  });

  it('counts a renewal from the day of its decision on, and rounds half a day down', () => {
    const odd = [...twice.slice(0, 2), award('gold', { id: 'g3', kind: 'renewal', approvedOn: '2024-03-20', validUntil: '2027-03-31' })];
    const paceOn = (asked: string) => forecast(boundCluster({ awards: odd }), day(asked), 1).pace;
    // 58 and 11 days.
    expect(paceOn('2024-03-20')).toMatchObject({ medianDays: 34, renewals: [{ awardId: 'g2' }, { awardId: 'g3' }] });
    expect(paceOn('2024-03-19')).toMatchObject({ medianDays: null, renewals: [{ awardId: 'g2' }] });
  });

  it('is not offered on fewer than two renewals', () => {
    const { pace, usualPace } = forecast(boundCluster({ awards: renewedGold('2027-03-31') }));
    expect([pace.renewals.length, pace.medianDays, usualPace]).toEqual([1, null, null]);
  });

  it('gives way to the first audit that can still be ordered where their day can no longer be reached', () => {
    const { usualPace } = forecast(boundCluster({ awards: twice }), day('2027-03-01'));
    expect(usualPace?.awards).toMatchObject([
      { because: 'earliest-possible', award: { approvedOn: '2027-06-11', validUntil: '2030-03-31' } },
    ]);
    expect(verdictOn(usualPace, '2027-05-31')).toBe('renewable');
  });

  it('an audit that is booked comes first', () => {
    const { usualPace, asBooked } = forecast(boundCluster({ awards: twice, audits: [audit('a', '2027-01-12')] }));
    expect(usualPace?.awards).toEqual(asBooked.awards);
  });
});

describe('every course', () => {
  it('begins with the decision of the day and has a verdict for each month', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, (facts, from) => {
        const decision = decideCluster(facts, defaultRules, from);
        for (const { months } of coursesOf(forecast(facts, from, 6))) {
          expect(months).toHaveLength(7);
          expect(months[0]).toMatchObject({ on: from, verdict: decision.verdict, status: decision.required.status });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('expects no award before its decision, and none without an end', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, (facts, from) => {
        for (const { awards } of coursesOf(forecast(facts, from, 12))) {
          for (const { award: expected } of awards) {
            expect((expected.approvedOn ?? '') >= from).toBe(true);
            expect(expected.validUntil).not.toBeNull();
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a booking never takes a month away: who holds without it holds with it', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, (facts, from) => {
        const { nothing, asBooked } = forecast(facts, from);
        nothing.months.forEach(({ holds, on: month }, index) => {
          if (holds) expect([month, asBooked.months[index]?.holds]).toEqual([month, true]);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('holders of a portfolio', () => {
  const course = (clusterId: string, held: string) => ({
    clusterId,
    months: [...held].map((one, index) => ({
      on: forecastDays(on, 4)[index] ?? on,
      verdict: 'met' as const,
      status: 'in-force' as const,
      holds: one === '1',
    })),
  });

  it('are counted by month; the lowest is the first with fewest, and names who fell out and who came in', () => {
    const { counts, lowest } = countHolders([course('a', '11001'), course('b', '10001'), course('c', '00110'), course('d', '11111')]);
    expect(counts).toEqual([3, 2, 2, 2, 3]);
    expect(lowest).toEqual({ on: '2026-12-31', count: 2, lost: ['b'], gained: [] });
    expect(countHolders([course('a', '10000'), course('b', '10111'), course('c', '00111')]).lowest).toEqual({
      on: '2026-12-31',
      count: 0,
      lost: ['a', 'b'],
      gained: [],
    });
  });

  it('have no low point where none falls below the first month', () => {
    expect(countHolders([course('a', '11111'), course('b', '00111')])).toEqual({ counts: [1, 1, 2, 2, 2], lowest: null });
    expect(countHolders([])).toEqual({ counts: [], lowest: null });
  });

  it('the lowest never lies above the first month, and its names are what separates the two', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { minLength: 1, maxLength: 5 }), askedDay, (some, from) => {
        const courses = some.map((facts, index) => ({ clusterId: `${index}`, months: forecast(facts, from, 12).nothing.months }));
        const { counts, lowest } = countHolders(courses);
        expect(lowest === null).toBe(Math.min(...counts) === counts[0]);
        if (lowest === null) return;
        expect(lowest.count).toBe((counts[0] ?? 0) - lowest.lost.length + lowest.gained.length);
        expect(counts.every((count) => count >= lowest.count)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
