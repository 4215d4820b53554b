import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { SideDrawerForm } from '../SideDrawerForm.js';
import { TextBlock } from './fact-fields.js';
import { orNull } from './field-text.js';
import type { ClusterFormProps } from './form-props.js';
import { useFactForm } from './use-fact-form.js';

/** A note about a talk. It changes nothing and needs no reason. */
export function NoteForm({ detail, onClose }: ClusterFormProps) {
  const { t } = useTranslation();
  const { slug } = detail.row;
  const form = useFactForm<{ text: string }>({
    slug,
    recorded: { text: '' },
    labels: { text: t('cluster.form.noteForm.text') },
    check: ({ text }) => (orNull(text) === null ? { text: t('cluster.form.noteForm.short') } : {}),
    save: ({ text }) => api.send('note.write', { params: { slug }, body: { text } }),
    onDone: onClose,
  });
  return (
    <SideDrawerForm
      title={t('cluster.form.noteForm.title')}
      opened
      onClose={onClose}
      onSubmit={form.submit}
      submitLabel={t('cluster.form.noteForm.save')}
      isSaving={form.isSaving}
      isDirty={form.isDirty}
      errors={form.errors}
      problem={form.problem}
    >
      <TextBlock form={form} name="text" label={t('cluster.form.noteForm.text')} help={t('cluster.form.noteForm.help')} required />
    </SideDrawerForm>
  );
}
