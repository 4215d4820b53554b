import type { CaseBoard } from '@klyngevagt/contracts';

/** Which form stands beside the page, and about what. */
export type OpenCaseForm =
  | { kind: 'open' }
  | { kind: 'decide'; caseId: string }
  | { kind: 'plan' | 'done' | 'undo' | 'note'; milestoneId: string }
  | { kind: 'experts' };

/** What every one of them is given. */
export interface CaseFormProps {
  board: CaseBoard;
  onClose(): void;
}
