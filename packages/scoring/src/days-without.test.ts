import { describe, expect, it } from 'vitest';
import { award, boundCluster, day, longProgramme, membership, obligation, plan, renewedGold, waiver } from './cluster-facts.fixture.js';
import { daysWithout } from './days-without.js';
import { defaultRules } from './default-rules.fixture.js';
import type { ClusterFacts } from './facts.js';

const count = (facts: ClusterFacts, from: string, to: string) => daysWithout('gold', day(from), day(to), facts, defaultRules);

describe('days without the level', () => {
  it('shows its arithmetic: spans by state and verdict, both ends included', () => {
    const facts = boundCluster({
      awards: renewedGold('2026-01-31'),
      plans: [plan(longProgramme, '2026-02-10', '2026-03-01', '2026-06-30')],
      waivers: [waiver(longProgramme, '2026-05-01', '2026-05-31')],
    });
    const { spans, days } = count(facts, '2026-01-01', '2026-07-31');
    expect(spans.map(({ from, to, days: length, verdict }) => [from, to, length, verdict])).toEqual([
      ['2026-02-01', '2026-02-28', 28, 'renewable'],
      ['2026-03-01', '2026-04-30', 61, 'by-plan'],
      ['2026-05-01', '2026-05-31', 31, 'exempt'],
      ['2026-06-01', '2026-06-30', 30, 'by-plan'],
      ['2026-07-01', '2026-07-31', 31, 'renewable'],
    ]);
    expect(days).toBe(181);
  });

  it('counts a duty of a higher level, and none of a lower one', () => {
    const asked = (requiredLevel: 'silver' | 'gold') =>
      daysWithout(
        'silver',
        day('2026-01-01'),
        day('2026-01-31'),
        boundCluster({ obligations: [obligation(longProgramme, { requiredLevel })] }),
        defaultRules,
      ).days;
    expect([asked('gold'), asked('silver')]).toEqual([31, 31]);
    const bronze = boundCluster({ obligations: [obligation(longProgramme, { requiredLevel: 'bronze' })] });
    expect(daysWithout('silver', day('2026-01-01'), day('2026-01-31'), bronze, defaultRules)).toMatchObject({ days: 0, boundDays: 0 });
  });

  it('begins a new span after the day the level is due, on approval of a waiver, and where an award may have begun', () => {
    const spansOf = (facts: Partial<ClusterFacts>) =>
      count(boundCluster(facts), '2026-01-01', '2026-03-31').spans.map(({ from, to, status, verdict }) => [from, to, status, verdict]);
    expect(spansOf({ memberships: [membership(longProgramme, { levelDueOn: day('2026-02-10') })] })).toEqual([
      ['2026-01-01', '2026-02-10', 'none', 'by-plan'],
      ['2026-02-11', '2026-03-31', 'none', 'breach'],
    ]);
    expect(spansOf({ waivers: [waiver(longProgramme, '2026-01-01', '2026-03-31', '2026-02-10')] })).toEqual([
      ['2026-01-01', '2026-02-09', 'none', 'breach'],
      ['2026-02-10', '2026-03-31', 'none', 'exempt'],
    ]);
    expect(spansOf({ awards: [award('gold', { id: 'gold', approvedOn: '2026-02', validUntil: '2028-02-29' })] })).toEqual([
      ['2026-01-01', '2026-01-31', 'none', 'breach'],
      ['2026-02-01', '2026-02-27', 'unknown', 'unknown'],
    ]);
  });

  it('begins a new span where a plan is closed and on the day after a window', () => {
    const closed = plan(longProgramme, '2026-02-10', '2026-03-01', '2027-06-30', '2026-12-15');
    const facts = boundCluster({ awards: renewedGold('2026-01-31'), plans: [closed] });
    expect(count(facts, '2026-12-01', '2027-02-28').spans.map(({ from, to, status, verdict }) => [from, to, status, verdict])).toEqual([
      ['2026-12-01', '2026-12-14', 'renewable', 'by-plan'],
      ['2026-12-15', '2027-01-31', 'renewable', 'renewable'],
      ['2027-02-01', '2027-02-28', 'lapsed', 'breach'],
    ]);
  });

  it('counts only while an obligation of the level or higher runs', () => {
    const year = boundCluster({ obligations: [obligation(longProgramme, { startsOn: day('2025-01-01'), endsOn: day('2025-12-31') })] });
    expect(count(year, '2024-01-01', '2026-12-31')).toMatchObject({
      days: 365,
      boundDays: 365,
      spans: [{ from: '2025-01-01', to: '2025-12-31' }],
    });
    const silver = boundCluster({ obligations: [obligation(longProgramme, { requiredLevel: 'silver' })] });
    expect(count(silver, '2025-01-01', '2025-12-31')).toMatchObject({ days: 0, boundDays: 0 });
    const gold = daysWithout('silver', day('2025-01-01'), day('2025-12-31'), boundCluster(), defaultRules);
    expect(gold).toMatchObject({ days: 365, boundDays: 365 });
  });

  it('keeps days of which nothing is known apart', () => {
    const facts = boundCluster({ awards: [award('gold', { id: 'gold', approvedOn: '2025-07-01' })] });
    expect(count(facts, '2025-06-01', '2025-07-31')).toMatchObject({ days: 30, unknownDays: 31, boundDays: 61 });
  });

  it('answers as known then and as known now, by the facts it is given', () => {
    const [first] = renewedGold('2027-03-31');
    const then = boundCluster({ awards: first ? [first] : [] });
    expect(count(then, '2024-04-01', '2024-04-30').days).toBe(30);
    expect(count(boundCluster({ awards: renewedGold('2027-03-31') }), '2024-04-01', '2024-04-30').days).toBe(0);
  });
});
