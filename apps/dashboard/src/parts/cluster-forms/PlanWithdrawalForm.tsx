import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import { useFactForm } from './use-fact-form.js';
import { usePinnedFact } from './use-pinned.js';

/** Takes back a plan that waits, or ends one that runs. */
export function PlanWithdrawalForm({ detail, onClose, planId }: ClusterFormProps & { planId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, factOf(detail.plans, planId));
  const { dueOn, state, revision } = pinned.fact;
  const form = useFactForm<{ reason: string }>({
    slug,
    recorded: { reason: '' },
    labels: { reason: t('shell.form.reason') },
    check: ({ reason }) => (isReasonGiven(reason) ? {} : { reason: t('shell.form.reasonMissing') }),
    save: ({ reason }) => api.send('plan.withdraw', { params: { id: planId }, body: { reason, revision } }),
    onDone: onClose,
  });
  return (
    <FactForm
      title={t('cluster.form.plan.withdrawTitle')}
      submitLabel={t('cluster.form.plan.withdrawSave')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={[
        { label: t('cluster.form.plan.state'), before: t(`cluster.plans.states.${state}`), after: t('cluster.plans.states.withdrawn') },
      ]}
      consequence={t(`cluster.form.plan.withdrawConsequence.${state === 'accepted' ? 'running' : 'waiting'}`)}
    >
      <p>
        <b>{t('cluster.plans.due', { date: format.longDate(dueOn) })}</b>
      </p>
    </FactForm>
  );
}
