import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { parseTypedDate } from '../../typed-date.js';
import { useFormat } from '../../format.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { Choice, TextBlock, TypedDay } from './fact-fields.js';
import { dayIn, orNull } from './field-text.js';
import type { ClusterFormProps } from './form-props.js';
import { useFactForm } from './use-fact-form.js';
import { likelyProgramme, programmeOptions } from './use-options.js';

type Values = { programme: string; dueOn: string; text: string; reason: string };

/** A plan for how and by when the level is reached. It counts once an officer has accepted it. */
export function PlanForm({ detail, onClose }: ClusterFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = detail.row;
  const form = useFactForm<Values>({
    slug,
    recorded: { programme: likelyProgramme(detail), dueOn: '', text: '', reason: '' },
    labels: {
      programme: t('cluster.form.programme'),
      dueOn: t('cluster.form.plan.dueOn'),
      text: t('cluster.form.plan.text'),
      reason: t('shell.form.reason'),
    },
    check: ({ dueOn, text, reason }) => ({
      ...(parseTypedDate(dueOn) === null && { dueOn: t('cluster.form.wrongDate') }),
      ...(orNull(text) === null && { text: t('cluster.form.missing') }),
      ...(!isReasonGiven(reason) && { reason: t('shell.form.reasonMissing') }),
    }),
    save: ({ programme, dueOn, text, reason }) =>
      api.send('plan.propose', { params: { slug }, body: { programme, dueOn: dayIn(dueOn), text, reason } }),
    onDone: onClose,
  });
  const dueOn = parseTypedDate(form.values.dueOn);
  return (
    <FactForm
      title={t('cluster.form.plan.title')}
      submitLabel={t('cluster.form.plan.save')}
      form={form}
      onClose={onClose}
      changes={[{ label: t('cluster.form.plan.dueOn'), before: null, after: dueOn && format.date(dueOn) }]}
      consequence={t('cluster.form.plan.consequence')}
    >
      {detail.programmes.length > 1 && (
        <Choice form={form} name="programme" label={t('cluster.form.programme')} options={programmeOptions(detail)} />
      )}
      <TypedDay form={form} name="dueOn" label={t('cluster.form.plan.dueOn')} required />
      <TextBlock form={form} name="text" label={t('cluster.form.plan.text')} help={t('cluster.form.plan.textHelp')} required />
    </FactForm>
  );
}
