import { describe, expect, it } from 'vitest';
import { award, codes, day, nationalCluster } from '../cluster-facts.fixture.js';
import { decideCluster } from '../decide-cluster.js';
import { defaultRules } from '../default-rules.fixture.js';

// Old ESCA list for Denmark: bronze to 26 June 2015. https://www.mynewsdesk.com/dk/censec/pressreleases/ : gold, year inferred as 2019.
const facts = nationalCluster('censec', {
  awards: [award('bronze', { id: 'bronze', validUntil: '2015-06-26' }), award('gold', { id: 'gold', approvedOn: '2019' })],
  recordConfirmedOn: day('2026-11-20'),
});
const ask = (on: string) => decideCluster(facts, defaultRules, day(on));

describe('CenSec: an exact bronze end of 2015, a gold of 2019 without end', () => {
  it('keeps an end that is no month end', () => {
    const decision = ask('2015-06-26');
    expect(decision.label).toMatchObject({ status: 'expiring', level: 'bronze', daysLeft: 0 });
    expect(codes(decision.reasons)).toContain('start-not-stated');
    expect(ask('2015-06-27').label).toMatchObject({ status: 'renewable', windowEndsOn: '2016-06-26' });
    expect(ask('2016-06-27').label.status).toBe('lapsed');
  });

  it('does not stretch a certificate without a start over all the past', () => {
    expect(ask('2013-06-26').label.status).toBe('unknown');
    expect(ask('2013-06-27').label).toMatchObject({ status: 'in-force', validUntil: '2015-06-26' });
  });

  it('is unknown from the year of the gold on', () => {
    expect(ask('2018-12-31').required.status).toBe('none');
    expect(ask('2019-01-01').required.status).toBe('unknown');
    expect(ask('2024-12-31')).toMatchObject({ verdict: 'unknown', nextStep: { code: 'confirm-end' } });
  });

  it('was under no obligation before the programme began', () => {
    const decision = ask('2020-12-31');
    expect(decision).toMatchObject({ verdict: 'not-bound', verdicts: [], bound: false });
    expect(codes(decision.reasons)).toContain('no-obligation-on-day');
  });
});
