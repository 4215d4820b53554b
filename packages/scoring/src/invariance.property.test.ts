import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFacts, anyTwoProgrammes, askedDay } from './arbitrary-facts.fixture.js';
import { awardPeriods } from './award-period.js';
import { addDays, isDay, type CalendarDate } from './calendar-date.js';
import { audit, award, membership, plan, programme, waiver } from './cluster-facts.fixture.js';
import { decideCluster } from './decide-cluster.js';
import type { ClusterDecision } from './decision.js';
import { defaultRules } from './default-rules.fixture.js';
import type { ClusterFacts } from './facts.js';
import { deadlinesOf } from './reminder-deadlines.js';
import { verdictRank } from './verdict.js';

const decide = (facts: ClusterFacts, on: CalendarDate) => decideCluster(facts, defaultRules, on);

/** What a decision says, without which of two equal facts is named for it. */
function said({ label, required, verdict, verdictProgrammeId, compliant, bound, needsAction, nextStep, chain, verdicts }: ClusterDecision) {
  const state = ({ status, level, validUntil, daysLeft, windowEndsOn }: typeof label) => [
    status,
    level,
    validUntil,
    daysLeft,
    windowEndsOn,
  ];
  const each = verdicts.map(({ programmeId, code, compliant: complies }) => [programmeId, code, complies].join(' ')).sort();
  const dates = chain && [chain.cycle.kind, chain.cycle.anchorOn, chain.orderBy, chain.booking?.projectedDecisionOn ?? null];
  return [state(label), state(required), verdict, verdictProgrammeId, compliant, bound, needsAction, nextStep, dates, each];
}

/** The same facts in another order. */
const reordered = (facts: ClusterFacts): fc.Arbitrary<ClusterFacts> =>
  fc
    .tuple(
      shuffled(facts.awards),
      shuffled(facts.memberships),
      shuffled(facts.plans),
      shuffled(facts.waivers),
      shuffled(facts.audits),
      shuffled(facts.obligations),
    )
    .map(([awards, memberships, plans, waivers, audits, obligations]) => ({
      ...facts,
      awards,
      memberships,
      plans,
      waivers,
      audits,
      obligations,
    }));
const shuffled = <Fact>(facts: readonly Fact[]) => fc.shuffledSubarray([...facts], { minLength: facts.length });

describe('a decision', () => {
  it('does not hang on the order in which facts are given', () => {
    fc.assert(
      fc.property(
        anyTwoProgrammes.chain((facts) => fc.tuple(fc.constant(facts), reordered(facts))),
        askedDay,
        ([facts, other], on) => {
          expect(said(decide(other, on))).toEqual(said(decide(facts, on)));
        },
      ),
    );
  });

  it('is under each of several programmes what it is under that one alone, and shows the worst of them', () => {
    fc.assert(
      fc.property(anyTwoProgrammes, askedDay, (facts, on) => {
        const whole = decide(facts, on);
        const alone = facts.programmes.map(({ id }) => {
          const of = <Fact extends { programmeId: string }>(rows: readonly Fact[]) => rows.filter(({ programmeId }) => programmeId === id);
          return decide(
            {
              ...facts,
              programmes: facts.programmes.filter((one) => one.id === id),
              obligations: of(facts.obligations),
              memberships: of(facts.memberships),
              plans: of(facts.plans),
              waivers: of(facts.waivers),
            },
            on,
          );
        });
        expect(whole.verdicts).toEqual(alone.flatMap(({ verdicts }) => verdicts));
        const worst = Math.min(...alone.map(({ verdict }) => verdictRank(verdict)));
        expect(verdictRank(whole.verdict)).toBe(worst);
        expect(whole.bound).toBe(alone.some(({ bound }) => bound));
        if (alone.some(({ needsAction }) => needsAction)) expect(whole.needsAction).toBe(true);
        if (whole.bound) expect(whole.duty?.duty.answer).toBe('bound');
      }),
    );
  });

  it('is not touched by what begins later, was rejected, or belongs to another portfolio', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, fc.integer({ min: 1, max: 900 }), (facts, on, ahead) => {
        const later = addDays(on, ahead);
        const [own] = facts.programmes;
        if (!own) throw new Error('Facts have a programme');
        const elsewhere = programme('elsewhere', '2010-01-01', '2045-12-31');
        const more: ClusterFacts = {
          ...facts,
          memberships: [...facts.memberships, membership(elsewhere)],
          plans: [...facts.plans, plan(elsewhere, '2015-01-01', '2015-01-02', '2045-12-31')],
          waivers: [...facts.waivers, waiver(own, later, '2045-12-31', '2015-01-01'), waiver(own, '2015-01-01', '2045-12-31', later)],
          audits: [
            ...facts.audits,
            audit('rejected', addDays(on, 30), { state: 'rejected' }),
            audit('not-yet-told', addDays(on, 30), { reportedOn: later }),
          ],
        };
        expect(said(decide(more, on))).toEqual(said(decide(facts, on)));
      }),
    );
  });

  it('is never worse for a later end of what is held, if nothing begins later by it', () => {
    // Where the start is coarser than a day or not stated, the end says by when the award has surely begun.
    const begins = (awards: ClusterFacts['awards']) => awardPeriods(awards, defaultRules).map(({ from }) => from);
    const isHeld = ({ required: { status } }: ClusterDecision) => status === 'in-force' || status === 'expiring';
    fc.assert(
      fc.property(anyFacts, askedDay, fc.integer({ min: 1, max: 700 }), (facts, on, longer) => {
        const before = decide(facts, on);
        fc.pre(isHeld(before) && before.required.validUntil !== null);
        const last = before.required.endsWithAwardId;
        // Where the start is not known to the day, what is known of it hangs on the end.
        fc.pre(facts.awards.some(({ id, validFrom }) => id === last && isDay(validFrom)));
        const awards = facts.awards.map((one) =>
          one.id === last && isDay(one.validUntil) ? { ...one, validUntil: addDays(one.validUntil, longer) } : one,
        );
        const earlier = begins(facts.awards);
        fc.pre(begins(awards).every((from, index) => from <= (earlier[index] ?? '')));
        const after = decide({ ...facts, awards }, on);
        expect(isHeld(after)).toBe(true);
        expect(after.required.validUntil === null || after.required.validUntil >= (before.required.validUntil ?? '')).toBe(true);
        expect(verdictRank(after.verdict)).toBeGreaterThanOrEqual(verdictRank(before.verdict));
      }),
    );
  });

  it('is never worse for one more award that is valid on the day', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (facts, on, since, left) => {
        const more = award('gold', { id: 'more', validFrom: addDays(on, -since), validUntil: addDays(on, left) });
        const [before, after] = [decide(facts, on), decide({ ...facts, awards: [...facts.awards, more] }, on)];
        expect(['in-force', 'expiring']).toContain(after.label.status);
        if (before.verdict !== 'met')
          expect(verdictRank(after.verdict)).toBeGreaterThanOrEqual(Math.min(verdictRank(before.verdict), verdictRank('at-risk')));
      }),
    );
  });
});

describe('deadlines', () => {
  it('are told once each, only while a duty binds or a promise stands, and of two for the same award the earlier', () => {
    fc.assert(
      fc.property(anyTwoProgrammes, askedDay, (facts, on) => {
        const decision = decide(facts, on);
        const deadlines = deadlinesOf(decision, facts);
        const names = deadlines.map(({ event, subject, cycle }) => `${event} ${subject} ${cycle}`);
        expect(new Set(names).size).toBe(names.length);
        const ofDuty = deadlines.filter(({ event }) => event === 'booking' || event === 'end' || event === 'window-end');
        const pressing = decision.duties.filter(
          ({ duty, verdict }) => duty.answer === 'bound' && verdict.code !== 'exempt' && verdict.code !== 'unknown',
        );
        if (pressing.length === 0) expect(ofDuty).toEqual([]);
        for (const { chain } of pressing) {
          if (!chain?.orderBy || chain.booking?.inTime) continue;
          const latest = chain.orderBy;
          expect(ofDuty.some(({ event, deadlineOn }) => event === 'booking' && deadlineOn <= latest)).toBe(true);
        }
      }),
    );
  });
});
