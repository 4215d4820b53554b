import type { ClusterDetail } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';
import { chainNodes, type StepName } from '../../parts/chain-nodes.js';

export interface OwnTask {
  step: StepName;
  dueOn: CalendarDate | null;
  isDone: boolean;
  /** The one to do now. */
  isCurrent: boolean;
  isPassed: boolean;
}

/** The steps of the chain as a list of things to do, in order. */
export function ownTasks({ chain, on, row }: Pick<ClusterDetail, 'chain' | 'on' | 'row'>): OwnTask[] {
  if (!chain) return [];
  const nodes = chainNodes(chain, on, row.nextStep);
  const tasks: OwnTask[] = chain.steps.map(({ step, latestOn }) => {
    const node = nodes.find(({ name }) => name === step);
    const isLast = step === 'decision';
    const dueOn = node?.on ?? (isLast ? chain.anchorOn : latestOn);
    const isBooked = step === 'order' && chain.booking !== null && row.nextStep.code !== 'rebook-audit';
    const isDone = isBooked || (node?.isDone ?? false);
    const isCurrent = node?.isDecisive ?? (isLast && nodes.at(-1)?.isDecisive === true);
    return { step, dueOn, isDone, isCurrent, isPassed: !isDone && dueOn !== null && dueOn < on };
  });
  return tasks;
}
