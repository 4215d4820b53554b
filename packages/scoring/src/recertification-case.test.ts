import { describe, expect, test } from 'vitest';
import { audit, boundCluster, day, longProgramme, membership, renewedGold } from './cluster-facts.fixture.js';
import { caseOn } from './case-milestones.js';
import { decideCluster } from './decide-cluster.js';
import { defaultRules } from './default-rules.fixture.js';
import { cureOn, cycleToOpen, opensByItselfOn, proposeCureEnd, refuseOutcome } from './recertification-case.js';
import type { Rules } from './rules.js';

const rules: Rules = {
  ...defaultRules,
  figures: [
    ...defaultRules.figures,
    {
      id: 'cure',
      key: 'cure-period-months',
      value: 6,
      effectiveFrom: day('2010-01-01'),
      source: 'product-default',
      confidence: 'assumption',
    },
  ],
};
const gold = boundCluster({ awards: renewedGold('2027-03-31') });

describe('a case is opened by itself', () => {
  const open = (on: string, facts = gold) => cycleToOpen(decideCluster(facts, rules, day(on)), rules, day(on))?.key ?? null;

  test('when the horizon is reached, and from then on', () => {
    expect([open('2026-10-01'), open('2026-10-02'), open('2027-03-31')]).toEqual([null, 'gold:renewal:gold-2', 'gold:renewal:gold-2']);
    expect(opensByItselfOn({ ...decideCluster(gold, rules, day('2026-10-02')).chain!.cycle }, rules, day('2026-10-02'))).toBe('2026-10-02');
  });

  test('for a label that may still be renewed too, in the same cycle', () => {
    expect(open('2027-10-15')).toBe('gold:renewal:gold-2');
  });

  test('not for a cluster that has left the programme', () => {
    const left = { ...gold, memberships: [membership(longProgramme, { endsOn: day('2026-12-31') })] };
    expect([open('2026-12-31', left), open('2027-01-01', left)]).toEqual(['gold:renewal:gold-2', null]);
    const { verdict, chain } = decideCluster(left, rules, day('2027-01-01'));
    expect([verdict, chain?.cycle.key]).toEqual(['not-bound', 'gold:renewal:gold-2']);
  });
});

test('case and verdict agree about the last safe day, with and without a booking', () => {
  const cases: [on: string, firstDayOn: string | null][] = [
    ['2026-12-18', null],
    ['2026-12-19', null],
    ['2026-12-19', '2027-02-17'],
    ['2026-12-19', '2027-02-18'],
  ];
  for (const [on, firstDayOn] of cases) {
    const facts = { ...gold, audits: firstDayOn ? [audit('audit', firstDayOn)] : [] };
    const { verdict, chain } = decideCluster(facts, rules, day(on));
    const booking = chain?.booking ? { ...chain.booking, state: 'confirmed' as const, reportedOn: day('2026-11-01') } : null;
    const state = caseOn({ kind: 'renewal', anchorOn: chain!.cycle.anchorOn, booking, recorded: [] }, rules, day(on));
    expect([on, firstDayOn, verdict]).toEqual([on, firstDayOn, state.isInTime ? 'met' : 'at-risk']);
  }
});

describe('outcomes', () => {
  const input = {
    outcome: 'failed',
    decidedOn: day('2027-03-01'),
    openedOn: day('2026-10-01'),
    cureEndsOn: null,
    anchorOn: day('2027-03-31'),
  } as const;
  const today = day('2027-03-10');

  test('belong to a past day of the case', () => {
    expect(refuseOutcome(input, today)).toBeNull();
    expect(refuseOutcome({ ...input, decidedOn: day('2027-03-11') }, today)).toBe('decided-in-future');
    expect(refuseOutcome({ ...input, decidedOn: day('2026-09-30') }, today)).toBe('decided-before-opened');
    expect(refuseOutcome({ ...input, outcome: 'awarded', decidedOn: day('2026-09-30') }, today)).toBeNull();
  });

  test('a case has not expired while its anchor can be reached', () => {
    expect(refuseOutcome({ ...input, outcome: 'expired' }, today)).toBe('not-expired');
    expect(refuseOutcome({ ...input, outcome: 'expired', anchorOn: null }, today)).toBeNull();
    const expiredOn = (decidedOn: string) => refuseOutcome({ ...input, outcome: 'expired', decidedOn: day(decidedOn) }, day('2027-05-01'));
    expect(['2027-03-31', '2027-04-01'].map(expiredOn)).toEqual(['not-expired', null]);
  });

  test('a cure period runs after the decision, for the months of the rule, to the end of a short month', () => {
    expect(proposeCureEnd(day('2026-08-31'), rules)).toBe('2027-02-28');
    expect(proposeCureEnd(day('2026-08-31'), defaultRules)).toBeNull();
    expect(refuseOutcome({ ...input, cureEndsOn: input.decidedOn }, today)).toBe('cure-not-after');
    const end = day('2027-02-28');
    expect([cureOn(null, end), cureOn(end, end), cureOn(end, day('2027-03-01'))]).toEqual(['none', 'running', 'ended']);
  });
});
