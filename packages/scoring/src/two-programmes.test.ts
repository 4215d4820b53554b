import { describe, expect, it } from 'vitest';
import { addDays } from './calendar-date.js';
import {
  audit,
  award,
  boundCluster,
  codes,
  day,
  membership,
  obligation,
  plan,
  programme,
  renewedGold,
  waiver,
} from './cluster-facts.fixture.js';
import { decideCluster } from './decide-cluster.js';
import { defaultRules } from './default-rules.fixture.js';
import type { ClusterFacts } from './facts.js';
import { deadlinesOf } from './reminder-deadlines.js';
import { StoredPlan } from './stored-plan.fixture.js';

// Two programmes that run at the same time: each judges for itself, and what binds is not put off by what nobody knows.
const one = programme('one', '2020-01-01', '2045-12-31');
const other = programme('other', '2022-01-01', '2045-12-31');

/** Bound to gold by the first programme; of the second as given. */
const both = (ofOther: Parameters<typeof membership>[1], more: Partial<ClusterFacts> = {}): ClusterFacts =>
  boundCluster({
    programmes: [one, other],
    obligations: [obligation(one), obligation(other)],
    memberships: [membership(one), membership(other, ofOther)],
    ...more,
  });
const ask = (facts: ClusterFacts, on: string) => decideCluster(facts, defaultRules, day(on));
const days = (facts: ClusterFacts, on: string) =>
  deadlinesOf(ask(facts, on), facts).map(({ event, cycle, deadlineOn }) => `${event} ${cycle} ${deadlineOn}`);

/** Order by 2026-12-18. */
const awards = renewedGold('2027-03-31');
const ofHeld = ['booking gold:renewal:gold-2 2026-12-18', 'end gold:renewal:gold-2 2027-03-31'];

describe.each([
  ['membership', { member: 'not-known', bound: 'not-known' }],
  ['duty', { bound: 'not-known' }],
] as const)('bound by one programme, %s of another not known', (_, ofOther) => {
  it('gives each its verdict, shows what is not known, and goes on counting towards the duty that is', () => {
    const decision = ask(both(ofOther, { awards }), '2026-11-25');
    expect(decision.verdicts.map(({ programmeId, code, compliant }) => [programmeId, code, compliant])).toEqual([
      ['one', 'met', true],
      ['other', 'unknown', null],
    ]);
    expect(decision).toMatchObject({ verdict: 'unknown', verdictProgrammeId: 'other', compliant: null, bound: true, needsAction: true });
    expect(decision.duty?.verdict).toMatchObject({ programmeId: 'one', code: 'met' });
    expect(decision.chain).toMatchObject({ orderBy: '2026-12-18', cycle: { key: 'gold:renewal:gold-2' } });
    expect(decision.nextStep).toEqual({ code: 'book-audit', dueOn: '2026-12-18', by: 'cluster', overdue: false });
    expect(codes(decision.reasons)).toEqual(expect.arrayContaining(['required-level-in-force', 'step-counted-back']));
    expect(new Set(decision.reasons).size).toBe(decision.reasons.length);
  });

  it('asks for what is not known where the known duty asks for nothing by a day', () => {
    expect(ask(both(ofOther, { awards }), '2026-08-01').nextStep).toMatchObject({ code: 'confirm-duty', by: 'officer' });
  });

  it('reminds of the duty that is known, with what plan and exemption say under it', () => {
    expect(days(both(ofOther, { awards }), '2026-11-25')).toEqual(ofHeld);
    const stored = new StoredPlan(defaultRules, [{ personId: 'manager', role: 'manager' }]);
    stored.plan(both(ofOther, { awards }), day('2026-06-01'));
    expect(stored.rows.filter(({ event }) => event === 'booking').map(({ offsetDays }) => offsetDays)).toEqual([-60, -30, -14, -7, 0, 7]);
    const promised = both(ofOther, { plans: [plan(one, '2026-05-10', '2026-06-01', '2027-03-31')] });
    expect(ask(promised, '2026-07-01').chain?.cycle).toMatchObject({ anchor: 'plan-due', anchorOn: '2027-03-31' });
    expect(days(promised, '2026-07-01')).toEqual(['booking gold:first:1 2026-12-18', 'plan plan:plan-2026-05-10 2027-03-31']);
    const exempt = { ...promised, waivers: [waiver(one, '2026-07-01', '2026-08-31')] };
    expect(days(exempt, '2026-08-31')).toEqual(['waiver waiver:waiver-2026-07-01 2026-08-31']);
    expect(days(exempt, '2026-09-01')).toEqual(days(promised, '2026-09-01'));
  });

  it('is at risk, renewable and in breach under the known duty, which then is the worse', () => {
    const facts = both(ofOther, { awards });
    expect(['2026-12-18', '2026-12-19', '2027-04-01', '2028-04-01'].map((on) => ask(facts, on).verdict)).toEqual([
      'unknown',
      'at-risk',
      'renewable',
      'breach',
    ]);
  });

  it('reminds of nothing where no duty is known', () => {
    const facts = both(ofOther, { awards, memberships: [membership(one, { bound: 'no' }), membership(other, ofOther)] });
    expect(ask(facts, '2026-11-25')).toMatchObject({ verdict: 'unknown', bound: false });
    expect(days(facts, '2026-11-25')).toEqual([]);
  });
});

it('a programme whose duty nobody recorded does not silence the duty of another', () => {
  const facts = both({}, { awards, obligations: [obligation(one)] });
  expect(ask(facts, '2026-11-25')).toMatchObject({ verdict: 'unknown', verdictProgrammeId: 'other', nextStep: { code: 'book-audit' } });
  expect(days(facts, '2026-11-25')).toEqual(ofHeld);
});

describe('bound by both', () => {
  it('is reminded once of what serves both', () => {
    expect(days(both({}, { awards }), '2026-11-25')).toEqual(ofHeld);
    const silver = both({}, { awards, obligations: [obligation(one), obligation(other, { requiredLevel: 'silver' })] });
    expect(days(silver, '2026-11-25')).toEqual(ofHeld);
  });

  it('is reminded of each where they ask for different things', () => {
    const silver = award('silver', { id: 'silver', approvedOn: '2025-01-20', validUntil: '2027-09-30' });
    const facts = both(
      {},
      {
        awards: [...awards, silver],
        obligations: [obligation(one), obligation(other, { requiredLevel: 'silver' })],
      },
    );
    expect(days(facts, '2026-11-25')).toEqual([
      ...ofHeld,
      'booking silver:renewal:silver 2027-06-18',
      'end silver:renewal:silver 2027-09-30',
    ]);
  });

  it('keeps first awards of different levels apart', () => {
    const obligations = [obligation(one), obligation(other, { requiredLevel: 'silver' })];
    const memberships = [membership(one, { levelDueOn: day('2027-09-30') }), membership(other, { levelDueOn: day('2027-03-31') })];
    const facts = both({}, { obligations, memberships });
    expect(days(facts, '2026-07-01').sort()).toEqual(['booking gold:first:1 2027-06-18', 'booking silver:first:1 2026-12-18']);
  });

  it('goes by the earlier of two days for the same audit, and says which programme asks for it', () => {
    const levelDueOn = day('2027-03-31');
    const early = both({}, { memberships: [membership(one, { levelDueOn: day('2027-09-30') }), membership(other, { levelDueOn })] });
    expect(ask(early, '2026-07-01')).toMatchObject({ verdict: 'by-plan', verdictProgrammeId: 'other', chain: { orderBy: '2026-12-18' } });
    expect(days(early, '2026-07-01')).toEqual(['booking gold:first:1 2026-12-18']);
    // Overdue under one of them is enough to need action.
    expect(ask(early, '2026-12-18').needsAction).toBe(true);
    expect(ask({ ...early, obligations: [...early.obligations].reverse() }, '2026-07-01').verdictProgrammeId).toBe('other');
  });

  it('hears of the one alone while the other is waived', () => {
    const plans = [plan(one, '2026-05-10', '2026-06-01', '2027-03-31'), plan(other, '2026-05-11', '2026-06-01', '2027-09-30')];
    const facts = both({}, { plans, waivers: [waiver(one, '2026-07-01', '2026-08-31')] });
    expect(ask(facts, '2026-08-31').verdicts.map(({ code }) => code)).toEqual(['exempt', 'by-plan']);
    expect(days(facts, '2026-08-31')).toEqual([
      'booking gold:first:1 2027-06-18',
      'plan plan:plan-2026-05-11 2027-09-30',
      'waiver waiver:waiver-2026-07-01 2026-08-31',
    ]);
    expect(days(facts, '2026-09-01')).toEqual([
      'booking gold:first:1 2026-12-18',
      'plan plan:plan-2026-05-10 2027-03-31',
      'plan plan:plan-2026-05-11 2027-09-30',
    ]);
  });

  it('hears of the duty that is held while the other is waived', () => {
    const silver = award('silver', { id: 'silver', approvedOn: '2025-03-20', validUntil: '2027-03-31' });
    const obligations = [obligation(one), obligation(other, { requiredLevel: 'silver' })];
    const facts = both({}, { awards: [silver], obligations, waivers: [waiver(one, '2026-07-01', '2027-12-31')] });
    expect(ask(facts, '2026-11-25')).toMatchObject({ verdict: 'exempt', compliant: true });
    const told = ['booking silver:renewal:silver 2026-12-18', 'end silver:renewal:silver 2027-03-31'];
    expect(days(facts, '2026-11-25')).toEqual([...told, 'waiver waiver:waiver-2026-07-01 2027-12-31']);
    const stored = new StoredPlan(defaultRules, [{ personId: 'manager', role: 'manager' }]);
    stored.plan(facts, day('2026-10-01'));
    expect(stored.rows.filter(({ event }) => event === 'booking').map(({ offsetDays }) => offsetDays)).toEqual([-60, -30, -14, -7, 0, 7]);
  });

  it('needs action for a decision that is awaited too long under the programme that is not shown', () => {
    const held = award('silver', { id: 'silver', approvedOn: '2025-11-20', validUntil: '2027-12-31' });
    const facts = both(
      {},
      {
        awards: [held],
        obligations: [obligation(one), obligation(other, { requiredLevel: 'silver' })],
        plans: [plan(one, '2026-05-10', '2026-06-01', '2027-10-31')],
        audits: [audit('audit', '2026-09-01', { level: 'silver', state: 'held' })],
      },
    );
    // Decided by 2026-10-13 at the latest, as audits usually are.
    expect(['2026-10-13', '2026-10-14'].map((on) => ask(facts, on).needsAction)).toEqual([false, true]);
  });

  it('needs action for a step that is overdue under the programme that is not shown', () => {
    const plans = [plan(one, '2026-05-10', '2026-06-01', '2027-03-31')];
    const held = award('silver', { id: 'silver', approvedOn: '2025-11-20', validUntil: '2027-02-28' });
    const facts = both({}, { plans, awards: [held], obligations: [obligation(one), obligation(other, { requiredLevel: 'silver' })] });
    // The self-test of the silver renewal had to be done by 2026-11-02; that of the plan by 2026-12-04.
    const decision = ask(facts, '2026-11-10');
    expect(decision).toMatchObject({ verdict: 'by-plan', needsAction: true });
    expect(decision.chain?.steps.some(({ overdue }) => overdue)).toBe(false);
  });

  it('does not remind to book what is booked in time, and of the other goes on', () => {
    const silver = award('silver', { id: 'silver', approvedOn: '2025-01-20', validUntil: '2027-09-30' });
    const obligations = [obligation(one), obligation(other, { requiredLevel: 'silver' })];
    const booked = both({}, { awards: [...awards, silver], obligations, audits: [audit('audit', '2027-06-10', { level: 'silver' })] });
    expect(days(booked, '2026-11-25')).toEqual([...ofHeld, 'end silver:renewal:silver 2027-09-30']);
    expect(ask(booked, addDays(day('2026-12-18'), 1)).verdicts.map(({ code }) => code)).toEqual(['at-risk', 'met']);
  });
});
