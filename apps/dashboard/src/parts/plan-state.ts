import type { ClusterDetail } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';

export type PlanState = 'waiting' | 'running' | 'ended' | 'passed';

/** Where a plan stands on a day, as a word beside it. Whether it satisfies the duty is the server's verdict. */
export function planState({ acceptedOn, closedOn, dueOn }: ClusterDetail['plans'][number], on: CalendarDate): PlanState {
  if (closedOn !== null && closedOn <= on) return 'ended';
  if (acceptedOn === null) return 'waiting';
  return dueOn < on ? 'passed' : 'running';
}
