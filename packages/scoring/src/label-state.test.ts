import { describe, expect, it } from 'vitest';
import { awardPeriods, predecessorOf } from './award-period.js';
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

describe('a revocation', () => {
  it('is known from its very day on, also of a label whose end nobody knows', () => {
    const withdrawn = [gold('open', '2024-04-01', null, { revokedOn: day('2025-03-01') })];
    expect(['2025-02-28', '2025-03-01'].map((on) => stateOn(withdrawn, on).status)).toEqual(['unknown', 'revoked']);
  });

  it('says more than an end on the same last day, in whatever order they were recorded', () => {
    const awards = [gold('ended', '2023-04-01', '2025-02-28'), gold('open', '2024-04-01', null, { revokedOn: day('2025-03-01') })];
    for (const rows of [awards, [...awards].reverse()]) expect(stateOn(rows, '2025-04-01').status).toBe('revoked');
  });

  it('breaks the run: what is approved on its day is a first award again', () => {
    const first = gold('first', '2022-04-01', '2024-03-31', { revokedOn: day('2024-02-01') });
    const renewal = (approvedOn: string) => award('gold', { id: 'renewal', kind: 'renewal', approvedOn, validUntil: '2027-03-31' });
    const kinds = ['2024-01-31', '2024-02-01'].map((on) => awardPeriods([first, renewal(on)], defaultRules)[1]?.kind);
    expect(kinds).toEqual(['renewal', 'first']);
  });
});

describe('several awards on a day', () => {
  it('an end nobody knows leaves open what a label that ended could still be', () => {
    const silver = award('silver', { id: 'silver', approvedOn: day('2025-01-01'), validFrom: day('2025-01-01') });
    const awards = [gold('gold', '2024-04-01', '2026-03-31'), silver];
    expect(stateOn(awards, '2026-05-01')).toMatchObject({ status: 'unknown', level: 'silver' });
  });

  it('of those that hold the one that began last is named, and the window is that of the level which ends the run', () => {
    const awards = [gold('later', '2025-01-01', '2026-12-31'), gold('earlier', '2024-04-01', '2027-03-31')];
    expect(stateOn(awards, '2025-06-01')).toMatchObject({ awardId: 'later', endsWithAwardId: 'earlier', validUntil: '2027-03-31' });
    const silver = award('silver', { id: 'silver', validFrom: day('2026-12-01'), validUntil: '2027-09-30' });
    const shorter = defaultRules.renewalWindows.map((rule) => (rule.level === 'gold' ? { ...rule, months: 6 } : rule));
    const facts = { recordConfirmedOn: day('2015-01-01'), awards: [gold('gold', '2025-01-01', '2026-12-31'), silver] };
    const state = labelStateOn(facts, 'silver', { ...defaultRules, renewalWindows: shorter }, day('2026-06-01'));
    expect(state).toMatchObject({ level: 'gold', validUntil: '2027-09-30', windowEndsOn: '2028-09-30' });
  });
});

describe('a renewal as recorded', () => {
  const first = award('gold', { id: 'first', approvedOn: '2023-05-10', validUntil: '2025-04-30' });
  const renewal = (more: Partial<Award>) => award('gold', { id: 'renewal', kind: 'renewal', validUntil: '2028-04-30', ...more });
  const startOf = (more: Partial<Award>, rules = defaultRules) => {
    const period = awardPeriods([first, renewal(more)], rules)[1];
    return [period?.kind, period?.from];
  };

  it('joins the day after the old end through the last day of the window', () => {
    expect(startOf({ approvedOn: '2026-04-30' })).toEqual(['renewal', '2025-05-01']);
    expect(startOf({ approvedOn: '2026-05-01' })).toEqual(['first', '2026-05-01']);
    // A month of which only a part lies inside is not held against it.
    expect(startOf({ approvedOn: '2026-04' })).toEqual(['renewal', '2025-05-01']);
  });

  it('goes by the event that the rule names', () => {
    const assessed = {
      ...defaultRules,
      renewalWindows: defaultRules.renewalWindows.map((rule) => ({ ...rule, event: 'assessed' as const })),
    };
    expect(startOf({ assessedOn: '2026-04-14', approvedOn: '2026-05-04' }, assessed)).toEqual(['renewal', '2025-05-01']);
    expect(startOf({ assessedOn: '2026-05-02', approvedOn: '2026-05-04' }, assessed)).toEqual(['first', '2026-05-04']);
  });

  it('a certificate of which only end and month of assessment are known has begun by the end of that month', () => {
    const [period] = awardPeriods([award('gold', { id: 'gold', assessedOn: '2024-11', validUntil: '2026-10-31' })], defaultRules);
    expect(period).toMatchObject({ mayHoldFrom: '2024-11-01', from: '2024-11-30' });
  });
});

it('a renewal continues the award that ended before it, not another with the same end', () => {
  const first = gold('first', '2022-04-01', '2024-03-31');
  const twin = gold('twin', '2023-04-01', '2027-03-31');
  const renewal = gold('renewal', '2024-04-01', '2027-03-31', { kind: 'renewal' });
  expect(predecessorOf(renewal, [first, twin, renewal])?.id).toBe('first');
});
