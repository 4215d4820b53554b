import { describe, expect, it } from 'vitest';
import {
  audit,
  award,
  boundCluster,
  codes,
  day,
  longProgramme,
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

const ask = (facts: ClusterFacts, on: string) => decideCluster(facts, defaultRules, day(on));

/** Gold 2024-04-01 to 2027-03-31; order by 2026-12-18. */
const held = boundCluster({ awards: renewedGold('2027-03-31') });

describe('order of verdicts', () => {
  const everything = {
    plans: [plan(longProgramme, '2024-01-10', '2024-02-01', '2030-12-31')],
    waivers: [waiver(longProgramme, '2024-01-01', '2030-12-31')],
  };

  it('holds the level before it is waived, and is waived before it is promised', () => {
    expect(ask({ ...held, ...everything }, '2026-06-01').verdict).toBe('met');
    expect(ask({ ...held, ...everything }, '2026-12-19').verdict).toBe('at-risk');
    expect(ask({ ...held, ...everything }, '2027-04-01').verdict).toBe('exempt');
    expect(ask({ ...held, plans: everything.plans }, '2027-04-01').verdict).toBe('by-plan');
    expect(ask(held, '2027-04-01').verdict).toBe('renewable');
    expect(ask({ ...held, recordConfirmedOn: null }, '2027-04-01').verdict).toBe('unknown');
    expect(ask(held, '2028-04-01').verdict).toBe('breach');
  });

  it('is waived or promised even where the record is not confirmed', () => {
    const open = boundCluster({ recordConfirmedOn: null });
    expect(ask({ ...open, ...everything }, '2026-06-01')).toMatchObject({ verdict: 'exempt', compliant: true });
    const promised = ask({ ...open, plans: everything.plans }, '2026-06-01');
    expect(promised).toMatchObject({ verdict: 'by-plan', compliant: true, chain: { cycle: { anchor: 'plan-due' } } });
  });

  it('is in breach from the day of revocation, whatever the certificate said', () => {
    const awards = renewedGold('2027-03-31').map((row) => ({ ...row, revokedOn: row.id === 'gold-2' ? day('2026-03-01') : null }));
    expect(ask({ ...held, awards }, '2026-02-28')).toMatchObject({ label: { status: 'expiring', daysLeft: 0 }, compliant: true });
    expect(ask({ ...held, awards }, '2026-03-01')).toMatchObject({
      label: { status: 'revoked', daysLeft: -1 },
      verdict: 'breach',
      chain: null,
    });
    expect(ask({ ...held, awards }, '2029-01-01').label.status).toBe('revoked');
  });
});

describe('plans, waivers and days the level is due', () => {
  it('counts a plan from acceptance through its due day, and not once it is closed', () => {
    const facts = boundCluster({ plans: [plan(longProgramme, '2026-05-10', '2026-06-01', '2027-03-31', '2026-08-15')] });
    expect(['2026-05-31', '2026-06-01', '2026-08-14', '2026-08-15'].map((on) => ask(facts, on).verdict)).toEqual([
      'breach',
      'by-plan',
      'by-plan',
      'breach',
    ]);
  });

  it('does not count a plan that was only proposed, nor a waiver that nobody approved', () => {
    const proposed = boundCluster({ plans: [plan(longProgramme, '2026-05-10', null, '2027-03-31')] });
    expect(codes(ask(proposed, '2026-06-01').reasons)).toContain('plan-proposed-only');
    const asked = boundCluster({ waivers: [waiver(longProgramme, '2026-01-01', '2026-12-31', null)] });
    expect(ask(asked, '2026-06-01').verdict).toBe('breach');
  });

  it('of several accepted plans counts the one that runs longest; of several that do not count, the newest is named', () => {
    const [short, long, middle] = ['2027-06-30', '2028-06-30', '2027-12-31'].map((dueOn, index) =>
      plan(longProgramme, `2026-0${index + 1}-05`, '2026-04-01', dueOn),
    );
    const plans = [short!, long!, middle!];
    const told = (facts: Partial<ClusterFacts>, code: string) =>
      ask(boundCluster(facts), '2026-06-01').reasons.find((reason) => reason.code === code)?.params;
    expect(told({ plans }, 'plan-accepted')).toMatchObject({ planId: long?.id, dueOn: '2028-06-30' });
    const proposed = [short!, middle!, long!].map((one) => ({ ...one, acceptedOn: null }));
    expect(told({ plans: proposed }, 'plan-proposed-only')).toMatchObject({ planId: middle?.id });
  });

  it('of several steps of a plan that passed undone names the oldest, and how many there are', () => {
    const running = plan(longProgramme, '2026-01-05', '2026-02-01', '2027-03-31');
    const steps = ['2026-05-20', '2026-04-20', '2026-05-31', '2026-06-01'].map((dueOn) => ({
      id: dueOn,
      planId: running.id,
      dueOn: day(dueOn),
      doneOn: null,
    }));
    const { reasons } = ask(boundCluster({ plans: [running], planMilestones: steps }), '2026-06-01');
    const overdue = reasons.find(({ code }) => code === 'plan-step-overdue');
    expect(overdue?.params).toMatchObject({ milestoneId: '2026-04-20', dueOn: '2026-04-20', count: 3 });
  });

  it('is exempt from the day of approval, where that came after the day from which it was asked for', () => {
    const facts = boundCluster({ waivers: [waiver(longProgramme, '2026-05-01', '2026-12-31', '2026-06-10')] });
    expect(['2026-06-09', '2026-06-10'].map((on) => ask(facts, on).verdict)).toEqual(['breach', 'exempt']);
  });

  it('asks an exempt cluster to hold the level, by no day', () => {
    const exempt = boundCluster({ waivers: [waiver(longProgramme, '2026-05-01', '2026-12-31')] });
    expect(ask(exempt, '2026-06-10').nextStep).toEqual({ code: 'hold-level', dueOn: null, by: 'cluster', overdue: false });
  });

  it('takes a step of a plan that was done on the day asked about for done', () => {
    const running = plan(longProgramme, '2026-01-05', '2026-02-01', '2027-03-31');
    const step = { id: 'step', planId: running.id, dueOn: day('2026-05-20'), doneOn: day('2026-06-01') };
    const facts = boundCluster({ plans: [running], planMilestones: [step] });
    expect(['2026-05-20', '2026-05-21', '2026-05-31', '2026-06-01'].map((on) => ask(facts, on).needsAction)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('says of a plan that is accepted later that it is only proposed', () => {
    const later = boundCluster({ plans: [plan(longProgramme, '2026-05-10', '2026-06-01', '2027-03-31')] });
    expect(codes(ask(later, '2026-05-31').reasons)).toContain('plan-proposed-only');
    expect(codes(ask(later, '2027-04-01').reasons)).toContain('plan-due-passed');
  });

  it('complies through the renewal window where the programme accepts it, and still needs action', () => {
    const accepting = { ...held, obligations: [obligation(longProgramme, { acceptsRenewalWindow: true })] };
    const days = ['2027-03-31', '2027-04-01', '2028-03-31', '2028-04-01'].map((on) => ask(accepting, on));
    expect(days.map(({ verdict, compliant, needsAction }) => [verdict, compliant, needsAction])).toEqual([
      ['at-risk', true, true],
      ['renewable', true, true],
      ['renewable', true, true],
      ['breach', false, true],
    ]);
    expect(codes(days[1]?.reasons ?? [])).toContain('renewal-window-accepted');
    expect(ask(held, '2027-04-01')).toMatchObject({ verdict: 'renewable', compliant: false });
  });

  it('ignores plans and waivers of another programme', () => {
    const other = programme('other', '2010-01-01', '2045-12-31');
    const facts = boundCluster({
      plans: [plan(other, '2026-01-01', '2026-01-02', '2027-03-31')],
      waivers: [waiver(other, '2026-01-01', '2026-12-31')],
    });
    expect(ask(facts, '2026-06-01').verdict).toBe('breach');
  });

  it('is by plan through the day the level is due, and in breach from the day after', () => {
    const facts = boundCluster({ memberships: [membership(longProgramme, { levelDueOn: day('2026-06-30') })] });
    const before = ask(facts, '2026-06-30');
    expect(before).toMatchObject({
      verdict: 'by-plan',
      compliant: true,
      chain: { cycle: { anchor: 'level-due', anchorOn: '2026-06-30' } },
    });
    expect(codes(before.reasons)).toContain('not-yet-due');
    expect(ask(facts, '2026-07-01')).toMatchObject({ verdict: 'breach', nextStep: { code: 'hold-level' } });
  });
});

describe('duty', () => {
  it('binds from the first to the last day of the obligation and of the membership', () => {
    const facts = boundCluster({
      memberships: [membership(longProgramme, { startsOn: day('2026-02-01'), endsOn: day('2026-10-31') })],
      obligations: [obligation(longProgramme, { startsOn: day('2026-01-01'), endsOn: day('2026-12-31') })],
    });
    const bound = ['2025-12-31', '2026-01-31', '2026-02-01', '2026-10-31', '2026-11-01', '2027-01-01'].map((on) => ask(facts, on).bound);
    expect(bound).toEqual([false, false, true, true, false, false]);
    expect(ask(facts, '2026-01-15').verdict).toBe('not-bound');
  });

  it('asks for the duty where nothing but the duty is not known, and for the label first', () => {
    const known = boundCluster({
      awards: [award('gold', { id: 'gold', approvedOn: '2025-03-20', validUntil: '2027-03-31' })],
      memberships: [membership(longProgramme, { bound: 'not-known' })],
    });
    const toClarify = { code: 'confirm-duty', dueOn: null, by: 'officer', overdue: false };
    expect(ask(known, '2026-11-25')).toMatchObject({ verdict: 'unknown', nextStep: toClarify });
    expect(ask({ ...known, memberships: [] }, '2026-11-25')).toMatchObject({ verdict: 'unknown', nextStep: toClarify });
    expect(ask({ ...known, awards: [], recordConfirmedOn: null }, '2026-11-25').nextStep.code).toBe('confirm-record');
    expect(ask({ ...known, awards: [] }, '2026-11-25').nextStep).toEqual(toClarify);
  });

  it('shows the worst of several obligations and names its programme', () => {
    const silver = programme('silver-programme', '2010-01-01', '2045-12-31');
    const facts = boundCluster({
      awards: [award('silver', { id: 'silver', approvedOn: '2025-09-20', validUntil: '2027-09-30' })],
      programmes: [silver, longProgramme],
      memberships: [membership(silver), membership(longProgramme)],
      obligations: [obligation(silver, { requiredLevel: 'silver' }), obligation(longProgramme)],
    });
    const decision = ask(facts, '2026-11-25');
    expect(decision.verdicts.map(({ programmeId, code }) => [programmeId, code])).toEqual([
      ['silver-programme', 'met'],
      ['programme', 'breach'],
    ]);
    expect(decision).toMatchObject({
      verdict: 'breach',
      verdictProgrammeId: 'programme',
      required: { status: 'none' },
      label: { level: 'silver' },
    });
  });

  it('shows the higher duty where two are equally broken', () => {
    const silver = programme('silver-programme', '2010-01-01', '2045-12-31');
    const facts = boundCluster({
      programmes: [silver, longProgramme],
      memberships: [membership(silver), membership(longProgramme)],
      obligations: [obligation(silver, { requiredLevel: 'silver' }), obligation(longProgramme)],
    });
    expect(ask(facts, '2026-11-25')).toMatchObject({ verdict: 'breach', verdictProgrammeId: 'programme' });
  });

  it('lets a higher level satisfy a lower duty, over the run of both', () => {
    const facts = boundCluster({
      awards: [
        award('gold', { id: 'gold', approvedOn: '2024-06-20', validUntil: '2026-06-30' }),
        award('silver', { id: 'silver', approvedOn: '2026-02-20', validUntil: '2028-02-29' }),
      ],
      obligations: [obligation(longProgramme, { requiredLevel: 'silver' })],
    });
    expect(ask(facts, '2026-06-01')).toMatchObject({
      label: { level: 'gold', status: 'expiring', validUntil: '2026-06-30' },
      required: { level: 'gold', status: 'in-force', validUntil: '2028-02-29' },
    });
  });
});

describe('bookings', () => {
  const at = (on: string, ...audits: ReturnType<typeof audit>[]) => ask({ ...held, audits }, on);

  it('counts a booking reported by the cluster from the day it was reported', () => {
    const reported = audit('audit', '2027-02-10', { state: 'reported', reportedOn: day('2026-12-21') });
    expect(at('2026-12-20', reported)).toMatchObject({ verdict: 'at-risk', chain: { booking: null } });
    expect(at('2026-12-21', reported)).toMatchObject({ verdict: 'met', chain: { booking: { state: 'reported', inTime: true } } });
  });

  it.each(['rejected', 'cancelled'] as const)('does not count a booking that was %s', (state) => {
    expect(at('2026-12-21', audit('audit', '2027-02-10', { state })).verdict).toBe('at-risk');
  });

  it('does not take the audit of the present award for that of the next', () => {
    expect(at('2026-12-21', audit('audit', '2024-02-12', { state: 'held' })).verdict).toBe('at-risk');
    // Held on the very day on which the present award was approved, and on the day after.
    expect(at('2026-12-21', audit('audit', '2024-03-04', { state: 'held' })).chain?.booking).toBeNull();
    expect(at('2026-12-21', audit('audit', '2024-03-05', { state: 'held' })).chain?.booking).toMatchObject({ auditId: 'audit' });
  });

  it('counts the decision from the last day of an audit, the documents back from its first', () => {
    const lasting = (first: string, last: string) => at('2026-12-21', audit('audit', first, { lastDayOn: day(last) })).chain?.booking;
    expect(lasting('2027-02-16', '2027-02-17')).toMatchObject({ inTime: true, projectedDecisionOn: '2027-03-31', submitBy: '2027-01-26' });
    expect(lasting('2027-02-17', '2027-02-18')).toMatchObject({ inTime: false, projectedDecisionOn: '2027-04-01', submitBy: '2027-01-27' });
  });

  it('takes an audit of a higher level for that of a lower duty', () => {
    const silver = boundCluster({
      awards: [award('silver', { id: 'silver', approvedOn: '2025-03-20', validUntil: '2027-03-31' })],
      obligations: [obligation(longProgramme, { requiredLevel: 'silver' })],
      audits: [audit('audit', '2027-02-10')],
    });
    expect(ask(silver, '2026-12-21')).toMatchObject({ verdict: 'met', chain: { booking: { auditId: 'audit', inTime: true } } });
  });

  it('does not take a silver audit for a gold one', () => {
    expect(at('2026-12-21', audit('audit', '2027-02-10', { level: 'silver' })).verdict).toBe('at-risk');
  });

  it('walks from documents to audit to decision', () => {
    const booked = audit('audit', '2027-02-10');
    const steps = ['2027-01-20', '2027-01-21', '2027-02-10', '2027-02-11', '2027-03-24', '2027-03-25'].map((on) => at(on, booked).nextStep);
    expect(steps).toEqual([
      { code: 'submit-documents', dueOn: '2027-01-20', by: 'cluster', overdue: false },
      { code: 'hold-audit', dueOn: '2027-02-10', by: 'assessor', overdue: false },
      { code: 'hold-audit', dueOn: '2027-02-10', by: 'assessor', overdue: false },
      { code: 'await-decision', dueOn: '2027-03-24', by: 'assessor', overdue: false },
      { code: 'await-decision', dueOn: '2027-03-24', by: 'assessor', overdue: false },
      { code: 'await-decision', dueOn: '2027-03-24', by: 'assessor', overdue: true },
    ]);
    expect(at('2027-03-25', booked)).toMatchObject({ verdict: 'met', needsAction: true });
  });

  it('asks for the self-test before a first audit, for the documents before a renewal', () => {
    const plans = [plan(longProgramme, '2026-01-05', '2026-01-10', '2027-03-31')];
    const first = boundCluster({ plans, audits: [audit('audit', '2027-02-10', { lastDayOn: day('2027-02-11') })] });
    // Audit 16 and 17 February at the latest, so order by 18 December.
    expect(ask(first, '2026-11-25').nextStep).toEqual({ code: 'self-test', dueOn: '2026-12-04', by: 'cluster', overdue: false });
    expect(ask(first, '2026-12-04').nextStep.code).toBe('self-test');
    expect(ask(first, '2026-12-05').nextStep).toMatchObject({ code: 'submit-documents', dueOn: '2027-01-20' });
    expect(at('2026-11-25', audit('audit', '2027-02-10')).nextStep).toMatchObject({ code: 'submit-documents' });
  });

  it('asks for another date while there is time, and lets a later audit in time stand before one held in vain', () => {
    expect(at('2026-12-01', audit('audit', '2027-02-18')).nextStep).toEqual({
      code: 'rebook-audit',
      dueOn: '2026-12-18',
      by: 'cluster',
      overdue: false,
    });
    expect(['2026-12-18', '2026-12-19'].map((on) => at(on, audit('audit', '2027-02-18')).nextStep.overdue)).toEqual([false, true]);
    const inVain = audit('in-vain', '2026-06-01', { state: 'held' });
    expect(at('2026-12-01', inVain, audit('again', '2027-02-10')).chain?.booking?.auditId).toBe('again');
    // In vain from the day after its decision was expected.
    expect(at('2026-07-13', inVain, audit('again', '2027-02-10')).chain?.booking).toMatchObject({ auditId: 'in-vain' });
    expect(at('2026-07-14', inVain, audit('again', '2027-02-10')).chain?.booking).toMatchObject({ auditId: 'again' });
  });
});

describe('next step and need for action', () => {
  it('asks for nothing while the end is far, for the booking when it is near', () => {
    expect(ask(held, '2026-08-01').nextStep).toEqual({ code: 'none', dueOn: null, by: null, overdue: false });
    expect(ask(held, '2026-11-25')).toMatchObject({ nextStep: { code: 'book-audit', dueOn: '2026-12-18' }, needsAction: false });
  });

  it('needs action from the day after the self-test should have been done, as nothing is booked', () => {
    expect(ask(held, '2026-12-04').needsAction).toBe(false);
    expect(ask(held, '2026-12-05')).toMatchObject({ needsAction: true, verdict: 'met', nextStep: { code: 'book-audit', overdue: false } });
  });

  it('books into the window after the end, and says so when even that is late', () => {
    expect(ask(held, '2027-12-20').nextStep).toEqual({ code: 'book-audit', dueOn: '2027-12-20', by: 'cluster', overdue: false });
    expect(ask(held, '2027-12-21').nextStep).toEqual({ code: 'renew-in-window', dueOn: '2028-03-31', by: 'cluster', overdue: false });
  });

  it('never needs action of a cluster that is not bound', () => {
    const free = { ...held, memberships: [membership(longProgramme, { bound: 'no' })] };
    expect(ask(free, '2026-12-25')).toMatchObject({ verdict: 'not-bound', needsAction: false, nextStep: { code: 'none' } });
  });
});
