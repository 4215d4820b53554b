import { describe, expect, it } from 'vitest';
import { codes, day, nationalCluster } from '../cluster-facts.fixture.js';
import { decideCluster } from '../decide-cluster.js';
import { defaultRules } from '../default-rules.fixture.js';

// No label from 2021 on was found for CLEAN, We Build Denmark, Lifestyle & Design Cluster, DigitalLead and Copenhagen Fintech.
const facts = nationalCluster('clean');

describe('CLEAN: no award on record', () => {
  it('is unknown while nobody checked the register: absence of a record is not a fact', () => {
    const decision = decideCluster(facts, defaultRules, day('2023-03-01'));
    expect(decision).toMatchObject({ label: { status: 'unknown', level: null }, verdict: 'unknown', needsAction: true });
    expect(codes(decision.reasons)).toContain('record-not-confirmed');
  });

  it('has none, and is in breach, once an officer checked', () => {
    const checked = { ...facts, recordConfirmedOn: day('2026-11-20') };
    const decision = decideCluster(checked, defaultRules, day('2023-03-01'));
    expect(decision).toMatchObject({ label: { status: 'none' }, verdict: 'breach', compliant: false, nextStep: { code: 'hold-level' } });
    expect(decision.reasons.find(({ code }) => code === 'no-award-recorded')?.params['recordConfirmedOn']).toBe('2026-11-20');
  });
});
