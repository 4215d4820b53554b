import type { CalendarDate } from './calendar-date.js';
import type { ActionPlan, Waiver } from './facts.js';

/** How something that was proposed came to its end without counting, or stopped counting. */
export type ClosedAs = 'refused' | 'withdrawn';

/** A plan with the steps of its way to acceptance. */
export interface ProposedPlan extends ActionPlan {
  /** Sent back with comments from this day on; null once it was proposed again. */
  returnedOn: CalendarDate | null;
  closedAs: ClosedAs | null;
}

/** A waiver with the steps of its way to approval. */
export interface ProposedWaiver extends Waiver {
  proposedOn: CalendarDate;
  closedOn: CalendarDate | null;
  closedAs: ClosedAs | null;
}

/** `proposed` waits for an officer, `returned` for the cluster; `accepted` counts, `passed` did until its last day. */
export type PlanState = 'proposed' | 'returned' | 'accepted' | 'passed' | ClosedAs;
export type WaiverState = 'proposed' | 'approved' | 'passed' | ClosedAs;

/** Where a plan stands on a day that is not before its proposal. */
export function planStateOn(plan: ProposedPlan, on: CalendarDate): PlanState {
  const { acceptedOn, closedOn, closedAs, returnedOn, dueOn } = plan;
  if (closedOn !== null && closedOn <= on) return closedAs ?? 'withdrawn';
  if (acceptedOn !== null && acceptedOn <= on) return dueOn < on ? 'passed' : 'accepted';
  return returnedOn !== null && returnedOn <= on ? 'returned' : 'proposed';
}

/** Where a waiver stands on a day that is not before its proposal. One that was approved for days to come is approved. */
export function waiverStateOn(waiver: ProposedWaiver, on: CalendarDate): WaiverState {
  const { approvedOn, closedOn, closedAs, endsOn } = waiver;
  if (closedOn !== null && closedOn <= on) return closedAs ?? 'withdrawn';
  if (approvedOn === null || approvedOn > on) return 'proposed';
  return endsOn < on ? 'passed' : 'approved';
}
