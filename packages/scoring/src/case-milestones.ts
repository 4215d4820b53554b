import type { CalendarDate } from './calendar-date.js';
import { lastDays, milestones, type CaseTemplate } from './case-dates.js';
import { expectedDays, type CaseBooking, type OwnMilestone, type RecordedMilestone } from './case-expected-days.js';
import { ruleOn } from './effective-rules.js';
import type { AwardKind } from './facts.js';
import type { ClosedDays, Milestone, Rules, StepOwner } from './rules.js';
import { isClosed, workingDaysBetween } from './working-days.js';

export type { CaseBooking, RecordedMilestone } from './case-expected-days.js';

export interface CaseInput {
  kind: AwardKind;
  /** What the chain is counted back from; null: the case belongs to a cycle that is over, so nothing has a last safe day. */
  anchorOn: CalendarDate | null;
  booking: CaseBooking | null;
  recorded: readonly RecordedMilestone[];
}

/** One milestone of a case on a day. Of an audit every day is its first one, except where the name says otherwise. */
export interface CaseMilestone {
  milestone: Milestone;
  owner: StepOwner;
  after: readonly Milestone[];
  /** Row of the template; null where none applies. */
  ruleId: string | null;
  /** Last safe day, whatever is planned: counted back from the anchor. */
  latestOn: CalendarDate | null;
  /** The day before it was moved from a closed day. */
  rawOn: CalendarDate | null;
  /** Last day for what is booked or planned; without either the last safe day. */
  dueOn: CalendarDate | null;
  plannedOn: CalendarDate | null;
  doneOn: CalendarDate | null;
  /** Done because an audit is booked; nobody ticked it off. */
  isDoneByBooking: boolean;
  /** When it was done, is planned, or will come at the earliest if everything before it goes as planned. */
  expectedOn: CalendarDate | null;
  /** Last day of what is expected; differs for an audit of two days. */
  expectedEndsOn: CalendarDate | null;
  /** Not done, and everything it depends on is: somebody can do it now. */
  isReady: boolean;
  /** Not done, and its last day has passed. */
  isOverdue: boolean;
  /** Not done, and its planned day has passed. */
  isBehindPlan: boolean;
  /** Expected after its last safe day: the decision then comes after the anchor. */
  isTooLate: boolean;
  /** Planned before what comes earlier can be through. */
  isSqueezed: boolean;
  /** Working days from the day it is expected to the last safe day; negative when too late, null once done or where unknown. */
  slackWorkingDays: number | null;
}

export interface CaseProgress {
  milestones: readonly CaseMilestone[];
  /** Milestones that can be done now, the most pressing first. The first one's owner has the ball. */
  ready: readonly Milestone[];
  /** When the decision may be expected. */
  decisionOn: CalendarDate | null;
  /** Whether it comes by the anchor; null without one. */
  isInTime: boolean | null;
}

/** The template for a kind of award on a day. */
export function caseTemplate(rules: Rules, kind: AwardKind, on: CalendarDate): CaseTemplate {
  return new Map(
    milestones.flatMap((step) => {
      const rule = ruleOn(rules.processSteps, { step, kind }, on);
      return rule ? [[step, rule] as const] : [];
    }),
  );
}

/**
 * Every milestone of a case on a day: its last safe day, what is planned, what was done, and when it will come if nobody moves anything.
 * What nobody planned is expected on its last day, and later once that has passed or something before it takes longer.
 */
export function caseOn(input: CaseInput, rules: Rules, on: CalendarDate): CaseProgress {
  const template = caseTemplate(rules, input.kind, on);
  const { closedDays } = rules;
  const recorded = recordedOf(input);
  const safe = input.anchorOn ? lastDays(template, input.anchorOn, closedDays) : new Map();
  const due = input.anchorOn ? lastDays(template, input.anchorOn, closedDays, fixedDays(recorded, input.booking)) : new Map();
  const startOf = (dates: ReturnType<typeof lastDays>, milestone: Milestone) => {
    const found = dates.get(milestone);
    return (milestone === 'audit' ? found?.startsOn : found?.latestOn) ?? null;
  };
  const dueOn = (milestone: Milestone) => startOf(due, milestone);
  const expected = expectedDays({ template, closedDays, recorded, booking: input.booking, dueOn, on });
  const isDone = (milestone: Milestone) => doneOn(recorded, milestone) !== null;
  const list = milestones.map((milestone): CaseMilestone => {
    const own = recorded.get(milestone);
    const rule = template.get(milestone);
    const after = rule?.after ?? [];
    const done = own?.doneOn ?? null;
    const planned = own?.plannedOn ?? null;
    const days = expected.days.get(milestone) ?? null;
    const latestOn = startOf(safe, milestone);
    return {
      milestone,
      owner: own?.owner ?? rule?.owner ?? 'cluster',
      after,
      ruleId: rule?.id ?? null,
      latestOn,
      rawOn: safe.get(milestone)?.rawOn ?? null,
      dueOn: dueOn(milestone),
      plannedOn: planned,
      doneOn: done,
      isDoneByBooking: own?.isByBooking ?? false,
      expectedOn: days?.from ?? null,
      expectedEndsOn: days?.to ?? null,
      isReady: done === null && after.every(isDone),
      isOverdue: done === null && isPast(dueOn(milestone), on),
      isBehindPlan: done === null && isPast(planned, on),
      isTooLate: done === null && days !== null && latestOn !== null && days.from > latestOn,
      isSqueezed: done === null && expected.squeezed.has(milestone),
      slackWorkingDays: done === null && days && latestOn ? workingDaysBetween(days.from, latestOn, closedDays) : null,
    };
  });
  const decisionOn = expected.days.get('decision')?.from ?? null;
  const isInTime = input.anchorOn && decisionOn ? decisionOn <= input.anchorOn : null;
  return { milestones: list, ready: readyOf(list), decisionOn, isInTime };
}

/** A milestone whose expected day or punctuality differs between two states of a case. */
export interface MovedMilestone {
  milestone: Milestone;
  beforeOn: CalendarDate | null;
  afterOn: CalendarDate | null;
  isTooLate: boolean;
  wasTooLate: boolean;
}

/** What moved, and what is too late now. */
export function movedBetween(before: CaseProgress, after: CaseProgress): MovedMilestone[] {
  return after.milestones.flatMap((one) => {
    const was = before.milestones.find(({ milestone }) => milestone === one.milestone);
    if (!was || (was.expectedOn === one.expectedOn && was.isTooLate === one.isTooLate)) return [];
    return [
      {
        milestone: one.milestone,
        beforeOn: was.expectedOn,
        afterOn: one.expectedOn,
        isTooLate: one.isTooLate,
        wasTooLate: was.isTooLate,
      },
    ];
  });
}

/** Why a day cannot be planned. */
export type PlanRefusal = 'closed-day' | 'outside-calendar';

/** Nobody works on a closed day; outside the calendar nobody knows. */
export function refusePlannedDay(day: CalendarDate, closedDays: ClosedDays): PlanRefusal | null {
  const closed = isClosed(day, closedDays);
  return closed === null ? 'outside-calendar' : closed ? 'closed-day' : null;
}

/** Why a milestone cannot be ticked off: the day has not come, or what it depends on is open or was done later. */
export type DoneRefusal =
  { code: 'not-yet' } | { code: 'dependency-open'; open: readonly Milestone[] } | { code: 'before-dependency'; dependency: Milestone };

/** Whether a milestone may have been done on a day. An officer may overrule everything but the future. */
export function refuseDone(state: CaseProgress, milestone: Milestone, on: CalendarDate, today: CalendarDate): DoneRefusal | null {
  if (on > today) return { code: 'not-yet' };
  const found = state.milestones.find((one) => one.milestone === milestone);
  const before = state.milestones.filter((one) => found?.after.includes(one.milestone));
  const open = before.filter((one) => one.doneOn === null).map((one) => one.milestone);
  if (open.length > 0) return { code: 'dependency-open', open };
  const later = before.find((one) => one.doneOn !== null && one.doneOn > on);
  return later ? { code: 'before-dependency', dependency: later.milestone } : null;
}

/** A booking says that the order was placed, and an audit that was held is done. */
function recordedOf({ recorded, booking }: CaseInput): Map<Milestone, OwnMilestone> {
  const own = new Map<Milestone, OwnMilestone>(recorded.map((one) => [one.milestone, { ...one, isByBooking: false }]));
  const settle = (milestone: Milestone, on: CalendarDate) => {
    const present = own.get(milestone) ?? { milestone, plannedOn: null, doneOn: null, owner: null, isByBooking: false };
    if (present.doneOn === null) own.set(milestone, { ...present, doneOn: on, isByBooking: true });
  };
  if (booking) settle('order', booking.reportedOn);
  if (booking?.state === 'held') settle('audit', booking.firstDayOn);
  return own;
}

function doneOn(recorded: ReadonlyMap<Milestone, OwnMilestone>, milestone: Milestone): CalendarDate | null {
  return recorded.get(milestone)?.doneOn ?? null;
}

/** Days that others are counted back from because they are settled: done, booked or planned. */
function fixedDays(recorded: ReadonlyMap<Milestone, OwnMilestone>, booking: CaseBooking | null): Map<Milestone, CalendarDate> {
  const fixed = new Map<Milestone, CalendarDate>();
  for (const [milestone, { plannedOn, doneOn: done }] of recorded) {
    const day = milestone === 'audit' && booking ? booking.firstDayOn : (plannedOn ?? done);
    if (day) fixed.set(milestone, day);
  }
  if (booking) fixed.set('audit', booking.firstDayOn);
  return fixed;
}

function isPast(day: CalendarDate | null, on: CalendarDate): boolean {
  return day !== null && day < on;
}

function readyOf(list: readonly CaseMilestone[]): Milestone[] {
  const far = '9999-12-31';
  return list
    .filter(({ isReady }) => isReady)
    .sort((one, other) => {
      const [first, second] = [one.dueOn ?? far, other.dueOn ?? far];
      return first < second ? -1 : first > second ? 1 : 0;
    })
    .map(({ milestone }) => milestone);
}
