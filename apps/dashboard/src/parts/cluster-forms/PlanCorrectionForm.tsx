import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { parseTypedDate } from '../../typed-date.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { TextBlock, TypedDay } from './fact-fields.js';
import { dayIn, dayText, orNull } from './field-text.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import { useFactForm } from './use-fact-form.js';
import { usePinnedFact } from './use-pinned.js';

type Values = { dueOn: string; acceptedOn: string; text: string; reason: string };

/** A mistake in what was recorded about an accepted plan. */
export function PlanCorrectionForm({ detail, onClose, planId }: ClusterFormProps & { planId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, factOf(detail.plans, planId));
  const plan = pinned.fact;
  const labels = {
    dueOn: t('cluster.form.plan.dueOn'),
    acceptedOn: t('cluster.form.plan.acceptedOn'),
    text: t('cluster.form.plan.text'),
    reason: t('shell.form.reason'),
  };
  const form = useFactForm<Values>({
    slug,
    recorded: { dueOn: dayText(plan.dueOn), acceptedOn: dayText(plan.acceptedOn), text: plan.text ?? '', reason: '' },
    labels,
    check: ({ dueOn, acceptedOn, text, reason }) => ({
      ...(parseTypedDate(dueOn) === null && { dueOn: t('cluster.form.wrongDate') }),
      ...(parseTypedDate(acceptedOn) === null && { acceptedOn: t('cluster.form.wrongDate') }),
      ...(orNull(text) === null && { text: t('cluster.form.missing') }),
      ...(!isReasonGiven(reason) && { reason: t('shell.form.reasonMissing') }),
    }),
    save: ({ dueOn, acceptedOn, text, reason }) =>
      api.send('plan.correct', {
        params: { id: planId },
        body: { dueOn: dayIn(dueOn), acceptedOn: dayIn(acceptedOn), text, reason, revision: plan.revision },
      }),
    onDone: onClose,
  });
  const typedDay = (name: 'dueOn' | 'acceptedOn') => {
    const day = parseTypedDate(form.values[name]);
    return day && format.date(day);
  };
  return (
    <FactForm
      title={t('cluster.form.plan.correctTitle')}
      submitLabel={t('cluster.form.plan.correctSave')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={[
        { label: labels.dueOn, before: format.date(plan.dueOn), after: typedDay('dueOn') },
        { label: labels.acceptedOn, before: plan.acceptedOn && format.date(plan.acceptedOn), after: typedDay('acceptedOn') },
      ]}
      consequence={form.isDirty ? t('cluster.form.plan.correctConsequence') : null}
    >
      <TypedDay form={form} name="dueOn" label={labels.dueOn} required />
      <TypedDay form={form} name="acceptedOn" label={labels.acceptedOn} required />
      <TextBlock form={form} name="text" label={labels.text} required />
    </FactForm>
  );
}
