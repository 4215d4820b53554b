import type { ClusterDetail } from '@klyngevagt/contracts';
import { lazy } from 'react';
import { FormStage, type OpenedForm, useOpenedForm } from '../FormStage.js';
import type { OpenForm } from './open-form.js';

const ClusterForm = lazy(() => import('./ClusterForm.js'));

export type FormHostState = OpenedForm<OpenForm>;
export const useFormHost = useOpenedForm<OpenForm>;

/** The open form about a cluster. */
export function FormHost({ host, detail }: { host: FormHostState; detail: ClusterDetail }) {
  return <FormStage>{host.form && <ClusterForm open={host.form} detail={detail} onClose={host.close} />}</FormStage>;
}
