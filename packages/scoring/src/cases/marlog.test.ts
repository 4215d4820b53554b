import { describe, expect, it } from 'vitest';
import { codes, day, innovationskraft, klyngeprogram, membership, nationalCluster } from '../cluster-facts.fixture.js';
import { daysWithout } from '../days-without.js';
import { decideCluster } from '../decide-cluster.js';
import { defaultRules } from '../default-rules.fixture.js';

// https://www.transportnyhederne.dk/?Id=74390 (20 April 2022): closed. Known by month, so stored as the month's last day.
const facts = nationalCluster('marlog', {
  memberships: [membership(innovationskraft, { endsOn: day('2022-04-30') }), membership(klyngeprogram, { member: 'no', bound: 'no' })],
});
const ask = (on: string) => decideCluster(facts, defaultRules, day(on));

describe('MARLOG: left Innovationskraft on 30 April 2022', () => {
  it('is bound through its last day', () => {
    expect(ask('2022-04-30')).toMatchObject({ bound: true, verdict: 'unknown', nextStep: { code: 'confirm-record' } });
  });

  it('is not bound from the day after, and nobody has to act', () => {
    const decision = ask('2022-05-01');
    expect(decision).toMatchObject({ bound: false, verdict: 'not-bound', needsAction: false, nextStep: { code: 'none' } });
    expect(decision.reasons.find(({ code }) => code === 'left-programme-on')?.params['endsOn']).toBe('2022-04-30');
  });

  it('is not bound under the programme of 2025-2028, of which it is a recorded non-member', () => {
    const decision = ask('2026-11-25');
    expect(decision.verdict).toBe('not-bound');
    expect(codes(decision.reasons)).toContain('not-a-member');
  });

  it('counts bound days only while it was a member', () => {
    const count = daysWithout('gold', day('2022-01-01'), day('2022-12-31'), facts, defaultRules);
    expect(count).toMatchObject({ boundDays: 120, days: 0, unknownDays: 120 });
  });
});
