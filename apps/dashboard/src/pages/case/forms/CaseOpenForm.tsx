import { useTranslation } from 'react-i18next';
import { api } from '../../../api-client.js';
import { FactForm } from '../../../parts/cluster-forms/FactForm.js';
import { useFactForm } from '../../../parts/cluster-forms/use-fact-form.js';
import { isReasonGiven } from '../../../parts/form-fields.js';
import type { CaseFormProps } from '../case-forms.js';

/** Opens the case of what the cluster works towards, before Klyngevagt does so by itself. */
export function CaseOpenForm({ board, onClose }: CaseFormProps) {
  const { t } = useTranslation();
  const { slug } = board.cluster;
  const form = useFactForm<{ reason: string }>({
    slug,
    recorded: { reason: '' },
    labels: { reason: t('shell.form.reason') },
    check: ({ reason }) => (isReasonGiven(reason) ? {} : { reason: t('shell.form.reasonMissing') }),
    save: ({ reason }) => api.send('case.open', { params: { slug }, body: { reason } }),
    onDone: onClose,
  });
  return (
    <FactForm
      title={t('recertification.form.openTitle')}
      submitLabel={t('recertification.form.openSave')}
      form={form}
      onClose={onClose}
      consequence={t('recertification.form.openText')}
    />
  );
}
