import type { HolderCountView } from '@klyngevagt/contracts';

/** How many hold the label in each month of one course. */
export interface CourseCount {
  name: 'nothing' | 'asBooked' | 'usualPace';
  count: HolderCountView;
}
