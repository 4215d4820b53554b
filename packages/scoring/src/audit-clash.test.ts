import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditClash, auditDemandOf, type AuditMonth } from './audit-clash.js';
import { earliestAudit } from './audit-trial.js';
import { anyFacts, askedDay } from './arbitrary-facts.fixture.js';
import { addDays, addMonths, daysBetween } from './calendar-date.js';
import { audit, boundCluster, day, longProgramme, membership, renewedGold } from './cluster-facts.fixture.js';
import { decideCluster } from './decide-cluster.js';
import { defaultRules } from './default-rules.fixture.js';
import type { ClusterFacts } from './facts.js';
import { isClosed } from './working-days.js';

const on = day('2026-11-25');
const demandOf = (facts: ClusterFacts, from = on) => auditDemandOf(facts, decideCluster(facts, defaultRules, from), defaultRules);

function clash(clusters: ClusterFacts[], capacity: number, from = on, months = 24): AuditMonth[] {
  const demand = clusters.flatMap((facts) => demandOf(facts, from));
  return auditClash({ on: from, months, clusters, demand, capacityOf: () => capacity }, defaultRules);
}

const renewing = (clusterId: string, validUntil: string, more: Partial<ClusterFacts> = {}) =>
  boundCluster({ clusterId, awards: renewedGold(validUntil), ...more });
/** Promised to hold gold for the first time by a day. */
const becoming = (clusterId: string, levelDueOn: string) =>
  boundCluster({ clusterId, memberships: [membership(longProgramme, { levelDueOn: day(levelDueOn) })] });

describe('earliest audit', () => {
  it('lies as far ahead as an order needs, on an open day', () => {
    expect(earliestAudit('renewal', defaultRules, on)).toEqual({
      firstDayOn: '2027-01-25',
      lastDayOn: '2027-01-25',
      projectedDecisionOn: '2027-03-08',
    });
    expect(earliestAudit('first', defaultRules, on)?.lastDayOn).toBe('2027-01-26');
    expect(earliestAudit('first', { ...defaultRules, processSteps: [] }, on)).toBeNull();
  });
});

describe('demand for audits', () => {
  it('is what is booked, else the last safe audit', () => {
    expect(demandOf(renewing('a', '2027-08-31'))).toMatchObject([{ booked: false, late: false, firstDayOn: '2027-07-20' }]);
    const booked = renewing('a', '2027-08-31', { audits: [audit('x', '2027-06-01'), audit('y', '2027-06-02', { state: 'cancelled' })] });
    expect(demandOf(booked)).toMatchObject([{ booked: true, firstDayOn: '2027-06-01' }]);
  });

  it('is late from the day after the last safe booking day, and stands booked through its last day', () => {
    const open = renewing('a', '2027-03-31');
    expect(['2026-12-18', '2026-12-19'].map((from) => demandOf(open, day(from))[0]?.late)).toEqual([false, true]);
    const booked = renewing('a', '2027-03-31', { audits: [audit('x', '2027-02-10')] });
    expect(demandOf(booked, day('2027-02-10'))).toMatchObject([{ booked: true, firstDayOn: '2027-02-10' }]);
    expect(demandOf(booked, day('2027-02-11'))).toEqual([]);
  });

  it('once the last safe audit day has passed, it is the first that can be ordered', () => {
    expect(demandOf(renewing('a', '2026-12-31'))).toMatchObject([{ late: true, firstDayOn: '2027-01-25' }]);
  });

  it('an audit that was held asks for no other', () => {
    const held = renewing('a', '2027-03-31', { audits: [audit('x', '2026-11-10', { state: 'held' })] });
    expect(demandOf(held)).toEqual([]);
  });
});

describe('clash', () => {
  it('offers the very day for which an audit can still be ordered', () => {
    // Sixty days after Monday 30 November: the last open day of January.
    const [, , february] = clash([renewing('a', '2027-03-31'), renewing('b', '2027-03-31')], 1, day('2026-11-30')).slice(1);
    expect(february).toMatchObject({ month: '2027-02-01', over: 1 });
    expect(february?.earlier[0]).toMatchObject({ toMonth: '2027-01-01', firstDayOn: '2027-01-29', suggested: true });
  });

  const three = [renewing('a', '2027-08-31'), renewing('b', '2027-08-31'), becoming('c', '2027-08-31')];

  it('names the months with more audits than the experts can hold, and no other', () => {
    expect(clash(three, 2).flatMap(({ month, over }) => (over > 0 ? [[month, over]] : []))).toEqual([['2027-07-01', 1]]);
    expect(clash(three, 3).every(({ over, earlier }) => over === 0 && earlier.length === 0)).toBe(true);
  });

  it('a renewal goes early without losing a day, a first award loses what it goes early by', () => {
    const july = clash(three, 2).find(({ over }) => over > 0);
    expect(july?.earlier.map(({ clusterId, toMonth, daysLost, suggested }) => [clusterId, toMonth, daysLost, suggested])).toEqual([
      ['a', '2027-06-01', 0, true],
      ['b', '2027-06-01', 0, false],
      ['c', '2027-06-01', 31, false],
    ]);
    expect(july?.earlier[0]).toMatchObject({ firstDayOn: '2027-06-30', daysEarlier: 20 });
  });

  it('two that are moved do not both fill the one place before them', () => {
    const months = clash([...three, renewing('d', '2027-07-31')], 1);
    const moved = months.flatMap(({ earlier }) => earlier.filter(({ suggested }) => suggested).map(({ toMonth }) => toMonth));
    expect(new Set(moved).size).toBe(moved.length);
  });

  it('what is booked or late is not moved', () => {
    const booked = ['x', 'y'].map((id) => renewing(id, '2027-08-31', { audits: [audit(id, '2027-07-20')] }));
    expect(clash(booked, 1).find(({ over }) => over > 0)?.earlier).toEqual([]);
  });

  it('every suggestion lies before the last safe audit, on an open day that can still be ordered, in a month with room', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { minLength: 2, maxLength: 6 }), askedDay, fc.nat(2), (some, from, capacity) => {
        const clusters = some.map((facts, index) => ({ ...facts, clusterId: `${index}` }));
        const months = clash(clusters, capacity, from);
        const load = new Map(months.map(({ month, demand }) => [month, demand.length]));
        for (const { month, demand, over, earlier } of months) {
          expect(over).toBe(Math.max(0, demand.length - capacity));
          for (const option of earlier) {
            const soonest = earliestAudit(
              demand.find(({ clusterId }) => clusterId === option.clusterId)?.kind ?? 'first',
              defaultRules,
              from,
            );
            expect(option.firstDayOn >= (soonest?.firstDayOn ?? '')).toBe(true);
            expect(isClosed(option.firstDayOn, defaultRules.closedDays)).toBe(false);
            expect(option.daysEarlier).toBeGreaterThan(0);
            expect(option.toMonth < month && daysBetween(option.toMonth, option.firstDayOn) < 31).toBe(true);
            if (option.suggested) load.set(option.toMonth, (load.get(option.toMonth) ?? 0) + 1);
          }
          const moved = earlier.filter(({ suggested }) => suggested).length;
          expect(moved).toBeLessThanOrEqual(demand.length);
        }
        for (const { month, demand } of months) {
          if ((load.get(month) ?? 0) > demand.length) expect(load.get(month)).toBeLessThanOrEqual(capacity);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('covers the months asked for', () => {
    expect(clash([], 1, day('2026-11-25'), 3).map(({ month }) => month)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
    expect(addMonths(day('2026-11-01'), 2)).toBe(addDays(day('2026-12-31'), 1));
  });
});
