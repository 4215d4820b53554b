import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { isReasonGiven, ReasonField } from '../form-fields.js';
import { SideDrawerForm } from '../SideDrawerForm.js';
import type { OpenedForm } from './opened-form.js';
import { useRecommendationsChanged } from './use-recommendations-changed.js';

interface FollowUpFormProps {
  slug: string;
  form: Exclude<OpenedForm, { kind: 'write' }>;
  onClose(): void;
}

/** A note on how it is getting on, or a step with its reason. */
export function FollowUpForm({ slug, form, onClose }: FollowUpFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const { id, revision, text: advice } = form.of;
  const save = useMutation({
    mutationFn: () =>
      form.kind === 'note'
        ? api.send('recommendation.note', { params: { id }, body: { text } })
        : api.send('recommendation.step', { params: { id }, body: { step: form.step, revision, reason: text } }),
    onSuccess: useRecommendationsChanged(slug, onClose),
  });
  const isNote = form.kind === 'note';
  const field = isNote ? 'note' : 'reason';
  const missing = t(isNote ? 'recommendations.form.textMissing' : 'recommendations.form.reasonMissing');
  const submit = () => {
    setError(isReasonGiven(text) ? undefined : missing);
    if (isReasonGiven(text)) save.mutate();
  };
  const label = isNote ? t('recommendations.form.note') : t('shell.form.reason');
  return (
    <SideDrawerForm
      title={isNote ? t('recommendations.form.noteTitle') : t(`recommendations.steps.${form.step}`)}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={isNote ? t('recommendations.form.save') : t(`recommendations.steps.${form.step}`)}
      isSaving={save.isPending}
      isDirty={text !== ''}
      errors={error ? [{ id: field, label, message: error }] : []}
      problem={save.error}
    >
      {advice && <p>{t('recommendations.form.stepText', { text: advice })}</p>}
      {isNote ? (
        <Textarea
          id={field}
          label={label}
          value={text}
          error={error}
          required
          maxLength={2000}
          autosize
          minRows={3}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : (
        <ReasonField value={text} onChange={setText} error={error} />
      )}
    </SideDrawerForm>
  );
}
