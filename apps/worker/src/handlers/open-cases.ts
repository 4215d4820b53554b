import type { JobHandlers } from '@klyngevagt/jobs';
import { openDueCases } from '../case-opening.js';
import type { WorkerContext } from '../worker-context.js';

export function openCases(context: WorkerContext): JobHandlers['open-cases'] {
  return async () => openDueCases(context, await context.clock.today());
}
