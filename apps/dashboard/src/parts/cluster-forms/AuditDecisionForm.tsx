import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import { useFactForm } from './use-fact-form.js';
import { usePinnedFact } from './use-pinned.js';

type Props = ClusterFormProps & { auditId: string; state: 'confirmed' | 'rejected' | 'cancelled' | 'held' };

/** Confirms, rejects or cancels a booked audit, or says that it was held. */
export function AuditDecisionForm({ detail, onClose, auditId, state }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, factOf(detail.audits, auditId));
  const audit = pinned.fact;
  const form = useFactForm<{ reason: string }>({
    slug,
    recorded: { reason: '' },
    labels: { reason: t('shell.form.reason') },
    check: ({ reason }) => (isReasonGiven(reason) ? {} : { reason: t('shell.form.reasonMissing') }),
    save: ({ reason }) => api.send('audit.decide', { params: { id: auditId }, body: { state, reason, revision: audit.revision } }),
    onDone: onClose,
  });
  return (
    <FactForm
      title={t(`cluster.form.audit.decideTitles.${state}`)}
      submitLabel={t(`cluster.form.audit.decideSave.${state}`)}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={[
        {
          label: t('cluster.form.audit.state'),
          before: t(`cluster.audits.states.${audit.state}`),
          after: t(`cluster.audits.states.${state}`),
        },
      ]}
      consequence={t(`cluster.form.audit.consequences.${state}`)}
    >
      <p>
        <b>{format.longDate(audit.firstDayOn)}</b>
        <br />
        {t(`cluster.audits.mode.${audit.mode}`)}
        {audit.place && `, ${audit.place}`}
      </p>
    </FactForm>
  );
}
