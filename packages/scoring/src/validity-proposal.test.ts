import { describe, expect, it } from 'vitest';
import { awardPeriods } from './award-period.js';
import { award, boundCluster, codes, day } from './cluster-facts.fixture.js';
import { decideCluster } from './decide-cluster.js';
import { defaultRules } from './default-rules.fixture.js';
import { proposeValidity } from './validity-proposal.js';

const first = award('gold', { id: 'gold-1', approvedOn: '2023-05-10', validUntil: '2025-04-30' });
const propose = (assessedOn: string | null, approvedOn: string | null, earlier = [first]) =>
  proposeValidity({ level: 'gold', assessedOn, approvedOn }, earlier, defaultRules);

describe('kind of an award', () => {
  it('is a renewal through the last day of the window and a first award from the day after', () => {
    expect(propose('2026-04-01', '2026-04-30')).toMatchObject({ kind: 'renewal', validFrom: '2025-05-01', validUntil: '2028-04-30' });
    expect(propose('2026-04-01', '2026-05-01')).toMatchObject({ kind: 'first', validFrom: '2026-05-01', validUntil: '2028-04-30' });
  });

  it('asks the rule which event must fall inside', () => {
    const renewalWindows = defaultRules.renewalWindows.map((rule) => ({ ...rule, event: 'assessed' as const }));
    const rules = { ...defaultRules, renewalWindows };
    const proposal = proposeValidity({ level: 'gold', assessedOn: '2026-04-14', approvedOn: '2026-05-04' }, [first], rules);
    expect(proposal).toMatchObject({ kind: 'renewal', validUntil: '2028-04-30' });
  });

  it('is a first award after a revocation, and of a level never held', () => {
    expect(propose('2024-06-01', '2024-07-01', [{ ...first, revokedOn: day('2024-01-01') }])).toMatchObject({
      kind: 'first',
      validUntil: '2026-06-30',
    });
    expect(propose('2024-06-01', '2024-07-01', [{ ...first, level: 'silver' }])).toMatchObject({ kind: 'first' });
  });

  it('looks only at awards that came before', () => {
    expect(propose('2023-04-20', '2023-05-10', [{ ...first, approvedOn: '2025-12-01', validUntil: '2028-04-30' }])).toMatchObject({
      kind: 'first',
    });
  });

  it('does not continue an award of the same year where nobody knows which of the two came first', () => {
    const sameYear = award('gold', { id: 'gold-2', approvedOn: '2024-04-11', validUntil: '2027-04-30' });
    expect(propose(null, '2024', [sameYear])).toMatchObject({ kind: 'first', validUntil: null });
    expect(propose(null, '2024', [{ ...first, approvedOn: '2022', validUntil: '2024-04-30' }, sameYear])).toMatchObject({
      kind: 'renewal',
      validUntil: '2027-04-30',
    });
  });

  it('tells a month apart only where the whole of it falls on one side of the window', () => {
    expect(propose(null, '2026-04')).toMatchObject({ kind: 'renewal' });
    expect(propose('2026-04', '2026-05')).toMatchObject({ kind: 'first', validFrom: null, validUntil: '2028-04-30' });
    expect(propose(null, '2026')).toMatchObject({ kind: null, validUntil: null });
    expect(codes(propose(null, null).reasons)).toEqual(['proposal-needs-day']);
  });

  it('counts as first in a decision although it was recorded as a renewal, once it came after the window', () => {
    const late = award('gold', { id: 'gold-2', kind: 'renewal', approvedOn: '2026-05-04', validUntil: '2028-04-30' });
    expect(awardPeriods([first, late], defaultRules).map(({ kind, from }) => [kind, from])).toEqual([
      ['first', '2023-05-10'],
      ['first', '2026-05-04'],
    ]);
  });
});

describe('dates of a proposal', () => {
  it('keeps an exact old end exact when it is renewed', () => {
    const exact = award('bronze', { id: 'bronze', approvedOn: '2019-07-25', validUntil: '2021-07-25' });
    const proposal = proposeValidity({ level: 'bronze', assessedOn: '2021-06-01', approvedOn: '2021-07-01' }, [exact], defaultRules);
    expect(proposal).toMatchObject({
      kind: 'renewal',
      validFrom: '2021-07-26',
      validUntil: '2024-07-25',
      ruleId: 'validity-bronze-renewal',
    });
  });

  it('carries the months, the rule and the days it was counted from', () => {
    const [inWindow, fromEnd] = propose('2025-12-01', '2026-01-15').reasons;
    expect(inWindow).toMatchObject({
      code: 'proposed-renewal-in-window',
      params: { previousEndOn: '2025-04-30', windowEndsOn: '2026-04-30', event: 'approved' },
    });
    expect(fromEnd).toMatchObject({
      code: 'proposed-renewal-from-end',
      params: { months: 36, ruleId: 'validity-gold-renewal', validUntil: '2028-04-30' },
    });
  });

  it('goes by the rule of the day from which the award counts: approval of a first one, the day after the old end of a renewal', () => {
    const from = (kind: 'first' | 'renewal', effectiveFrom: string) => ({
      ...defaultRules,
      validity: [
        ...defaultRules.validity,
        { ...defaultRules.validity[0]!, level: 'gold' as const, kind, months: 12, effectiveFrom: day(effectiveFrom) },
      ],
    });
    const until = (kind: 'first' | 'renewal', effectiveFrom: string, assessedOn: string, approvedOn: string, earlier: (typeof first)[]) =>
      proposeValidity({ level: 'gold', assessedOn, approvedOn }, earlier, from(kind, effectiveFrom)).validUntil;
    expect(until('first', '2025-03-20', '2025-02-13', '2025-03-20', [])).toBe('2026-02-28');
    expect(until('first', '2025-03-21', '2025-02-13', '2025-03-20', [])).toBe('2027-02-28');
    expect(until('renewal', '2025-05-01', '2025-12-01', '2026-01-15', [first])).toBe('2026-04-30');
    expect(until('renewal', '2025-05-02', '2025-12-01', '2026-01-15', [first])).toBe('2028-04-30');
  });

  it('does not continue an award of the very same day', () => {
    expect(propose('2023-04-20', '2023-05-10')).toMatchObject({ kind: 'first' });
  });

  it('says which rule is missing instead of guessing', () => {
    expect(
      codes(
        proposeValidity({ level: 'gold', assessedOn: '2025-12-01', approvedOn: '2026-01-15' }, [first], {
          ...defaultRules,
          renewalWindows: [],
        }).reasons,
      ),
    ).toContain('rule-missing');
    const without = proposeValidity({ level: 'gold', assessedOn: '2025-12-01', approvedOn: '2026-01-15' }, [first], {
      ...defaultRules,
      validity: [],
    });
    expect(without).toMatchObject({ kind: 'renewal', validFrom: '2025-05-01', validUntil: null });
  });

  it('is never a status by itself', () => {
    const unsaved = award('gold', { id: 'gold-1', assessedOn: '2025-02-13', approvedOn: '2025-03-20' });
    expect(decideCluster(boundCluster({ awards: [unsaved] }), defaultRules, day('2026-11-25')).label).toMatchObject({
      status: 'unknown',
      validUntil: null,
    });
  });
});
