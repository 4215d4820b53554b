import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFacts, askedDay } from './arbitrary-facts.fixture.js';
import { type CalendarDate, calendarDate as day } from './calendar-date.js';
import { boundCluster, renewedGold } from './cluster-facts.fixture.js';
import { decideCluster } from './decide-cluster.js';
import { defaultRules } from './default-rules.fixture.js';
import type { ClusterFacts } from './facts.js';
import { answersThatChange } from './rule-change.js';
import type { Rules } from './rules.js';

const on = day('2026-11-25');
const facts = boundCluster({ awards: renewedGold('2027-03-31') });

function changes(after: Rules, asked: CalendarDate = on, of: ClusterFacts = facts) {
  const cluster = { facts: of, decision: decideCluster(of, defaultRules, asked) };
  return answersThatChange([cluster], { before: defaultRules, after }, asked).flatMap((one) => one.changes);
}

/** The rules with one more row, from a day on. */
const withFigure = (value: number, effectiveFrom = '2026-11-25'): Rules => ({
  ...defaultRules,
  figures: [
    ...defaultRules.figures,
    { id: 'new', key: 'expiring-horizon-days', value, effectiveFrom: day(effectiveFrom), source: 'x', confidence: 'assumption' },
  ],
});

describe('answers under changed rules', () => {
  it('a shorter horizon changes the status, from its first day on and not before', () => {
    expect(changes(withFigure(100))).toEqual([{ field: 'status', before: 'expiring', after: 'in-force' }]);
    expect(changes(withFigure(100), day('2026-11-24'))).toEqual([]);
    expect(changes(withFigure(100, '2026-12-01'))).toEqual([]);
  });

  it('a longer distance between booking and audit moves booking and self-test, and what follows from it', () => {
    const processSteps = defaultRules.processSteps.map((rule) => (rule.step === 'order' ? { ...rule, offset: 90 } : rule));
    expect(changes({ ...defaultRules, processSteps })).toEqual([
      { field: 'verdict', before: 'met', after: 'at-risk' },
      { field: 'selfTestBy', before: '2026-12-04', after: '2026-11-05' },
      { field: 'orderBy', before: '2026-12-18', after: '2026-11-19' },
    ]);
  });

  it('a day that is closed moves the deadline that fell on it', () => {
    const days = new Set([...defaultRules.closedDays.days, day('2026-12-18')]);
    const moved = changes({ ...defaultRules, closedDays: { ...defaultRules.closedDays, days } });
    expect(moved).toContainEqual({ field: 'orderBy', before: '2026-12-18', after: '2026-12-17' });
  });

  it('a changed validity moves no label that stands, only the one that is worked for', () => {
    const validity = defaultRules.validity.map((rule) => (rule.kind === 'renewal' ? { ...rule, months: 24 } : rule));
    expect(changes({ ...defaultRules, validity })).toEqual([{ field: 'nextEndOn', before: '2030-03-31', after: '2029-03-31' }]);
  });

  it('nothing changes under the same rules, whatever the facts', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, (any, asked) => {
        expect(changes({ ...defaultRules }, asked, any)).toEqual([]);
      }),
    );
  });

  it('a rule that begins tomorrow changes nothing today, whatever the facts', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, fc.nat(400), (any, asked, value) => {
        expect(changes(withFigure(value, '2045-01-01'), asked, any)).toEqual([]);
      }),
    );
  });
});
