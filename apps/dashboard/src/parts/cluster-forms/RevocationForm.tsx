import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { parseTypedDate } from '../../typed-date.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { TypedDay } from './fact-fields.js';
import { dayIn, dayText } from './field-text.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import { useFactForm } from './use-fact-form.js';
import { usePinnedFact } from './use-pinned.js';

type Values = { revokedOn: string; reason: string };

/** From a day on the label is not valid. */
export function RevocationForm({ detail, onClose, awardId }: ClusterFormProps & { awardId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, factOf(detail.awards, awardId));
  const form = useFactForm<Values>({
    slug,
    recorded: { revokedOn: dayText(detail.today), reason: '' },
    labels: { revokedOn: t('cluster.form.revoke.on'), reason: t('shell.form.reason') },
    check: ({ revokedOn, reason }) => ({
      ...(parseTypedDate(revokedOn) === null && { revokedOn: t('cluster.form.wrongDate') }),
      ...(!isReasonGiven(reason) && { reason: t('shell.form.reasonMissing') }),
    }),
    save: ({ revokedOn, reason }) =>
      api.send('award.revoke', { params: { id: awardId }, body: { revokedOn: dayIn(revokedOn), reason, revision: pinned.fact.revision } }),
    onDone: onClose,
  });
  const on = parseTypedDate(form.values.revokedOn);
  const before = t(`cluster.awards.states.${pinned.fact.state}`, { date: pinned.fact.revokedOn ? format.date(pinned.fact.revokedOn) : '' });
  return (
    <FactForm
      title={t('cluster.form.revoke.title')}
      submitLabel={t('cluster.form.revoke.save')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={[{ label: t('cluster.form.revoke.state'), before, after: on && t('cluster.form.revoke.after', { date: format.date(on) }) }]}
      consequence={t('cluster.form.revoke.consequence')}
    >
      <TypedDay form={form} name="revokedOn" label={t('cluster.form.revoke.on')} help={t('cluster.form.revoke.onHelp')} required />
    </FactForm>
  );
}
