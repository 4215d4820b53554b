import { earliestAudit } from './audit-trial.js';
import { addDays, laterOf, type CalendarDate } from './calendar-date.js';
import { decideCluster } from './decide-cluster.js';
import type { ClusterDecision } from './decision.js';
import { effectiveRules } from './effective-rules.js';
import type { Award, ClusterFacts, Level } from './facts.js';
import type { Rules } from './rules.js';
import { proposeValidity } from './validity-proposal.js';

/** An award that a course expects, with the validity that the rules would give it. */
export interface ExpectedAward {
  award: Award;
  /** The booking; their usual pace; or, where that day has passed, the first audit that can still be ordered. */
  because: 'booking' | 'usual-pace' | 'earliest-possible';
}

/** What a course expects, and why it expects no more. */
export interface Expectation {
  awards: readonly ExpectedAward[];
  /** `not-booked`; the booked audit's decision should have come already; the rules give no validity; there is no label to renew. */
  withheld: 'not-booked' | 'decision-overdue' | 'no-validity' | 'nothing-to-renew' | null;
}

/** The award of the booking that counts, decided when its decision may be expected. One whose day has passed is not counted on. */
export function expectedFromBooking(facts: ClusterFacts, { on, chain }: ClusterDecision, rules: Rules): Expectation {
  const booking = chain?.booking;
  const audit = facts.audits.find(({ id }) => id === booking?.auditId);
  if (!booking || !audit) return { awards: [], withheld: 'not-booked' };
  if (booking.projectedDecisionOn < on) return { awards: [], withheld: 'decision-overdue' };
  const award = expectedAward(facts, rules, audit.level, booking.lastDayOn, booking.projectedDecisionOn);
  return award ? { awards: [{ award, because: 'booking' }], withheld: null } : { awards: [], withheld: 'no-validity' };
}

/** Guards against a pace so early that each renewal would ask for the next at once. */
const mostRenewals = 8;

/**
 * What is booked, and then each renewal as long before the end as they used to be. A day that has passed, or that an order could no
 * longer reach, gives way to the first audit that can still be ordered. A first award has no end to be early for: none is expected.
 */
export function expectedAtUsualPace(
  facts: ClusterFacts,
  booked: Expectation,
  medianDays: number,
  rules: Rules,
  on: CalendarDate,
  until: CalendarDate,
): Expectation {
  const awards = [...booked.awards];
  let known: ClusterFacts = { ...facts, awards: [...facts.awards, ...awards.map(({ award }) => award)] };
  let day = awards.reduce((latest, { award }) => laterOf(latest, (award.approvedOn ?? latest) as CalendarDate), on);
  while (awards.length < mostRenewals) {
    const { chain, required, duty } = decideCluster(known, rules, day);
    const endsOn = chain?.cycle.anchor === 'end' ? chain.cycle.anchorOn : (duty?.required ?? required).validUntil;
    if (chain?.cycle.kind !== 'renewal' || endsOn === null) return { awards, withheld: awards.length > 0 ? null : 'nothing-to-renew' };
    const earliest = earliestAudit('renewal', rules, day)?.projectedDecisionOn ?? null;
    const usual = addDays(endsOn, -medianDays);
    const decidedOn = earliest !== null && earliest > usual ? earliest : usual;
    if (decidedOn > until || decidedOn <= day) return { awards, withheld: null };
    const fromAudit = effectiveRules(rules, day).steps.renewal.find(({ step }) => step === 'audit')?.offset ?? 0;
    const award = expectedAward(known, rules, chain.cycle.level, addDays(decidedOn, -fromAudit), decidedOn);
    if (!award) return { awards, withheld: 'no-validity' };
    awards.push({ award, because: decidedOn === usual ? 'usual-pace' : 'earliest-possible' });
    known = { ...known, awards: [...known.awards, award] };
    day = decidedOn;
  }
  return { awards, withheld: null };
}

function expectedAward(
  { awards }: ClusterFacts,
  rules: Rules,
  level: Level,
  assessedOn: CalendarDate,
  approvedOn: CalendarDate,
): Award | null {
  const { kind, validFrom, validUntil } = proposeValidity({ level, assessedOn, approvedOn }, awards, rules);
  if (kind === null || validUntil === null) return null;
  return { id: `expected-${approvedOn}`, level, kind, assessedOn, approvedOn, validFrom, validUntil, revokedOn: null };
}
