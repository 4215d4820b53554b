import { describe, expect, it } from 'vitest';
import { award, codes, day, nationalCluster } from '../cluster-facts.fixture.js';
import { decideCluster } from '../decide-cluster.js';
import { defaultRules } from '../default-rules.fixture.js';

// https://www.made.dk/artikler/made-er-dansk-guldklynge/ : bronze since 2018, first gold applied for in 2021, valid to 31 October 2023.
const awards = [
  award('bronze', { id: 'bronze', approvedOn: '2018' }),
  award('gold', { id: 'gold', approvedOn: '2021', validUntil: '2023-10-31' }),
];
const unconfirmed = nationalCluster('made', { awards });
const confirmed = nationalCluster('made', { awards, recordConfirmedOn: day('2026-11-20') });
const ask = (facts: typeof unconfirmed, on: string) => decideCluster(facts, defaultRules, day(on));

describe('MADE: gold of 2021 to 31 October 2023, nothing found since', () => {
  it('holds gold through the last day that the certificate states', () => {
    expect(ask(unconfirmed, '2023-10-31')).toMatchObject({
      label: { status: 'expiring', level: 'gold', daysLeft: 0 },
      bound: true,
      compliant: true,
    });
  });

  it('does not know from which day of 2021 the gold held', () => {
    const decision = ask(unconfirmed, '2021-06-01');
    expect(decision).toMatchObject({ required: { status: 'unknown' }, verdict: 'unknown', compliant: null });
    expect(codes(decision.reasons)).toContain('start-coarser-than-day');
    expect(ask(unconfirmed, '2022-01-01').required.status).toBe('in-force');
  });

  it('is unknown after the end as long as nobody checked the register, with the last known end still shown', () => {
    const decision = ask(unconfirmed, '2023-11-01');
    expect(decision).toMatchObject({
      label: { status: 'unknown', level: 'gold' },
      required: { status: 'unknown', validUntil: '2023-10-31', daysLeft: null },
    });
    expect(decision).toMatchObject({ verdict: 'unknown', needsAction: true, nextStep: { code: 'confirm-record', by: 'officer' } });
  });

  it('was renewable for a year and then in breach, once the record is confirmed', () => {
    expect(ask(confirmed, '2023-11-01')).toMatchObject({
      required: { status: 'renewable', windowEndsOn: '2024-10-31' },
      verdict: 'renewable',
    });
    expect(ask(confirmed, '2024-10-31').verdict).toBe('renewable');
    expect(ask(confirmed, '2024-11-01')).toMatchObject({ required: { status: 'lapsed' }, verdict: 'breach', compliant: false });
  });

  it('is unknown under the next programme, whatever was recorded under the first', () => {
    expect(ask(confirmed, '2025-01-01')).toMatchObject({ verdict: 'unknown', verdictProgrammeId: 'klyngeprogram', bound: false });
  });
});
