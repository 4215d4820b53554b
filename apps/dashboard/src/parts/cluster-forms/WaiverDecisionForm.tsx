import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { Choices } from './fact-fields.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import { useFactForm } from './use-fact-form.js';
import { usePinnedFact } from './use-pinned.js';

type Decision = 'approve' | 'refuse' | 'withdraw';
type Values = { decision: Decision; reason: string };
type Props = ClusterFormProps & { waiverId: string; decision: 'approve' | 'withdraw' };

/** Approves or refuses a waiver that somebody else proposed, or takes one back. */
export function WaiverDecisionForm({ detail, onClose, waiverId, decision: first }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, factOf(detail.waivers, waiverId));
  const { startsOn, endsOn, text, revision } = pinned.fact;
  const form = useFactForm<Values>({
    slug,
    recorded: { decision: first, reason: '' },
    labels: { decision: t('cluster.form.plan.decision'), reason: t('shell.form.reason') },
    check: ({ reason }) => (isReasonGiven(reason) ? {} : { reason: t('shell.form.reasonMissing') }),
    save: (values) => api.send('waiver.decide', { params: { id: waiverId }, body: { ...values, revision } }),
    onDone: onClose,
  });
  const { decision } = form.values;
  const days = { from: format.longDate(startsOn), to: format.longDate(endsOn) };
  return (
    <FactForm
      title={t(`cluster.form.waiver.decideTitles.${first}`)}
      submitLabel={t(`cluster.form.waiver.decideSaves.${decision}`)}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={[
        {
          label: t('cluster.form.waiver.state'),
          before: t('cluster.waivers.states.proposed'),
          after: t(`cluster.form.waiver.after.${decision}`),
        },
      ]}
      consequence={t(`cluster.form.waiver.consequences.${decision}`, days)}
    >
      <p>
        <b>{t('cluster.waivers.period', days)}</b>
        <br />
        {text}
      </p>
      {first === 'approve' && (
        <Choices
          form={form}
          name="decision"
          label={t('cluster.form.plan.decision')}
          options={(['approve', 'refuse'] as const).map((value) => ({ value, label: t(`cluster.form.waiver.decisions.${value}`) }))}
        />
      )}
    </FactForm>
  );
}
