import { addDays, laterOf, type CalendarDate } from './calendar-date.js';
import { dayAfter, daysFrom, latestDay, milestones, openFrom, type CaseTemplate, type Days } from './case-dates.js';
import type { AuditState } from './facts.js';
import type { ClosedDays, Milestone, ProcessStepRule, StepOwner } from './rules.js';

/** What was recorded about one milestone of a case. */
export interface RecordedMilestone {
  milestone: Milestone;
  plannedOn: CalendarDate | null;
  doneOn: CalendarDate | null;
  /** Somebody else has the ball than the template says; null: as the template says. */
  owner: StepOwner | null;
}

/** The booked audit of a case. */
export interface CaseBooking {
  firstDayOn: CalendarDate;
  lastDayOn: CalendarDate;
  reportedOn: CalendarDate;
  state: AuditState;
}

/** Recorded by somebody, or said by the booking. */
export type OwnMilestone = RecordedMilestone & { isByBooking: boolean };

interface Expecting {
  template: CaseTemplate;
  closedDays: ClosedDays;
  recorded: ReadonlyMap<Milestone, OwnMilestone>;
  booking: CaseBooking | null;
  dueOn(milestone: Milestone): CalendarDate | null;
  on: CalendarDate;
}

export interface ExpectedDays {
  days: ReadonlyMap<Milestone, Days>;
  squeezed: ReadonlySet<Milestone>;
}

/** When each milestone will come if nobody moves anything, and which are planned before what comes earlier can be through. */
export function expectedDays(input: Expecting): ExpectedDays {
  const { template, closedDays, recorded, booking, dueOn, on } = input;
  const days = new Map<Milestone, Days>();
  const squeezed = new Set<Milestone>();
  for (const milestone of milestones) {
    const rule = template.get(milestone);
    const own = recorded.get(milestone);
    const earliest = earliestDay(milestone, template, days, closedDays);
    const fixed = milestone === 'audit' && booking ? booking.firstDayOn : (own?.plannedOn ?? null);
    if (own?.doneOn) days.set(milestone, daysDone(milestone, own.doneOn, rule, input));
    else if (fixed) {
      if (earliest && fixed < earliest) squeezed.add(milestone);
      const from = fixed < on ? openFrom(on, closedDays) : fixed;
      const isBooked = milestone === 'audit' && booking !== null && fixed >= on;
      days.set(milestone, isBooked ? { from, to: booking.lastDayOn } : daysFrom(rule, from, closedDays));
    } else {
      const from = latestDay([followsAudit(milestone, rule !== undefined) ? null : dueOn(milestone), earliest]);
      if (from) days.set(milestone, daysFrom(rule, notBefore(milestone, from, on, closedDays), closedDays));
    }
  }
  return { days, squeezed };
}

/** The decision is counted from the last day of an audit: the booking's, or as long as the template says. */
function daysDone(milestone: Milestone, on: CalendarDate, rule: ProcessStepRule | undefined, { booking, closedDays }: Expecting): Days {
  if (milestone !== 'audit') return { from: on, to: on };
  return booking ? { from: on, to: laterOf(on, booking.lastDayOn) } : daysFrom(rule, on, closedDays);
}

/** What comes after the audit is counted forwards from it; everything before it is expected on its last day. */
function followsAudit(milestone: Milestone, hasRule: boolean): boolean {
  return hasRule && (milestone === 'report' || milestone === 'decision' || milestone === 'label');
}

function notBefore(milestone: Milestone, from: CalendarDate, on: CalendarDate, closedDays: ClosedDays): CalendarDate {
  const day = laterOf(from, on);
  return milestone === 'decision' || milestone === 'label' ? day : openFrom(day, closedDays);
}

/**
 * The first day on which a milestone can come after those before it: a step that must be done so many days before it, and those it
 * depends on (the audit to its last day). The report has no distance of its own after the audit, so it is expected as long before the decision as the template says.
 */
function earliestDay(
  milestone: Milestone,
  template: CaseTemplate,
  days: ReadonlyMap<Milestone, Days>,
  closedDays: ClosedDays,
): CalendarDate | null {
  const candidates: (CalendarDate | null | undefined)[] = (template.get(milestone)?.after ?? []).map((other) => days.get(other)?.to);
  for (const [other, rule] of template) {
    const ends = days.get(other)?.to;
    if (rule.before === milestone && isBinding(rule) && ends) candidates.push(dayAfter(rule, ends, closedDays));
  }
  if (milestone === 'report') candidates.push(usualReportDay(template, days));
  return latestDay(candidates);
}

/**
 * Distances that others insist on: from the order, the experts and the documents to the audit, and from there to the decision. Those
 * between a cluster's own preparations are advice: who starts late can still make it, so only the order of steps pushes.
 */
function isBinding({ before }: ProcessStepRule): boolean {
  return before === 'audit' || before === 'decision';
}

function usualReportDay(template: CaseTemplate, days: ReadonlyMap<Milestone, Days>): CalendarDate | null {
  const audit = days.get('audit')?.to;
  const [toDecision, toReport] = [template.get('audit'), template.get('report')];
  if (!audit || !toDecision || !toReport || toDecision.before !== 'decision') return null;
  return addDays(audit, Math.max(0, toDecision.offset - toReport.offset));
}
