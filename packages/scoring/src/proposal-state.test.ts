import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFacts, askedDay } from './arbitrary-facts.fixture.js';
import { addDays, calendarDate as day } from './calendar-date.js';
import { boundCluster, codes, longProgramme, plan, waiver } from './cluster-facts.fixture.js';
import { decideCluster } from './decide-cluster.js';
import { defaultRules } from './default-rules.fixture.js';
import { type ProposedPlan, type ProposedWaiver, planStateOn, waiverStateOn } from './proposal-state.js';
import { planOn } from './verdict.js';

const proposed: ProposedPlan = { ...plan(longProgramme, '2026-05-10', null, '2027-03-31'), returnedOn: null, closedAs: null };
const asked: ProposedWaiver = {
  ...waiver(longProgramme, '2026-09-15', '2027-01-31', null),
  proposedOn: day('2026-09-01'),
  closedOn: null,
  closedAs: null,
};

describe('where a plan stands', () => {
  it.each([
    [{}, '2026-05-10', 'proposed'],
    [{ returnedOn: day('2026-05-20') }, '2026-05-19', 'proposed'],
    [{ returnedOn: day('2026-05-20') }, '2026-05-20', 'returned'],
    [{ acceptedOn: day('2026-06-01') }, '2026-05-31', 'proposed'],
    [{ acceptedOn: day('2026-06-01') }, '2026-06-01', 'accepted'],
    [{ acceptedOn: day('2026-06-01') }, '2027-03-31', 'accepted'],
    [{ acceptedOn: day('2026-06-01') }, '2027-04-01', 'passed'],
    [{ closedOn: day('2026-06-02'), closedAs: 'refused' as const }, '2026-06-02', 'refused'],
    [{ acceptedOn: day('2026-06-01'), closedOn: day('2026-07-01'), closedAs: 'withdrawn' as const }, '2026-06-30', 'accepted'],
    [{ acceptedOn: day('2026-06-01'), closedOn: day('2026-07-01'), closedAs: 'withdrawn' as const }, '2026-07-01', 'withdrawn'],
  ])('%o on %s: %s', (more, on, state) => expect(planStateOn({ ...proposed, ...more }, day(on))).toBe(state));

  it('counts exactly while it is accepted', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, ({ plans }, on) => {
        for (const one of plans.filter(({ proposedOn }) => proposedOn <= on)) {
          const state = planStateOn({ ...one, returnedOn: null, closedAs: one.closedOn && 'withdrawn' }, on);
          expect(state === 'accepted').toBe(planOn([one], one.programmeId, on) !== null);
        }
      }),
    );
  });
});

describe('where a waiver stands', () => {
  it.each([
    [{}, '2026-09-15', 'proposed'],
    [{ approvedOn: day('2026-09-10') }, '2026-09-09', 'proposed'],
    [{ approvedOn: day('2026-09-10') }, '2026-09-10', 'approved'],
    [{ approvedOn: day('2026-09-10') }, '2027-01-31', 'approved'],
    [{ approvedOn: day('2026-09-10') }, '2027-02-01', 'passed'],
    [{ closedOn: day('2026-09-12'), closedAs: 'refused' as const }, '2026-09-12', 'refused'],
  ])('%o on %s: %s', (more, on, state) => expect(waiverStateOn({ ...asked, ...more }, day(on))).toBe(state));
});

describe('what counts from which day', () => {
  const verdictOf = (facts: Parameters<typeof boundCluster>[0], on: string) =>
    decideCluster(boundCluster(facts), defaultRules, day(on)).verdict;

  it('a waiver that was approved after it began exempts from its approval on, and through the Sunday on which it ends', () => {
    const waivers = [waiver(longProgramme, '2026-09-15', '2027-01-31', '2026-10-05')];
    expect(verdictOf({ waivers }, '2026-10-04')).toBe('breach');
    expect(verdictOf({ waivers }, '2026-10-05')).toBe('exempt');
    expect(verdictOf({ waivers }, '2027-01-31')).toBe('exempt');
    expect(verdictOf({ waivers }, '2027-02-01')).toBe('breach');
  });

  it('a step of the running plan that is not done calls for action from the day after, until it is done', () => {
    const plans = [plan(longProgramme, '2026-05-10', '2026-06-01', '2027-12-31')];
    const planId = plans[0]?.id ?? '';
    const decide = (doneOn: string | null, on: string) =>
      decideCluster(
        boundCluster({
          plans,
          planMilestones: [{ id: 'self-test', planId, dueOn: day('2026-08-31'), doneOn: doneOn ? day(doneOn) : null }],
        }),
        defaultRules,
        day(on),
      );
    expect(decide(null, '2026-08-31').needsAction).toBe(false);
    expect(decide(null, '2026-09-01')).toMatchObject({ verdict: 'by-plan', needsAction: true });
    expect(codes(decide(null, '2026-09-01').reasons)).toContain('plan-step-overdue');
    expect(decide('2026-09-01', '2026-09-01').needsAction).toBe(false);
    expect(decide('2026-09-02', '2026-09-01').needsAction).toBe(true);
    expect(codes(decide('2026-08-20', '2026-09-01').reasons)).not.toContain('plan-step-overdue');
  });

  it('neither a plan nor a waiver changes a day before it was accepted', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, (facts, on) => {
        const later = addDays(on, 1);
        const plans = facts.plans.map((one) => ({ ...one, acceptedOn: later }));
        const waivers = facts.waivers.map((one) => ({ ...one, approvedOn: later }));
        const { verdict } = decideCluster({ ...facts, plans, waivers }, defaultRules, on);
        expect(['exempt']).not.toContain(verdict);
        const without = decideCluster({ ...facts, plans: [], waivers: [] }, defaultRules, on).verdict;
        expect(verdict).toBe(without);
      }),
    );
  });
});
