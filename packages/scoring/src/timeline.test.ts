import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFacts, askedDay } from './arbitrary-facts.fixture.js';
import { addDays } from './calendar-date.js';
import { audit, boundCluster, day, longProgramme, plan, renewedGold, waiver } from './cluster-facts.fixture.js';
import { decideCluster } from './decide-cluster.js';
import { defaultRules } from './default-rules.fixture.js';
import type { ClusterFacts } from './facts.js';
import { byQuarter, datesAhead, recertifyBy } from './timeline.js';

const ahead = (facts: ClusterFacts, on = '2026-11-25') => datesAhead(decideCluster(facts, defaultRules, day(on)), facts);
const short = (facts: ClusterFacts, on?: string) =>
  ahead(facts, on).map(({ kind, on: date, overdue }) => `${date} ${kind}${overdue ? '!' : ''}`);

describe('dates ahead', () => {
  it('are the chain and the end, in order of time', () => {
    expect(short(boundCluster({ awards: renewedGold('2027-03-31') }))).toEqual([
      '2026-12-04 self-test',
      '2026-12-18 order',
      '2027-01-27 submission',
      '2027-02-17 audit',
      '2027-03-31 end',
    ]);
  });

  it('follow the booking once it is in time', () => {
    expect(short(boundCluster({ awards: renewedGold('2027-03-31'), audits: [audit('a', '2027-02-10')] }))).toEqual([
      '2027-01-20 submission',
      '2027-02-10 booked-audit',
      '2027-03-24 expected-decision',
      '2027-03-31 end',
    ]);
  });

  it('take an expected decision for overdue from the day after', () => {
    const booked = boundCluster({ awards: renewedGold('2027-03-31'), audits: [audit('a', '2027-02-10')] });
    expect(short(booked, '2027-03-24')).toContain('2027-03-24 expected-decision');
    expect(short(booked, '2027-03-25')).toContain('2027-03-24 expected-decision!');
  });

  it('keep what has passed undone, and nothing else that has passed', () => {
    expect(short(boundCluster({ awards: renewedGold('2027-03-31') }), '2027-01-04').slice(0, 3)).toEqual([
      '2026-12-04 self-test!',
      '2026-12-18 order!',
      '2027-01-27 submission',
    ]);
    fc.assert(
      fc.property(anyFacts, askedDay, (facts, on) => {
        const dates = ahead(facts, on);
        for (const { overdue, untilOn, on: date } of dates) expect(overdue || (untilOn ?? date) >= on).toBe(true);
        expect(dates.map(({ on: date }) => date)).toEqual(dates.map(({ on: date }) => date).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('name the due day of a plan and the end of a waiver', () => {
    const facts = boundCluster({
      plans: [plan(longProgramme, '2026-05-10', '2026-06-01', '2027-06-30')],
      waivers: [waiver(longProgramme, '2026-09-15', '2027-01-31'), waiver(longProgramme, '2027-09-15', '2027-12-31')],
    });
    expect(short(facts)).toEqual(expect.arrayContaining(['2027-06-30 plan-due', '2027-01-31 waiver-end']));
    expect(short(facts)).not.toContain('2027-12-31 waiver-end');
    expect(short(facts, '2027-09-15')).toContain('2027-12-31 waiver-end');
    expect(recertifyBy(decideCluster(facts, defaultRules, day('2026-11-25')))).toBe('2027-06-30');
  });
});

describe('quarters', () => {
  it('cover every day between once, empty ones included', () => {
    const quarters = byQuarter(
      [
        { clusterId: 'a', on: day('2027-03-31') },
        { clusterId: 'b', on: null },
      ],
      day('2026-11-25'),
      day('2027-06-01'),
    );
    expect(quarters.map(({ startsOn, endsOn, clusterIds }) => [startsOn, endsOn, clusterIds.length])).toEqual([
      ['2026-10-01', '2026-12-31', 0],
      ['2027-01-01', '2027-03-31', 1],
      ['2027-04-01', '2027-06-30', 0],
    ]);
  });

  it('hold each day within them exactly once', () => {
    fc.assert(
      fc.property(fc.array(askedDay, { maxLength: 20 }), askedDay, fc.nat(2000), (days, from, length) => {
        const to = addDays(from, length);
        const quarters = byQuarter(
          days.map((on, index) => ({ clusterId: `${index}`, on })),
          from,
          to,
        );
        const [first, last] = [quarters[0]?.startsOn ?? from, quarters.at(-1)?.endsOn ?? to];
        const within = days.filter((on) => on >= first && on <= last).length;
        expect(quarters.reduce((sum, { clusterIds }) => sum + clusterIds.length, 0)).toBe(within);
        expect(first <= from && last >= to).toBe(true);
      }),
    );
  });
});
