import { describe, expect, it } from 'vitest';
import { award, day, nationalCluster } from '../cluster-facts.fixture.js';
import { decideCluster } from '../decide-cluster.js';
import { defaultRules } from '../default-rules.fixture.js';

// https://clusterexcellencedenmark.dk/food-bio-cluster-denmark-faar-europaeisk-guld-for-sin-klyngeindsats/ (8 September 2022) and
// https://eucles.be/july-august-and-september-2024-labellised-clusters : the renewal's end is not known.
const first = award('gold', { id: 'gold-2022', approvedOn: '2022', validUntil: '2024-09-30' });
const renewal = award('gold', { id: 'gold-2024', kind: 'renewal', approvedOn: '2024' });
const facts = nationalCluster('food-bio-cluster-denmark', { awards: [first, renewal], recordConfirmedOn: day('2026-11-20') });

describe('Food & Bio Cluster Denmark: renewed in 2024, until when nobody stated', () => {
  it('holds gold, without an end, while the first award still runs: the renewal has moved its end', () => {
    const decision = decideCluster(facts, defaultRules, day('2024-09-01'));
    expect(decision.label).toMatchObject({ status: 'in-force', validUntil: null, daysLeft: null });
    expect(decision).toMatchObject({ verdict: 'met', chain: null, nextStep: { code: 'confirm-end' } });
  });

  it('is unknown after the first award ended, not lapsed', () => {
    expect(decideCluster(facts, defaultRules, day('2024-10-01')).label.status).toBe('unknown');
    expect(decideCluster(facts, defaultRules, day('2026-11-25')).label.status).toBe('unknown');
  });
});
