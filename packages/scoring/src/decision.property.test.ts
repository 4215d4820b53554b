import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay, anyFacts, askedDay } from './arbitrary-facts.fixture.js';
import { addDays, addMonths, calendarDate, daysBetween, endOfMonth, type CalendarDate } from './calendar-date.js';
import { award, boundCluster } from './cluster-facts.fixture.js';
import { daysWithout } from './days-without.js';
import { decideCluster } from './decide-cluster.js';
import type { LabelStatus, VerdictCode } from './decision.js';
import { defaultRules } from './default-rules.fixture.js';
import type { ClusterFacts } from './facts.js';
import { proposeValidity } from './validity-proposal.js';
import { verdictsFromWorst } from './verdict.js';
import { isClosed } from './working-days.js';

const day = calendarDate;
const decide = (facts: ClusterFacts, on: CalendarDate) => decideCluster(facts, defaultRules, on);
const isHeld = (status: LabelStatus): boolean => status === 'in-force' || status === 'expiring';

describe('label', () => {
  it('has no more days left on a later day of the same run', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, fc.nat(900), (facts, on, pick) => {
        const today = decide(facts, on).required;
        fc.pre(isHeld(today.status) && today.daysLeft !== null);
        const later = pick % ((today.daysLeft ?? 0) + 1);
        const then = decide(facts, addDays(on, later)).required;
        expect(isHeld(then.status)).toBe(true);
        if (then.daysLeft !== null) expect(then.daysLeft).toBe((today.daysLeft ?? 0) - later);
      }),
      { numRuns: 80 },
    );
  });

  it('ends its run on the day it says: not held on the day after', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, (facts, on) => {
        const { required } = decide(facts, on);
        fc.pre(isHeld(required.status) && required.validUntil !== null);
        const end = required.validUntil as CalendarDate;
        expect(isHeld(decide(facts, end).required.status)).toBe(true);
        expect(isHeld(decide(facts, addDays(end, 1)).required.status)).toBe(false);
      }),
      { numRuns: 80 },
    );
  });

  it('leaves no gap after a renewal inside the window, whenever it is approved', () => {
    fc.assert(
      fc.property(anyDay.map(endOfMonth), fc.integer({ min: -200, max: 400 }), fc.nat(1400), (end, ahead, later) => {
        const first = award('gold', { id: 'gold-1', approvedOn: addMonths(end, -24), validUntil: end });
        const approvedOn = addDays(end, ahead);
        fc.pre(approvedOn <= addMonths(end, 12));
        const { kind, validUntil } = proposeValidity({ level: 'gold', assessedOn: null, approvedOn }, [first], defaultRules);
        expect([kind, validUntil]).toEqual(['renewal', addMonths(end, 36)]);
        const facts = boundCluster({ awards: [first, award('gold', { id: 'gold-2', kind: 'renewal', approvedOn, validUntil })] });
        const on = addDays(end, later % (daysBetween(end, addMonths(end, 36)) + 1));
        expect(isHeld(decide(facts, on).label.status)).toBe(true);
        expect(decide(facts, on).label.validUntil).toBe(addMonths(end, 36));
      }),
    );
  });

  it('keeps the gap for ever where the approval came after the window, even if it was recorded as a renewal', () => {
    fc.assert(
      fc.property(anyDay.map(endOfMonth), fc.integer({ min: 1, max: 500 }), fc.nat(2000), (end, late, pick) => {
        const first = award('gold', { id: 'gold-1', approvedOn: addMonths(end, -24), validUntil: end });
        const approvedOn = addDays(addMonths(end, 12), late);
        const { kind, validFrom } = proposeValidity({ level: 'gold', assessedOn: null, approvedOn }, [first], defaultRules);
        expect([kind, validFrom]).toEqual(['first', approvedOn]);
        const second = award('gold', { id: 'gold-2', kind: 'renewal', approvedOn, validUntil: addMonths(approvedOn, 24) });
        const on = addDays(end, 1 + (pick % (daysBetween(end, approvedOn) - 1)));
        expect(['renewable', 'lapsed']).toContain(decide(boundCluster({ awards: [first, second] }), on).label.status);
        expect(isHeld(decide(boundCluster({ awards: [first, second] }), approvedOn).label.status)).toBe(true);
      }),
    );
  });

  it('never says none, renewable or lapsed of a record that nobody confirmed', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, (facts, on) => {
        const { label, required } = decide({ ...facts, recordConfirmedOn: null }, on);
        for (const { status } of [label, required]) expect(['none', 'renewable', 'lapsed']).not.toContain(status);
      }),
    );
  });
});

describe('decision', () => {
  it('agrees with itself: verdict, compliance, action and bound', () => {
    const compliance: Record<VerdictCode, unknown[]> = {
      breach: [false],
      renewable: [true, false],
      'at-risk': [true],
      unknown: [null],
      'by-plan': [true],
      exempt: [true],
      met: [true],
      'not-bound': [true],
    };
    fc.assert(
      fc.property(anyFacts, askedDay, (facts, on) => {
        const decision = decide(facts, on);
        expect(compliance[decision.verdict]).toContain(decision.compliant);
        if (verdictsFromWorst.indexOf(decision.verdict) <= 3) expect(decision.needsAction).toBe(true);
        if (['met', 'at-risk'].includes(decision.verdict)) expect(isHeld(decision.required.status)).toBe(true);
        if (!['not-bound', 'unknown'].includes(decision.verdict)) expect(decision.bound).toBe(true);
        expect(decision.reasons.length).toBeGreaterThan(1);
        expect(new Set(decision.reasons).size).toBe(decision.reasons.length);
      }),
      { numRuns: 80 },
    );
  });

  it('changes nothing in the facts and says the same when asked again', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, (facts, on) => {
        const before = JSON.stringify(facts);
        const once = decide(facts, on);
        decide(facts, addDays(on, 400));
        expect(decide(facts, on)).toEqual(once);
        expect(JSON.stringify(facts)).toBe(before);
      }),
    );
  });

  it('reaches every status and every verdict', () => {
    const statuses = new Set<LabelStatus>();
    const verdicts = new Set<VerdictCode>();
    for (const facts of fc.sample(anyFacts, { numRuns: 1500, seed: 7 })) {
      for (const on of ['2022-03-01', '2024-06-15', '2026-11-25', '2029-01-31']) {
        const decision = decide(facts, day(on));
        statuses.add(decision.label.status);
        verdicts.add(decision.verdict);
      }
    }
    expect([...statuses].sort()).toEqual(['expiring', 'in-force', 'lapsed', 'none', 'renewable', 'revoked', 'unknown']);
    expect([...verdicts].sort()).toEqual([...verdictsFromWorst].sort());
  });
});

describe('chain', () => {
  it('lies on open days, in the order of time, and each step can be counted forwards again', () => {
    fc.assert(
      fc.property(anyDay, fc.boolean(), (anchor, isFirst) => {
        const on = addDays(anchor, -300);
        const gold = award('gold', { id: 'gold', approvedOn: addDays(anchor, -700), validUntil: anchor });
        const due = {
          ...boundCluster(),
          plans: [{ id: 'plan', programmeId: 'programme', proposedOn: on, acceptedOn: on, closedOn: null, dueOn: anchor }],
        };
        const { chain } = decide(isFirst ? due : boundCluster({ awards: [gold] }), on);
        fc.pre(chain !== null && chain.steps.every((step) => step.latestOn !== null));
        const [selfTest, order, submission, audit, decision] = chain?.steps ?? [];
        expect([selfTest?.step, order?.step, submission?.step, audit?.step, decision?.step]).toEqual([
          'self-test',
          'order',
          'submission',
          'audit',
          'decision',
        ]);
        for (const step of [selfTest, order, submission, audit])
          expect(isClosed(step?.latestOn as CalendarDate, defaultRules.closedDays)).toBe(false);
        expect(addDays(audit?.latestOn as CalendarDate, 42) <= anchor).toBe(true);
        expect(addDays(order?.latestOn as CalendarDate, 60) <= (audit?.startsOn as CalendarDate)).toBe(true);
        expect(addDays(submission?.latestOn as CalendarDate, 21) <= (audit?.startsOn as CalendarDate)).toBe(true);
        expect(chain?.cycle.kind).toBe(isFirst ? 'first' : 'renewal');
      }),
    );
  });
});

describe('days without the level', () => {
  it('is what counting day by day gives', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, fc.integer({ min: 0, max: 500 }), (facts, from, length) => {
        const to = addDays(from, length);
        const level = facts.obligations[0]?.requiredLevel ?? 'gold';
        const counted = { days: 0, unknownDays: 0, boundDays: 0 };
        const answer = daysWithout(level, from, to, facts, defaultRules);
        for (let on = from; on <= to; on = addDays(on, 1)) {
          const { bound, required, verdict } = decide(facts, on);
          const span = answer.spans.find((one) => one.from <= on && on <= one.to);
          const isWithout = bound && !isHeld(required.status);
          expect([on, span?.status, span?.verdict]).toEqual([on, ...(isWithout ? [required.status, verdict] : [undefined, undefined])]);
          if (!bound) continue;
          counted.boundDays += 1;
          if (required.status === 'unknown') counted.unknownDays += 1;
          else if (!isHeld(required.status)) counted.days += 1;
        }
        expect(answer).toMatchObject(counted);
      }),
      { numRuns: 60 },
    );
  });

  it('adds up over any two parts of a period', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, fc.nat(900), fc.nat(900), (facts, from, one, other) => {
        const middle = addDays(from, one);
        const to = addDays(middle, other + 1);
        const count = (start: CalendarDate, end: CalendarDate) => daysWithout('gold', start, end, facts, defaultRules);
        const [whole, left, right] = [count(from, to), count(from, middle), count(addDays(middle, 1), to)];
        expect(whole.days).toBe(left.days + right.days);
        expect(whole.boundDays).toBe(left.boundDays + right.boundDays);
        expect(whole.spans.reduce((sum, span) => sum + span.days, 0)).toBe(whole.days + whole.unknownDays);
      }),
    );
  });

  it('refuses a period that ends before it begins', () => {
    expect(() => daysWithout('gold', day('2026-01-02'), day('2026-01-01'), boundCluster(), defaultRules)).toThrow(RangeError);
  });
});
