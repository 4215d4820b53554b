import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';

interface ReasonDrawerProps {
  title: string;
  /** What follows from it. */
  text: string;
  submitLabel: string;
  act(reason: string): Promise<unknown>;
  onClose(): void;
}

/** Something that takes a reason and nothing else. */
export function ReasonDrawer({ title, text, submitLabel, act, onClose }: ReasonDrawerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const save = useMutation({
    mutationFn: () => act(reason.trim()),
    onSuccess: () => {
      for (const key of ['reminders', 'cluster', 'me']) void client.invalidateQueries({ queryKey: [key] });
      onClose();
    },
  });
  const submit = () => {
    const isGiven = isReasonGiven(reason);
    setErrors(isGiven ? [] : [{ id: 'reason', label: t('shell.form.reason'), message: t('shell.form.reasonMissing') }]);
    if (isGiven) save.mutate();
  };
  return (
    <SideDrawerForm
      title={title}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={submitLabel}
      isSaving={save.isPending}
      isDirty={reason !== ''}
      errors={errors}
      problem={save.error}
    >
      <p>{text}</p>
      <ReasonField value={reason} onChange={setReason} error={errors[0]?.message} />
    </SideDrawerForm>
  );
}
