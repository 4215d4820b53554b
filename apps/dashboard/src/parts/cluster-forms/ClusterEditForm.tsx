import type { ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { Choice, TextLine } from './fact-fields.js';
import { orNull } from './field-text.js';
import type { ClusterFormProps } from './form-props.js';
import { useFactForm } from './use-fact-form.js';
import { usePinnedFact } from './use-pinned.js';

const texts = ['cvrNumber', 'journalNumber', 'funder', 'website', 'city'] as const;
type Values = Record<(typeof texts)[number] | 'responsibleOfficerId' | 'reason', string>;

/** Number, journal, funder, website, town, and who is responsible. */
export function ClusterEditForm({ detail, onClose }: ClusterFormProps) {
  const { t } = useTranslation();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, detail);
  const before = valuesOf(pinned.fact);
  const labels = useLabels();
  const form = useFactForm<Values>({
    slug,
    recorded: before,
    labels,
    check: ({ cvrNumber, reason }) => ({
      ...(!/^(\d{8})?$/.test(cvrNumber.trim()) && { cvrNumber: t('cluster.form.edit.cvrWrong') }),
      ...(!isReasonGiven(reason) && { reason: t('shell.form.reasonMissing') }),
    }),
    save: (values) =>
      api.send('cluster.edit', {
        params: { slug },
        body: {
          cvrNumber: orNull(values.cvrNumber),
          journalNumber: orNull(values.journalNumber),
          funder: orNull(values.funder),
          website: orNull(values.website),
          city: orNull(values.city),
          responsibleOfficerId: orNull(values.responsibleOfficerId),
          reason: values.reason,
          revision: pinned.fact.revision,
        },
      }),
    onDone: onClose,
  });
  const nameOf = (id: string) => detail.officers.find((officer) => officer.id === id)?.name ?? null;
  const changes = [
    ...texts.map((name) => ({ label: labels[name], before: orNull(before[name]), after: orNull(form.values[name]) })),
    { label: labels.responsibleOfficerId, before: nameOf(before.responsibleOfficerId), after: nameOf(form.values.responsibleOfficerId) },
  ];
  const officers = detail.officers.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FactForm
      title={t('cluster.form.edit.title')}
      submitLabel={t('cluster.form.edit.save')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={changes}
    >
      <TextLine form={form} name="cvrNumber" label={labels.cvrNumber} help={t('cluster.form.edit.cvrHelp')} />
      {texts.slice(1).map((name) => (
        <TextLine key={name} form={form} name={name} label={labels[name]} />
      ))}
      <Choice
        form={form}
        name="responsibleOfficerId"
        label={labels.responsibleOfficerId}
        help={t('cluster.form.edit.officerHelp')}
        options={[{ value: '', label: t('cluster.form.edit.nobody') }, ...officers]}
      />
    </FactForm>
  );
}

function useLabels(): Record<keyof Values, string> {
  const { t } = useTranslation();
  return {
    cvrNumber: t('cluster.facts.cvr'),
    journalNumber: t('cluster.facts.journal'),
    funder: t('cluster.facts.funder'),
    website: t('cluster.facts.website'),
    city: t('cluster.facts.city'),
    responsibleOfficerId: t('cluster.facts.officer'),
    reason: t('shell.form.reason'),
  };
}

function valuesOf(detail: ClusterDetail): Values {
  const { cvrNumber, journalNumber, funder, website, city, row } = detail;
  return {
    cvrNumber: cvrNumber ?? '',
    journalNumber: journalNumber ?? '',
    funder: funder ?? '',
    website: website ?? '',
    city: city ?? '',
    responsibleOfficerId: row.officer?.id ?? '',
    reason: '',
  };
}
