import { describe, expect, it } from 'vitest';
import { award, codes, day, nationalCluster } from '../cluster-facts.fixture.js';
import { decideCluster } from '../decide-cluster.js';
import { defaultRules } from '../default-rules.fixture.js';
import { proposeValidity } from '../validity-proposal.js';

// https://www.energycluster.dk/en/energy-cluster-denmark-is-gilded-in-the-eu/ (news of 19 November 2021) and
// https://eucles.be/july-august-and-september-2024-labellised-clusters : months at best, no ends.
const first = award('gold', { id: 'gold-2021', approvedOn: '2021-11' });
const renewal = award('gold', { id: 'gold-2024', kind: 'renewal', approvedOn: '2024' });
const facts = nationalCluster('energy-cluster-denmark', { awards: [first, renewal], recordConfirmedOn: day('2026-11-20') });
const ask = (on: string, asked = facts) => decideCluster(asked, defaultRules, day(on));

describe('Energy Cluster Denmark: gold of November 2021 and of 2024, no end stated', () => {
  it('is unknown today, because ends that nobody stated decide nothing', () => {
    const decision = ask('2026-11-25');
    expect(decision).toMatchObject({ label: { status: 'unknown', level: 'gold', awardId: 'gold-2024', validUntil: null, daysLeft: null } });
    expect(codes(decision.reasons)).toContain('end-not-known');
    expect(decision).toMatchObject({ chain: null, verdict: 'unknown', nextStep: { code: 'confirm-end', by: 'officer' } });
  });

  it('had no gold before the month of the first award', () => {
    expect(ask('2021-10-31')).toMatchObject({ label: { status: 'none' }, verdict: 'breach' });
    expect(ask('2021-11-01')).toMatchObject({ label: { status: 'unknown' }, verdict: 'unknown' });
  });

  it('stays unknown where only the year of an end is entered, with that as the reason', () => {
    const coarse = {
      ...facts,
      awards: [
        { ...first, validUntil: '2023' },
        { ...renewal, validUntil: '2027' },
      ],
    };
    const decision = ask('2026-11-25', coarse);
    expect(decision.label.status).toBe('unknown');
    expect(codes(decision.reasons)).toContain('end-coarser-than-day');
  });

  it('is decided as soon as the certificate states the end', () => {
    const known = {
      ...facts,
      awards: [
        { ...first, validUntil: '2023-11-30' },
        { ...renewal, validUntil: '2026-11-30' },
      ],
    };
    expect(ask('2026-11-25', known)).toMatchObject({ label: { status: 'expiring', daysLeft: 5, validFrom: '2021-11-30' } });
  });

  it('cannot propose a kind from a year alone', () => {
    const proposal = proposeValidity(
      { level: 'gold', assessedOn: null, approvedOn: '2024' },
      [{ ...first, validUntil: '2023-11-30' }],
      defaultRules,
    );
    expect(proposal).toMatchObject({ kind: null, validFrom: null, validUntil: null });
    expect(codes(proposal.reasons)).toEqual(['proposal-needs-day']);
  });
});
