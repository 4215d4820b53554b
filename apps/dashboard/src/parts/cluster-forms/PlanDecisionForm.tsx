import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { Choices } from './fact-fields.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import { useFactForm } from './use-fact-form.js';
import { usePinnedFact } from './use-pinned.js';

type Decision = 'accept' | 'refuse' | 'withdraw';
type Values = { decision: Decision; reason: string };
type Props = ClusterFormProps & { planId: string; decision: 'accept' | 'withdraw' };

/** Accepts or refuses a proposed plan, or withdraws one that runs. */
export function PlanDecisionForm({ detail, onClose, planId, decision }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, factOf(detail.plans, planId));
  const form = useFactForm<Values>({
    slug,
    recorded: { decision, reason: '' },
    labels: { decision: t('cluster.form.plan.decision'), reason: t('shell.form.reason') },
    check: ({ reason }) => (isReasonGiven(reason) ? {} : { reason: t('shell.form.reasonMissing') }),
    save: (values) => api.send('plan.decide', { params: { id: planId }, body: { ...values, revision: pinned.fact.revision } }),
    onDone: onClose,
  });
  const open: Decision[] = decision === 'withdraw' ? ['withdraw'] : ['accept', 'refuse'];
  const before = t(pinned.fact.acceptedOn ? 'cluster.form.plan.running' : 'cluster.form.plan.before');
  return (
    <FactForm
      title={t('cluster.form.plan.decideTitle')}
      submitLabel={t('cluster.form.plan.decideSave')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={[{ label: t('cluster.form.plan.state'), before, after: t(`cluster.form.plan.after.${form.values.decision}`) }]}
      consequence={t(`cluster.form.plan.consequences.${form.values.decision}`, { date: format.longDate(pinned.fact.dueOn) })}
    >
      <p>
        <b>{t('cluster.plans.due', { date: format.longDate(pinned.fact.dueOn) })}</b>
        <br />
        {pinned.fact.text}
      </p>
      <Choices
        form={form}
        name="decision"
        label={t('cluster.form.plan.decision')}
        options={open.map((value) => ({ value, label: t(`cluster.form.plan.decisions.${value}`) }))}
      />
    </FactForm>
  );
}
