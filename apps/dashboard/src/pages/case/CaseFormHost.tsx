import type { CaseBoard } from '@klyngevagt/contracts';
import { lazy } from 'react';
import { FormStage, type OpenedForm, useOpenedForm } from '../../parts/FormStage.js';

const CaseForm = lazy(() => import('./forms/CaseForm.js'));

/** Which form stands beside the page, and about what. */
export type OpenCaseForm =
  | { kind: 'open' }
  | { kind: 'decide'; caseId: string }
  | { kind: 'plan' | 'done' | 'undo' | 'note'; milestoneId: string }
  | { kind: 'experts' };

export type CaseForms = OpenedForm<OpenCaseForm>;
export const useCaseForms = useOpenedForm<OpenCaseForm>;

/** The open form about a case. */
export function CaseFormHost({ forms, board }: { forms: CaseForms; board: CaseBoard }) {
  return <FormStage>{forms.form && <CaseForm open={forms.form} board={board} onClose={forms.close} />}</FormStage>;
}
