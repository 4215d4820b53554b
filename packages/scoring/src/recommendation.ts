import type { CalendarDate } from './calendar-date.js';

/** `reported`: the cluster says that it is done, and an officer has yet to confirm. `dropped`: it is no longer asked for. */
export type RecommendationState = (typeof recommendationStates)[number];
export const recommendationStates = ['open', 'reported', 'done', 'dropped'] as const;

/** Who is to act on it. */
export type RecommendationOwner = (typeof recommendationOwners)[number];
export const recommendationOwners = ['cluster', 'officer'] as const;

export type RecommendationStep = (typeof recommendationSteps)[number];
export const recommendationSteps = ['report', 'confirm', 'reject', 'drop', 'reopen'] as const;

const nextState: Readonly<Record<RecommendationStep, readonly [from: readonly RecommendationState[], to: RecommendationState]>> = {
  report: [['open'], 'reported'],
  confirm: [['open', 'reported'], 'done'],
  reject: [['reported'], 'open'],
  drop: [['open', 'reported'], 'dropped'],
  reopen: [['done', 'dropped'], 'open'],
};

/** The state that a step leads to; null where the step is not open in the present one. */
export function recommendationAfter(step: RecommendationStep, present: RecommendationState): RecommendationState | null {
  const [from, to] = nextState[step];
  return from.includes(present) ? to : null;
}

export interface RecommendationFacts {
  state: RecommendationState;
  dueOn: CalendarDate | null;
  reportedOn: CalendarDate | null;
  closedOn: CalendarDate | null;
}

/**
 * Its state on a day, as known now: what was closed or reported later was not yet so. Overdue from the day after the due day for as long as
 * nobody reported or closed it.
 */
export function recommendationOn(
  { state, dueOn, reportedOn, closedOn }: RecommendationFacts,
  on: CalendarDate,
): { state: RecommendationState; isOverdue: boolean } {
  const then = closedOn !== null && closedOn <= on ? state : reportedOn !== null && reportedOn <= on ? 'reported' : 'open';
  return { state: then, isOverdue: then === 'open' && dueOn !== null && dueOn < on };
}
