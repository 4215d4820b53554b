import { describe, expect, it } from 'vitest';
import { award, codes, day, nationalCluster } from '../cluster-facts.fixture.js';
import { decideCluster } from '../decide-cluster.js';
import { defaultRules } from '../default-rules.fixture.js';

// https://www.danishlifesciencecluster.dk/nyheder/hoejeste-europaeiske-anerkendelse-til-danish-life-science-cluster/ : no date readable.
const facts = nationalCluster('danish-life-science-cluster', { awards: [award('gold', { id: 'gold' })] });

describe('Danish Life Science Cluster: a gold without any date', () => {
  it.each(['2021-01-01', '2024-12-31', '2026-11-25'])('is unknown on %s, and an officer has to find the end', (on) => {
    const decision = decideCluster(facts, defaultRules, day(on));
    expect(decision).toMatchObject({ label: { status: 'unknown', level: 'gold' }, verdict: 'unknown', compliant: null, chain: null });
    expect(codes(decision.reasons)).toContain('end-not-known');
    expect(decision.nextStep).toEqual({ code: 'confirm-end', dueOn: null, by: 'officer', overdue: false });
  });
});
