import { describe, expect, it } from 'vitest';
import { award, day, nationalCluster } from '../cluster-facts.fixture.js';
import { decideCluster } from '../decide-cluster.js';
import { defaultRules } from '../default-rules.fixture.js';

// https://danishsoundcluster.dk/danish-sound-cluster-has-achieved-gold-label-certification/ (September 2023, 86 %), no end stated.
const gold = award('gold', { id: 'gold-2023', approvedOn: '2023-09' });
const facts = nationalCluster('danish-sound-cluster', { awards: [gold], recordConfirmedOn: day('2026-11-20') });

describe('Danish Sound Cluster: gold of September 2023', () => {
  it('had none before the month and is unknown from its first day', () => {
    expect(decideCluster(facts, defaultRules, day('2023-08-31')).label.status).toBe('none');
    expect(decideCluster(facts, defaultRules, day('2023-09-01')).label.status).toBe('unknown');
  });

  it('holds gold from the end of the month when only the end of validity is added', () => {
    const dated = { ...facts, awards: [{ ...gold, validUntil: '2025-09-30' }] };
    expect(decideCluster(dated, defaultRules, day('2023-09-29')).label.status).toBe('unknown');
    expect(decideCluster(dated, defaultRules, day('2023-09-30')).label).toMatchObject({ status: 'in-force', validUntil: '2025-09-30' });
  });
});
