import { describe, expect, it } from 'vitest';
import { award, day, klyngeprogram, membership, nationalCluster, obligation } from '../cluster-facts.fixture.js';
import { decideCluster } from '../decide-cluster.js';
import { defaultRules } from '../default-rules.fixture.js';
import { proposeValidity } from '../validity-proposal.js';

// https://www.visiondenmark.dk/2024/07/01/vision-denmark-faar-guld-for-sit-arbejde-med-at-skabe-netvaerk-og-innovation/ (1 July 2024).
const gold = award('gold', { id: 'gold-2024', approvedOn: '2024' });

describe('Vision Denmark: gold of 2024, end not found', () => {
  it('is not helped by a proposal that nobody saved', () => {
    const proposal = proposeValidity({ level: 'gold', assessedOn: '2024-06', approvedOn: '2024-07-01' }, [], defaultRules);
    expect(proposal.validUntil).toBe('2026-06-30');
    const facts = nationalCluster('vision-denmark', { awards: [gold], memberships: [membership(klyngeprogram)] });
    expect(decideCluster(facts, defaultRules, day('2026-01-01'))).toMatchObject({ verdict: 'unknown', nextStep: { code: 'confirm-end' } });
  });

  it('is decided once the proposal is saved', () => {
    const awards = [{ ...gold, approvedOn: '2024-07-01', validUntil: '2026-06-30' }];
    const facts = nationalCluster('vision-denmark', {
      awards,
      memberships: [membership(klyngeprogram)],
      recordConfirmedOn: day('2026-11-20'),
    });
    expect(decideCluster(facts, defaultRules, day('2026-06-30'))).toMatchObject({ compliant: true, label: { daysLeft: 0 } });
    expect(decideCluster(facts, defaultRules, day('2026-11-25'))).toMatchObject({ verdict: 'renewable', label: { daysLeft: -148 } });
  });

  it('is compliant in the renewal window where the obligation accepts it', () => {
    const awards = [{ ...gold, approvedOn: '2024-07-01', validUntil: '2026-06-30' }];
    const obligations = [obligation(klyngeprogram, { acceptsRenewalWindow: true })];
    const facts = nationalCluster('vision-denmark', {
      awards,
      obligations,
      memberships: [membership(klyngeprogram)],
      recordConfirmedOn: day('2026-11-20'),
    });
    expect(decideCluster(facts, defaultRules, day('2026-11-25'))).toMatchObject({ verdict: 'renewable', compliant: true });
  });
});
