import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import { useFactForm } from './use-fact-form.js';
import { usePinnedFact } from './use-pinned.js';

/** Approves a waiver that somebody else wrote. */
export function WaiverApprovalForm({ detail, onClose, waiverId }: ClusterFormProps & { waiverId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, factOf(detail.waivers, waiverId));
  const { startsOn, endsOn, text, revision } = pinned.fact;
  const form = useFactForm<{ reason: string }>({
    slug,
    recorded: { reason: '' },
    labels: { reason: t('shell.form.reason') },
    check: ({ reason }) => (isReasonGiven(reason) ? {} : { reason: t('shell.form.reasonMissing') }),
    save: ({ reason }) => api.send('waiver.approve', { params: { id: waiverId }, body: { reason, revision } }),
    onDone: onClose,
  });
  return (
    <FactForm
      title={t('cluster.form.waiver.approveTitle')}
      submitLabel={t('cluster.form.waiver.approveSave')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={[{ label: t('cluster.form.waiver.state'), before: t('cluster.form.waiver.before'), after: t('cluster.form.waiver.after') }]}
      consequence={t('cluster.form.waiver.approveConsequence', { from: format.longDate(startsOn), to: format.longDate(endsOn) })}
    >
      <p>{text}</p>
    </FactForm>
  );
}
