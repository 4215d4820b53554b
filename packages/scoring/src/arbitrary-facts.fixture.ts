import fc from 'fast-check';
import { addDays, dayNumber, dayOfNumber, type CalendarDate, type PartialDate } from './calendar-date.js';
import { day, longProgramme, membership, obligation } from './cluster-facts.fixture.js';
import type { ActionPlan, AuditBooking, AuditState, Award, ClusterFacts, Level, Waiver } from './facts.js';

/** Random facts for properties: any mixture that the types allow, dates between 2016 and 2044. */

const first = dayNumber(day('2016-01-01'));
const last = dayNumber(day('2044-12-31'));

export const anyDay: fc.Arbitrary<CalendarDate> = fc.integer({ min: first, max: last }).map(dayOfNumber);
const recentDay = fc.integer({ min: dayNumber(day('2020-01-01')), max: dayNumber(day('2032-12-31')) }).map(dayOfNumber);
const anyLevel = fc.constantFrom<Level>('bronze', 'silver', 'gold');

/** A day, its month, its year, or nothing. */
const anyPartial: fc.Arbitrary<PartialDate | null> = fc
  .tuple(recentDay, fc.constantFrom(10, 10, 10, 7, 4, 0))
  .map(([on, length]) => on.slice(0, length) || null);

function award(id: string): fc.Arbitrary<Award> {
  return fc
    .record({
      level: anyLevel,
      kind: fc.constantFrom<Award['kind']>('first', 'renewal'),
      assessedOn: anyPartial,
      approvedOn: anyPartial,
      from: fc.option(recentDay),
      lengthDays: fc.integer({ min: 0, max: 1200 }),
      until: anyPartial,
      revokedOn: fc.option(recentDay, { freq: 8 }),
    })
    .map(({ from, lengthDays, until, ...rest }) => {
      const validUntil = from === null ? until : addDays(from, lengthDays);
      return { id, ...rest, validFrom: from, validUntil, revokedOn: rest.revokedOn };
    });
}

function listOf<T>(item: (id: string) => fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> {
  return fc.integer({ min: 0, max: most }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => item(`row-${index}`))));
}

const audit = (id: string): fc.Arbitrary<AuditBooking> =>
  fc
    .tuple(
      recentDay,
      anyLevel,
      fc.constantFrom<AuditState>('reported', 'confirmed', 'rejected', 'cancelled', 'held'),
      fc.nat(200),
      fc.nat(2),
    )
    .map(([firstDayOn, level, state, ahead, length]) => ({
      id,
      level,
      state,
      firstDayOn,
      lastDayOn: addDays(firstDayOn, length),
      reportedOn: addDays(firstDayOn, -ahead),
    }));

const plan = (id: string): fc.Arbitrary<ActionPlan> =>
  fc
    .tuple(recentDay, fc.option(fc.nat(60)), fc.nat(700), fc.option(fc.nat(400), { freq: 4 }))
    .map(([proposedOn, accepted, due, closed]) => ({
      id,
      programmeId: longProgramme.id,
      proposedOn,
      acceptedOn: accepted === null ? null : addDays(proposedOn, accepted),
      dueOn: addDays(proposedOn, due),
      closedOn: closed === null ? null : addDays(proposedOn, closed),
    }));

const waiver = (id: string): fc.Arbitrary<Waiver> =>
  fc.tuple(recentDay, fc.nat(400), fc.option(recentDay)).map(([startsOn, length, approvedOn]) => ({
    id,
    programmeId: longProgramme.id,
    startsOn,
    endsOn: addDays(startsOn, length),
    approvedOn,
  }));

const anyMembership = fc
  .record({
    member: fc.constantFrom<'yes' | 'no' | 'not-known'>('yes', 'yes', 'yes', 'no', 'not-known'),
    bound: fc.constantFrom<'yes' | 'no' | 'not-known'>('yes', 'yes', 'yes', 'no', 'not-known'),
    startsOn: fc.constantFrom(longProgramme.startsOn, day('2024-07-01')),
    endsOn: fc.option(recentDay, { freq: 3 }),
    levelDueOn: fc.option(recentDay, { freq: 3 }),
  })
  .map((more) => membership(longProgramme, more));

export const anyFacts: fc.Arbitrary<ClusterFacts> = fc
  .record({
    recordConfirmedOn: fc.option(recentDay),
    awards: listOf(award, 4),
    memberships: fc.oneof(
      fc.constant([]),
      anyMembership.map((row) => [row]),
      fc.constant([membership(longProgramme)]),
    ),
    plans: listOf(plan, 2),
    waivers: listOf(waiver, 2),
    audits: listOf(audit, 2),
    requiredLevel: anyLevel,
    acceptsRenewalWindow: fc.boolean(),
  })
  .map(({ requiredLevel, acceptsRenewalWindow, ...facts }) => ({
    clusterId: 'cluster',
    ...facts,
    programmes: [longProgramme],
    obligations: [obligation(longProgramme, { requiredLevel, acceptsRenewalWindow })],
  }));

/** Two programmes at the same time, each with a level, a membership, plans and waivers of its own. */
export const anyTwoProgrammes: fc.Arbitrary<ClusterFacts> = fc
  .tuple(anyFacts, anyFacts, fc.boolean())
  .map(([facts, beside, hasObligation]) => {
    const programme = { ...longProgramme, id: 'beside', startsOn: day('2021-06-01') };
    const here = <Fact extends { id: string }>(rows: readonly Fact[]) =>
      rows.map((row) => ({ ...row, id: `beside-${row.id}`, programmeId: programme.id }));
    return {
      ...facts,
      memberships: [...facts.memberships, ...here(beside.memberships)],
      plans: [...facts.plans, ...here(beside.plans)],
      waivers: [...facts.waivers, ...here(beside.waivers)],
      programmes: [...facts.programmes, programme],
      obligations: [...facts.obligations, ...(hasObligation ? here(beside.obligations) : [])],
    };
  });

export const askedDay = recentDay;
