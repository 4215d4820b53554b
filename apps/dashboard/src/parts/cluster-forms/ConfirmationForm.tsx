import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { TextLine } from './fact-fields.js';
import { orNull } from './field-text.js';
import type { ClusterFormProps } from './form-props.js';
import { useFactForm } from './use-fact-form.js';

/** Somebody looked, and what is recorded is all there is. */
export function ConfirmationForm({ detail, onClose }: ClusterFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = detail.row;
  const form = useFactForm<{ source: string; reason: string }>({
    slug,
    recorded: { source: '', reason: '' },
    labels: { source: t('cluster.form.source'), reason: t('shell.form.reason') },
    check: ({ source, reason }) => ({
      ...(orNull(source) === null && { source: t('cluster.form.missing') }),
      ...(!isReasonGiven(reason) && { reason: t('shell.form.reasonMissing') }),
    }),
    save: ({ source, reason }) => api.send('record.confirm', { params: { slug }, body: { source: orNull(source), reason } }),
    onDone: onClose,
  });
  const before = detail.recordConfirmed ? format.date(detail.recordConfirmed.on) : t('cluster.form.confirm.before');
  return (
    <FactForm
      title={t('cluster.form.confirm.title')}
      submitLabel={t('cluster.form.confirm.save')}
      form={form}
      onClose={onClose}
      changes={[{ label: t('cluster.form.confirm.label'), before, after: format.date(detail.today) }]}
      consequence={t('cluster.form.confirm.consequence')}
    >
      <p>{t('cluster.form.confirm.about')}</p>
      <TextLine form={form} name="source" label={t('cluster.form.source')} help={t('cluster.form.confirm.sourceHelp')} required />
    </FactForm>
  );
}
