import { describe, expect, it } from 'vitest';
import { predecessorOf } from './award-period.js';
import { award, day } from './cluster-facts.fixture.js';
import { defaultRules } from './default-rules.fixture.js';
import type { Award } from './facts.js';
import { labelStateOn } from './label-state.js';

const stateOn = (awards: readonly Award[], on: string) =>
  labelStateOn({ recordConfirmedOn: day('2015-01-01'), awards }, null, defaultRules, day(on));
const gold = (id: string, validFrom: string, validUntil: string | null, more: Partial<Award> = {}) =>
  award('gold', { id, approvedOn: day(validFrom), validFrom: day(validFrom), validUntil: validUntil && day(validUntil), ...more });

describe('a run of periods', () => {
  it('goes on where the next period begins the day after, and ends where one open day lies between', () => {
    const earlier = gold('earlier', '2023-04-01', '2025-03-31');
    expect(stateOn([earlier, gold('next', '2025-04-01', '2028-03-31')], '2025-03-01').validUntil).toBe('2028-03-31');
    const afterGap = [earlier, gold('later', '2025-04-02', '2028-03-31')];
    expect(stateOn(afterGap, '2025-03-01').validUntil).toBe('2025-03-31');
    expect(stateOn(afterGap, '2025-04-01').status).toBe('renewable');
    expect(stateOn(afterGap, '2025-04-02')).toMatchObject({ status: 'in-force', validFrom: '2025-04-02' });
  });

  it('has a known end although an older award has none; a later one without an end leaves it open', () => {
    const run = gold('run', '2023-01-01', '2025-12-31');
    expect(stateOn([gold('older', '2022-04-01', null), run], '2024-06-01')).toMatchObject({ status: 'in-force', validUntil: '2025-12-31' });
    expect(stateOn([gold('newer', '2023-06-01', null), run], '2024-06-01')).toMatchObject({ status: 'in-force', validUntil: null });
  });
});

describe('a label that ended', () => {
  it('is not kept open by an unknown end of an award that began on the same day as one whose end is known', () => {
    const awards = [gold('open', '2024-04-01', null), gold('known', '2024-04-01', '2026-03-31')];
    expect(stateOn(awards, '2026-05-01')).toMatchObject({ status: 'renewable', validUntil: '2026-03-31' });
  });

  it('of several levels is the one that ended last', () => {
    const silver = award('silver', { id: 'silver', approvedOn: '2016-01-01', validFrom: day('2016-01-01'), validUntil: '2018-12-31' });
    expect(stateOn([gold('gold', '2013-01-01', '2015-12-31'), silver], '2026-01-01')).toMatchObject({ status: 'lapsed', level: 'silver' });
    expect(stateOn([gold('gold', '2018-01-01', '2019-12-31'), silver], '2026-01-01')).toMatchObject({ status: 'lapsed', level: 'gold' });
  });

  it('is revoked also where it was withdrawn on its last day, and has simply ended where that came after', () => {
    const withdrawn = (revokedOn: string) => [gold('gold', '2024-04-01', '2026-03-31', { revokedOn: day(revokedOn) })];
    expect(stateOn(withdrawn('2026-03-31'), '2026-05-01')).toMatchObject({ status: 'revoked', validUntil: '2026-03-30' });
    expect(stateOn(withdrawn('2026-04-01'), '2026-05-01').status).toBe('renewable');
  });
});

it('a renewal continues the award that ended before it, not another with the same end', () => {
  const first = gold('first', '2022-04-01', '2024-03-31');
  const twin = gold('twin', '2023-04-01', '2027-03-31');
  const renewal = gold('renewal', '2024-04-01', '2027-03-31', { kind: 'renewal' });
  expect(predecessorOf(renewal, [first, twin, renewal])?.id).toBe('first');
});
