import type { CaseBoard } from '@klyngevagt/contracts';
import { lazy } from 'react';
import { FormStage, type OpenedForm, useOpenedForm } from '../../parts/FormStage.js';
import type { OpenCaseForm } from './case-forms.js';

const CaseForm = lazy(() => import('./forms/CaseForm.js'));

export type CaseForms = OpenedForm<OpenCaseForm>;
export const useCaseForms = useOpenedForm<OpenCaseForm>;

/** The open form about a case. */
export function CaseFormHost({ forms, board }: { forms: CaseForms; board: CaseBoard }) {
  return <FormStage>{forms.form && <CaseForm open={forms.form} board={board} onClose={forms.close} />}</FormStage>;
}
