import { calendarDate, type CalendarDate } from './calendar-date.js';
import type { Award, AuditBooking, ActionPlan, ClusterFacts, Level, Membership, Obligation, Programme, Waiver } from './facts.js';

/** Short ways to write facts in tests: only what matters to a case is named, and every day is checked. */

export const day = calendarDate;

export const innovationskraft = programme('innovationskraft', '2021-01-01', '2024-12-31');
export const klyngeprogram = programme('klyngeprogram', '2025-01-01', '2028-12-31');

export function programme(id: string, startsOn: string, endsOn: string): Programme {
  return { id, startsOn: day(startsOn), endsOn: day(endsOn) };
}

export function obligation({ id, startsOn, endsOn }: Programme, more: Partial<Obligation> = {}): Obligation {
  return { id: `obligation-${id}`, programmeId: id, requiredLevel: 'gold', startsOn, endsOn, acceptsRenewalWindow: false, ...more };
}

export function membership({ id, startsOn }: Programme, more: Partial<Membership> = {}): Membership {
  return { id: `membership-${id}`, programmeId: id, member: 'yes', bound: 'yes', startsOn, endsOn: null, levelDueOn: null, ...more };
}

export function award(level: Level, more: Partial<Award> & Pick<Award, 'id'>): Award {
  return { level, kind: 'first', assessedOn: null, approvedOn: null, validFrom: null, validUntil: null, revokedOn: null, ...more };
}

export function audit(id: string, firstDayOn: string, more: Partial<AuditBooking> = {}): AuditBooking {
  const first = day(firstDayOn);
  return { id, level: 'gold', firstDayOn: first, lastDayOn: first, state: 'confirmed', reportedOn: day('2020-01-01'), ...more };
}

export function plan(
  { id }: Programme,
  proposedOn: string,
  acceptedOn: string | null,
  dueOn: string,
  closedOn: string | null = null,
): ActionPlan {
  const accepted = acceptedOn === null ? null : day(acceptedOn);
  const closed = closedOn === null ? null : day(closedOn);
  return {
    id: `plan-${proposedOn}`,
    programmeId: id,
    proposedOn: day(proposedOn),
    acceptedOn: accepted,
    closedOn: closed,
    dueOn: day(dueOn),
  };
}

export function waiver({ id }: Programme, startsOn: string, endsOn: string, approvedOn: string | null = startsOn): Waiver {
  const approved = approvedOn === null ? null : day(approvedOn);
  return { id: `waiver-${startsOn}`, programmeId: id, startsOn: day(startsOn), endsOn: day(endsOn), approvedOn: approved };
}

/** A member of Innovationskraft, bound to gold, of whom nothing is known for the next programme. Not confirmed unless a day is given. */
export function nationalCluster(clusterId: string, more: Partial<ClusterFacts> = {}): ClusterFacts {
  return {
    clusterId,
    recordConfirmedOn: null,
    awards: [],
    memberships: [membership(innovationskraft, { endsOn: innovationskraft.endsOn })],
    plans: [],
    waivers: [],
    audits: [],
    programmes: [innovationskraft, klyngeprogram],
    obligations: [obligation(innovationskraft), obligation(klyngeprogram)],
    ...more,
  };
}

export const longProgramme = programme('programme', '2010-01-01', '2045-12-31');

/** Bound to gold at all times, record confirmed. */
export function boundCluster(more: Partial<ClusterFacts> = {}): ClusterFacts {
  return {
    clusterId: 'cluster',
    recordConfirmedOn: day('2026-11-01'),
    awards: [],
    memberships: [membership(longProgramme)],
    plans: [],
    waivers: [],
    audits: [],
    programmes: [longProgramme],
    obligations: [obligation(longProgramme)],
    ...more,
  };
}

/** A gold label that was awarded first and renewed once, running to the day. */
export function renewedGold(validUntil: string, approvedOn = '2024-03-04'): Award[] {
  return [
    award('gold', { id: 'gold-1', approvedOn: '2022-03-20', validUntil: '2024-03-31' }),
    award('gold', { id: 'gold-2', kind: 'renewal', approvedOn, validFrom: '2024-04-01', validUntil }),
  ];
}

export function codes(reasons: readonly { code: string }[]): string[] {
  return reasons.map(({ code }) => code);
}

export type { CalendarDate };
