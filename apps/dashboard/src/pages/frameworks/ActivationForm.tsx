import type { FrameworkView } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { SideDrawerForm } from '../../parts/SideDrawerForm.js';

/** The draft takes the place of the version in use, with a reason. */
export function ActivationForm({ framework: { id, revision, document }, onClose }: { framework: FrameworkView; onClose(): void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const save = useMutation({
    mutationFn: () => api.send('framework.activate', { params: { id }, body: { revision, reason } }),
    onSuccess: () => {
      void client.invalidateQueries();
      onClose();
    },
  });
  const submit = () => {
    setError(isReasonGiven(reason) ? undefined : t('frameworks.reasonMissing'));
    if (isReasonGiven(reason)) save.mutate();
  };
  const name = t('frameworks.title', { level: t(`terms.level.${document.level}`), version: document.version });
  return (
    <SideDrawerForm
      title={t('frameworks.activate.title', { name })}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('frameworks.activate.open')}
      isSaving={save.isPending}
      isDirty={reason !== ''}
      errors={error ? [{ id: 'reason', label: t('shell.form.reason'), message: error }] : []}
      problem={save.error}
    >
      <p>{t('frameworks.activate.text')}</p>
      <ReasonField value={reason} onChange={setReason} error={error} />
    </SideDrawerForm>
  );
}
