import type { StoredFacts } from '@klyngevagt/db';
import type { CalendarKind, CalendarWhy } from '@klyngevagt/documents';
import { addMonths, type CalendarDate, type Chain, type ClusterDecision, type ProcessStep, type Reason } from '@klyngevagt/scoring';

/** A day of a cluster that stands in a calendar. */
export interface CalendarDay {
  /** What it is about: it keeps this name when the day moves. */
  key: string;
  kind: CalendarKind;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  why: readonly CalendarWhy[];
  isPlanned?: boolean;
  subject?: string | null;
  /** The fact itself is invented. */
  isIllustrative?: boolean;
}

type Facts = Pick<StoredFacts, 'audits' | 'plans' | 'planMilestones' | 'waivers'>;

/**
 * The days that a duty sets, from the decision of the day. Nothing in them hangs on which day it is, so that an event changes only when
 * facts or rules do. What is not bound has none; what is exempt or not known has only what holds whatever the duty.
 */
export function dutyDays(decision: ClusterDecision, facts: Facts): CalendarDay[] {
  const { verdict, chain } = decision;
  if (verdict === 'not-bound') return [];
  const always = [...labelDays(decision), ...auditDays(decision, facts), ...waiverDays(decision, facts)];
  if (verdict === 'exempt' || verdict === 'unknown') return always;
  return [...(chain ? [...stepDays(chain), ...bookingDays(chain), ...levelDue(chain)] : []), ...always, ...planDays(decision, facts)];
}

/** An audit booked in time settles every step but the documents for it. */
function stepDays(chain: Chain): CalendarDay[] {
  const { cycle, booking, done = [] } = chain;
  return chain.steps.flatMap(({ step, startsOn, latestOn }): CalendarDay[] => {
    if (done.includes(step)) return [];
    const key = `chain:${cycle.key}:${step}`;
    if (step === 'submission' && booking?.submitBy) {
      const day = booking.submitBy;
      return [{ key, kind: step, startsOn: day, endsOn: day, why: [{ sentence: 'submissionOfBooking' }, ...bookingWhy(chain)] }];
    }
    if (latestOn === null || booking?.inTime) return [];
    return [{ key, kind: step, startsOn: startsOn ?? latestOn, endsOn: latestOn, why: stepWhy(chain, step) }];
  });
}

function stepWhy({ cycle, reasons }: Chain, step: ProcessStep): CalendarWhy[] {
  const own = reasons.filter(({ code, params }) => stepCodes.includes(code) && params['step'] === step);
  const isAssumed = own.some(
    ({ params }) => params['offset'] !== 0 && (params['confidence'] === 'assumption' || params['confidence'] === 'partly'),
  );
  return [
    { sentence: 'chain', anchor: cycle.anchor, days: { anchor: cycle.anchorOn } },
    ...own.map((reason) => ({ reason })),
    ...(isAssumed ? [{ sentence: 'assumption' as const }] : []),
  ];
}

const stepCodes: readonly Reason['code'][] = ['step-counted-back', 'rolled-back-from-closed-day'];

function bookingDays(chain: Chain): CalendarDay[] {
  const { booking } = chain;
  if (!booking) return [];
  const day = booking.projectedDecisionOn;
  return [{ key: `decision-of:${booking.auditId}`, kind: 'expected-decision', startsOn: day, endsOn: day, why: bookingWhy(chain) }];
}

function bookingWhy({ reasons }: Chain): CalendarWhy[] {
  return reasons.filter(({ code }) => code === 'booked-audit-in-time' || code === 'booked-audit-too-late').map((reason) => ({ reason }));
}

function levelDue({ cycle: { key, anchor, anchorOn, level } }: Chain): CalendarDay[] {
  if (anchor !== 'level-due') return [];
  return [{ key: `level-due:${key}`, kind: 'level-due', startsOn: anchorOn, endsOn: anchorOn, why: [{ sentence: 'levelDue', level }] }];
}

/** The end of what is held, and the day after which it cannot be renewed. */
function labelDays({ required }: ClusterDecision): CalendarDay[] {
  const { status, validUntil: endsOn, windowEndsOn, level } = required;
  const awardId = required.endsWithAwardId ?? required.awardId;
  const isHeld = status === 'in-force' || status === 'expiring';
  if (awardId === null || endsOn === null || level === null || (!isHeld && status !== 'renewable')) return [];
  const days: CalendarDay[] = [];
  if (isHeld) {
    const window: CalendarWhy[] = windowEndsOn ? [{ sentence: 'endWindow', days: { windowEnd: windowEndsOn } }] : [];
    days.push({ key: `end:${awardId}`, kind: 'end', startsOn: endsOn, endsOn, why: [{ sentence: 'end', level }, ...window] });
  }
  if (windowEndsOn) {
    const why: CalendarWhy[] = [{ sentence: 'windowEnd', level, days: { end: endsOn } }];
    days.push({ key: `window-end:${awardId}`, kind: 'window-end', startsOn: windowEndsOn, endsOn: windowEndsOn, why });
  }
  return days;
}

/** Booked ones and, for a year, those that were held. */
function auditDays({ on }: ClusterDecision, { audits }: Facts): CalendarDay[] {
  const since = addMonths(on, -12);
  return audits
    .filter(({ state, lastDayOn }) => state !== 'rejected' && state !== 'cancelled' && lastDayOn >= since)
    .map(({ id, firstDayOn, lastDayOn, state, reportedByRole }) => ({
      key: `audit:${id}`,
      kind: 'booked-audit',
      startsOn: firstDayOn,
      endsOn: lastDayOn,
      why: [
        { sentence: 'bookedAudit', days: { from: firstDayOn } },
        ...(state === 'reported' && reportedByRole === 'manager' ? [{ sentence: 'byCluster' as const }] : []),
      ],
    }));
}

function waiverDays({ on }: ClusterDecision, { waivers }: Facts): CalendarDay[] {
  return waivers
    .filter(({ approvedOn, startsOn, endsOn }) => approvedOn !== null && approvedOn <= on && startsOn <= on && endsOn >= on)
    .map(({ id, endsOn }) => ({ key: `waiver:${id}`, kind: 'waiver-end', startsOn: endsOn, endsOn, why: [{ sentence: 'waiver' }] }));
}

/** The accepted plan that reaches farthest, until the level is held, with the steps that it promises. */
function planDays({ on, verdict }: ClusterDecision, { plans, planMilestones }: Facts): CalendarDay[] {
  if (verdict === 'met' || verdict === 'at-risk') return [];
  const standing = plans
    .filter(({ acceptedOn, closedOn }) => acceptedOn !== null && acceptedOn <= on && (closedOn === null || closedOn > on))
    .sort((one, other) => (one.dueOn < other.dueOn ? 1 : -1))[0];
  if (!standing?.acceptedOn) return [];
  const { id, dueOn, acceptedOn } = standing;
  const steps = planMilestones.filter((step) => step.planId === id && step.doneOn === null);
  return [
    { key: `plan:${id}`, kind: 'plan-due', startsOn: dueOn, endsOn: dueOn, why: [planWhy(acceptedOn, dueOn)] },
    ...steps.map((step): CalendarDay => {
      const why: CalendarWhy[] = [{ sentence: 'planStep', days: { due: dueOn } }];
      return { key: `plan-step:${step.id}`, kind: 'plan-step', startsOn: step.dueOn, endsOn: step.dueOn, why };
    }),
  ];
}

function planWhy(accepted: CalendarDate, due: CalendarDate): CalendarWhy {
  return { sentence: 'plan', days: { accepted, due } };
}
