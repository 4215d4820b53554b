import { describe, expect, it } from 'vitest';
import { tryAudit } from './audit-trial.js';
import { audit, award, boundCluster, day, longProgramme, obligation, plan, renewedGold } from './cluster-facts.fixture.js';
import { decideCluster } from './decide-cluster.js';
import type { Cycle } from './decision.js';
import { defaultRules } from './default-rules.fixture.js';
import type { ClusterFacts } from './facts.js';
import type { Rules } from './rules.js';

const ask = (validUntil: string, on: string, rules: Rules = defaultRules) =>
  decideCluster(boundCluster({ awards: renewedGold(validUntil) }), rules, day(on));

describe('chain of a renewal', () => {
  it('counts the slack to the last safe booking day in working and in calendar days', () => {
    expect(ask('2027-03-31', '2026-11-25').chain).toMatchObject({ orderBy: '2026-12-18', slackWorkingDays: 17, slackDays: 23 });
    expect(ask('2027-03-31', '2026-12-21').chain).toMatchObject({ slackWorkingDays: -1, slackDays: -3 });
  });

  it('names the assumption that binds: the longest distance to the order that no source gives', () => {
    expect(ask('2027-03-31', '2026-11-25').chain?.bindingRuleId).toBe('step-order-renewal');
    const sourced = defaultRules.processSteps.map((rule) => (rule.step === 'order' ? { ...rule, confidence: 'sourced' as const } : rule));
    expect(ask('2027-03-31', '2026-11-25', { ...defaultRules, processSteps: sourced }).chain?.bindingRuleId).toBe('step-audit-renewal');
  });

  it('carries its arithmetic: from which day, how far, rolled where, by which rule', () => {
    const { reasons } = ask('2027-03-31', '2026-11-25');
    const order = reasons.find(({ code, params }) => code === 'step-counted-back' && params['step'] === 'order');
    expect(order?.params).toMatchObject({
      fromOn: '2027-02-17',
      offset: 60,
      unit: 'calendar-days',
      rawOn: '2026-12-19',
      latestOn: '2026-12-18',
      ruleId: 'step-order-renewal',
      confidence: 'assumption',
    });
    expect(reasons.find(({ code }) => code === 'rolled-back-from-closed-day')?.params).toEqual({
      step: 'order',
      rawOn: '2026-12-19',
      latestOn: '2026-12-18',
    });
  });

  it('has no dates outside the known calendar, says so, and does not call the cluster at risk', () => {
    const decision = ask('2046-06-30', '2045-11-25');
    expect(decision.chain).toMatchObject({ orderBy: null, slackWorkingDays: null, slackDays: null });
    expect(decision.reasons.map(({ code }) => code)).toContain('outside-calendar');
    expect(decision).toMatchObject({ verdict: 'met', nextStep: { code: 'none' } });
  });

  it('has no steps before any rule applies', () => {
    const later = {
      ...defaultRules,
      processSteps: defaultRules.processSteps.map((rule) => ({ ...rule, effectiveFrom: day('2027-01-01') })),
    };
    expect(ask('2027-03-31', '2026-12-25', later)).toMatchObject({
      verdict: 'met',
      chain: { steps: [], orderBy: null, bindingRuleId: null },
    });
  });

  it('a booking in time settles the way to the audit, not a decision that should have come', () => {
    const processSteps = defaultRules.processSteps.map((rule) => (rule.step === 'decision' ? { ...rule, offset: 10 } : rule));
    const facts = boundCluster({ awards: renewedGold('2027-03-31'), audits: [audit('audit', '2026-12-10')] });
    const overdueOn = (on: string) =>
      decideCluster(facts, { ...defaultRules, processSteps }, day(on)).chain?.steps.flatMap(({ step, overdue }) => (overdue ? [step] : []));
    expect(overdueOn('2027-03-21')).toEqual([]);
    expect(overdueOn('2027-03-22')).toEqual(['decision']);
  });

  it('follows the rule that applies on the day asked about', () => {
    const longer = defaultRules.processSteps
      .filter(({ step, kind }) => step === 'order' && kind === 'renewal')
      .map((rule) => ({ ...rule, id: 'order-90', offset: 90, effectiveFrom: day('2026-10-01') }));
    const rules = { ...defaultRules, processSteps: [...longer, ...defaultRules.processSteps] };
    expect(ask('2027-03-31', '2026-09-30', rules).chain?.orderBy).toBe('2026-12-18');
    expect(ask('2027-03-31', '2026-10-01', rules).chain?.orderBy).toBe('2026-11-19');
  });
});

describe('the decision', () => {
  it('may fall on the anchor itself, closed or not: nothing before it moves for that', () => {
    // New Year's Eve is closed, 42 days before it is an open Thursday.
    const { chain } = ask('2026-12-31', '2026-06-01');
    const latest = (name: string) => chain?.steps.find(({ step }) => step === name);
    expect(latest('decision')).toMatchObject({ latestOn: '2026-12-31', rawOn: null });
    expect(latest('audit')).toMatchObject({ latestOn: '2026-11-19', rawOn: null });
    expect(chain?.orderBy).toBe('2026-09-18');
  });
});

describe('the name of what is worked towards', () => {
  it('counts first awards of the level or higher that have begun, not their renewals', () => {
    const cycleOf = (awards: ClusterFacts['awards'], level: 'silver' | 'gold' = 'gold') => {
      const plans = [plan(longProgramme, '2026-01-05', '2026-01-10', '2027-03-31')];
      const obligations = [obligation(longProgramme, { requiredLevel: level })];
      return decideCluster(boundCluster({ awards, plans, obligations }), defaultRules, day('2026-06-01')).chain?.cycle.key;
    };
    const lapsed = renewedGold('2024-05-31');
    expect(cycleOf([])).toBe('gold:first:1');
    expect(cycleOf(lapsed)).toBe('gold:first:2');
    expect(cycleOf(lapsed, 'silver')).toBe('silver:first:2');
    expect(cycleOf([award('silver', { id: 'silver', approvedOn: '2020-01-10', validUntil: '2022-01-31' })])).toBe('gold:first:1');
  });
});

describe('chain of a first award', () => {
  it('gives the audit two working days, over a weekend if need be', () => {
    const facts = boundCluster({ plans: [plan(longProgramme, '2026-01-05', '2026-01-10', '2027-03-15')] });
    const { chain } = decideCluster(facts, defaultRules, day('2026-06-01'));
    // Decision Monday 15 March, audit ends Monday 1 February and begins Friday 29 January.
    expect(chain?.steps.find(({ step }) => step === 'audit')).toMatchObject({
      startsOn: '2027-01-29',
      latestOn: '2027-02-01',
      rawOn: null,
    });
    expect(chain?.steps.find(({ step }) => step === 'submission')).toMatchObject({ latestOn: '2027-01-08' });
    expect(chain?.orderBy).toBe('2026-11-30');
  });
});

describe('trying a date for an audit', () => {
  const cycle: Cycle = { key: 'gold:renewal:gold-2', level: 'gold', kind: 'renewal', anchorOn: day('2027-03-31'), anchor: 'end' };
  const tried = (first: string, last = first) => tryAudit(cycle, day(first), day(last), defaultRules, day('2026-11-25'));

  it('tells when the decision may be expected and whether that is soon enough', () => {
    expect(tried('2027-02-17')).toMatchObject({
      projectedDecisionOn: '2027-03-31',
      inTime: true,
      daysToSpare: 0,
      submitBy: '2027-01-27',
      orderBy: '2026-12-18',
    });
    expect(tried('2027-02-18')).toMatchObject({ projectedDecisionOn: '2027-04-01', inTime: false, daysToSpare: -1 });
    expect(tried('2027-02-16', '2027-02-17')?.submitBy).toBe('2027-01-26');
  });

  it('agrees with what a saved booking of that date decides', () => {
    const audits = [
      {
        id: 'audit',
        level: 'gold' as const,
        firstDayOn: day('2027-02-18'),
        lastDayOn: day('2027-02-18'),
        state: 'reported' as const,
        reportedOn: day('2026-11-25'),
      },
    ];
    const { chain } = decideCluster({ ...boundCluster({ awards: renewedGold('2027-03-31') }), audits }, defaultRules, day('2026-11-25'));
    expect(chain?.booking).toMatchObject({ projectedDecisionOn: tried('2027-02-18')?.projectedDecisionOn ?? '', inTime: false });
  });

  it('refuses an audit that ends before it begins, and has no answer without a rule', () => {
    expect(() => tried('2027-02-18', '2027-02-17')).toThrow(RangeError);
    expect(tryAudit(cycle, day('2027-02-17'), day('2027-02-17'), { ...defaultRules, processSteps: [] }, day('2026-11-25'))).toBeNull();
  });
});

describe('what a case says', () => {
  const gold = boundCluster({ awards: renewedGold('2027-03-31') });
  const cycle = 'gold:renewal:gold-2';
  const chainOf = (on: string, facts: Partial<ClusterFacts>) => decideCluster({ ...gold, ...facts }, defaultRules, day(on));

  it('a step that was ticked off is not overdue', () => {
    const cases = [{ cycle, state: 'open', decidedOn: null, done: [{ milestone: 'self-test', doneOn: day('2026-12-01') }] }] as const;
    const overdue = (on: string, facts: Partial<ClusterFacts>) =>
      chainOf(on, facts)
        .chain?.steps.filter((step) => step.overdue)
        .map(({ step }) => step);
    expect(overdue('2026-12-10', {})).toEqual(['self-test']);
    expect(overdue('2026-12-10', { cases })).toEqual([]);
    expect(overdue('2026-11-30', { cases })).toEqual([]);
    // Ticked off late: from that very day on.
    const late = [{ cycle, state: 'open', decidedOn: null, done: [{ milestone: 'self-test', doneOn: day('2026-12-10') }] }] as const;
    expect(overdue('2026-12-09', { cases: late })).toEqual(['self-test']);
    expect(overdue('2026-12-10', { cases: late })).toEqual([]);
  });

  it('documents that were sent are not asked for again', () => {
    const audits = [audit('audit', '2027-02-10')];
    const cases = [{ cycle, state: 'open', decidedOn: null, done: [{ milestone: 'submission', doneOn: day('2026-12-01') }] }] as const;
    expect(chainOf('2026-12-10', { audits }).nextStep.code).toBe('submit-documents');
    expect(chainOf('2026-12-10', { audits, cases }).nextStep.code).toBe('hold-audit');
  });

  it('an audit that a failed decision was about counts no more, a later one does', () => {
    const cases = [{ cycle, state: 'failed', decidedOn: day('2026-12-21'), done: [] }] as const;
    const audits = [audit('audit', '2026-11-02', { state: 'held' })];
    expect(chainOf('2026-12-20', { audits, cases }).verdict).toBe('met');
    expect(chainOf('2026-12-21', { audits, cases }).verdict).toBe('at-risk');
    expect(chainOf('2026-12-21', { audits: [...audits, audit('again', '2027-02-10')], cases }).verdict).toBe('met');
    // An audit that ended on the day of the decision is what was decided about.
    expect(chainOf('2026-12-21', { audits: [audit('same-day', '2026-12-21')], cases }).verdict).toBe('at-risk');
    expect(chainOf('2026-12-21', { audits: [audit('day-after', '2026-12-22')], cases }).verdict).toBe('met');
  });
});
