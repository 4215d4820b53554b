import type { CaseView, MilestoneView } from '@klyngevagt/contracts';

type Milestone = MilestoneView['milestone'];

export interface Phase {
  name: 'prepare' | 'book' | 'submit' | 'audit' | 'decide';
  milestones: readonly Milestone[];
  state: 'done' | 'current' | 'waiting';
  isLate: boolean;
  /** Last day of its last step: when it was done, or when it must be. */
  on: MilestoneView['latestOn'];
}

const phases: readonly Pick<Phase, 'name' | 'milestones'>[] = [
  { name: 'prepare', milestones: ['gap-analysis', 'self-test'] },
  { name: 'book', milestones: ['order', 'experts'] },
  { name: 'submit', milestones: ['documentation', 'submission'] },
  { name: 'audit', milestones: ['audit', 'report'] },
  { name: 'decide', milestones: ['decision', 'label'] },
];

/** The steps in five phases. The first that is not through is under way. */
export function phasesOf({ milestones }: Pick<CaseView, 'milestones'>): Phase[] {
  let isCurrentFound = false;
  return phases.map(({ name, milestones: names }) => {
    const own = milestones.filter(({ milestone }) => names.includes(milestone));
    const isDone = own.length > 0 && own.every(({ doneOn }) => doneOn !== null);
    const state = isDone ? 'done' : isCurrentFound ? 'waiting' : 'current';
    if (state === 'current') isCurrentFound = true;
    const days = own.flatMap(({ doneOn, dueOn, latestOn }) => (isDone ? doneOn : (dueOn ?? latestOn)) ?? []).sort();
    return {
      name,
      milestones: names,
      state,
      isLate: !isDone && own.some(({ overdue, tooLate }) => overdue || tooLate),
      on: days.at(-1) ?? null,
    };
  });
}

export type SignCode = 'done' | 'overdue' | 'tooLate' | 'behindPlan' | 'squeezed' | 'ready' | 'waiting';

/** The one word for a step, the gravest first. */
export function signOf({ doneOn, overdue, tooLate, behindPlan, squeezed, ready }: MilestoneView): SignCode {
  if (doneOn !== null) return 'done';
  if (overdue) return 'overdue';
  if (tooLate) return 'tooLate';
  if (behindPlan) return 'behindPlan';
  if (squeezed) return 'squeezed';
  return ready ? 'ready' : 'waiting';
}
