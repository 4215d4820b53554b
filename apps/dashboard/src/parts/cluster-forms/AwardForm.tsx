import type { AwardView, BodyInputOf } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { isReasonGiven } from '../form-fields.js';
import { AwardFields } from './AwardFields.js';
import { FactForm } from './FactForm.js';
import { orNull } from './field-text.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import type { AwardValues } from './award-values.js';
import { parseTypedPartial, typedPartial } from './typed-partial.js';
import { type FactFormState, type FieldMistakes, useFactForm } from './use-fact-form.js';
import { usePinnedFact } from './use-pinned.js';

type Props = ClusterFormProps & { awardId: string | null; withProposal?: boolean };

/** Records an award, or corrects one. */
export function AwardForm({ awardId, ...props }: Props) {
  return awardId === null ? <NewAward {...props} /> : <CorrectedAward {...props} awardId={awardId} />;
}

function NewAward({ detail, onClose }: ClusterFormProps) {
  const { t } = useTranslation();
  const { slug, requiredLevel } = detail.row;
  const form = useAwardForm({
    slug,
    recorded: { ...emptyAward, level: requiredLevel ?? 'gold' },
    save: (values) => api.send('award.record', { params: { slug }, body: bodyOf(values) }),
    onDone: onClose,
  });
  return (
    <FactForm
      title={t('cluster.form.award.title')}
      submitLabel={t('cluster.form.award.save')}
      form={form}
      onClose={onClose}
      changes={useAwardChanges(null, form)}
      consequence={t('cluster.form.award.consequence')}
    >
      <AwardFields slug={slug} form={form} />
    </FactForm>
  );
}

function CorrectedAward({ detail, onClose, awardId, withProposal = false }: Props & { awardId: string }) {
  const { t } = useTranslation();
  const { slug } = detail.row;
  const present = factOf(detail.awards, awardId);
  const pinned = usePinnedFact(slug, present);
  const { proposal } = present;
  const typed = withProposal && proposal ? proposedValues(proposal) : {};
  const form = useAwardForm({
    slug,
    recorded: valuesOf(pinned.fact),
    typed,
    save: (values) => api.send('award.correct', { params: { id: awardId }, body: { ...bodyOf(values), revision: pinned.fact.revision } }),
    onDone: onClose,
  });
  return (
    <FactForm
      title={t('cluster.form.award.correctTitle')}
      submitLabel={t('cluster.form.award.correctSave')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={useAwardChanges(pinned.fact, form)}
      consequence={form.isDirty ? t('cluster.form.award.windowOpen') : null}
    >
      <AwardFields slug={slug} form={form} />
    </FactForm>
  );
}

interface AwardFormOptions {
  slug: string;
  recorded: AwardValues;
  typed?: Partial<AwardValues>;
  save(values: AwardValues): Promise<unknown>;
  onDone(): void;
}

function useAwardForm(options: AwardFormOptions): FactFormState<AwardValues> {
  const { t } = useTranslation();
  const labels: Record<keyof AwardValues, string> = {
    level: t('cluster.form.level'),
    kind: t('cluster.form.award.kind'),
    assessedOn: t('cluster.form.award.assessedOn'),
    approvedOn: t('cluster.form.award.approvedOn'),
    validFrom: t('cluster.form.award.validFrom'),
    validUntil: t('cluster.form.award.validUntil'),
    validUntilBasis: t('cluster.form.award.basis'),
    score: t('cluster.form.award.score'),
    source: t('cluster.form.source'),
    confidence: t('cluster.form.confidence'),
    note: t('cluster.form.note'),
    reason: t('shell.form.reason'),
  };
  const check = (values: AwardValues): FieldMistakes<AwardValues> => {
    const mistakes: FieldMistakes<AwardValues> = {};
    for (const name of ['assessedOn', 'approvedOn', 'validFrom', 'validUntil'] as const) {
      if (values[name].trim() && parseTypedPartial(values[name]) === null) mistakes[name] = t('cluster.form.wrongPartial');
    }
    const from = parseTypedPartial(values.validFrom);
    const until = parseTypedPartial(values.validUntil);
    if (from && until && until < from) mistakes.validUntil = t('cluster.form.order', { date: values.validFrom });
    if (!isReasonGiven(values.reason)) mistakes.reason = t('shell.form.reasonMissing');
    return mistakes;
  };
  return useFactForm<AwardValues>({ ...options, labels, check });
}

function useAwardChanges(before: AwardView | null, { values }: FactFormState<AwardValues>) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = (recorded: string | null) => (recorded === null ? null : format.date(recorded));
  const typedDay = (text: string) => day(parseTypedPartial(text));
  return [
    { label: t('cluster.form.level'), before: before && t(`terms.level.${before.level}`), after: t(`terms.level.${values.level}`) },
    { label: t('cluster.form.award.kind'), before: before && t(`terms.kind.${before.kind}`), after: t(`terms.kind.${values.kind}`) },
    ...(['assessedOn', 'approvedOn', 'validFrom', 'validUntil'] as const).map((name) => ({
      label: t(`cluster.form.award.${name}`),
      before: day(before?.[name] ?? null),
      after: typedDay(values[name]),
    })),
    {
      label: t('cluster.form.confidence'),
      before: before && t(`terms.confidence.${before.confidence}`),
      after: t(`terms.confidence.${values.confidence}`),
    },
    { label: t('cluster.form.source'), before: before?.source ?? null, after: orNull(values.source) },
    { label: t('cluster.form.note'), before: before?.note ?? null, after: orNull(values.note) },
  ];
}

const emptyAward: AwardValues = {
  level: 'gold',
  kind: 'first',
  assessedOn: '',
  approvedOn: '',
  validFrom: '',
  validUntil: '',
  validUntilBasis: 'not-known',
  score: '',
  source: '',
  confidence: 'sourced',
  note: '',
  reason: '',
};

function valuesOf(award: AwardView): AwardValues {
  const { level, kind, validUntilBasis, confidence } = award;
  return {
    level,
    kind,
    validUntilBasis,
    confidence,
    assessedOn: typedPartial(award.assessedOn),
    approvedOn: typedPartial(award.approvedOn),
    validFrom: typedPartial(award.validFrom),
    validUntil: typedPartial(award.validUntil),
    score: award.score ?? '',
    source: award.source ?? '',
    note: award.note ?? '',
    reason: '',
  };
}

function proposedValues({ validFrom, validUntil }: NonNullable<AwardView['proposal']>): Partial<AwardValues> {
  return { validFrom: typedPartial(validFrom), validUntil: typedPartial(validUntil), validUntilBasis: 'accepted-proposal' };
}

function bodyOf(values: AwardValues): BodyInputOf<'award.record'> {
  return {
    level: values.level,
    kind: values.kind,
    assessedOn: parseTypedPartial(values.assessedOn),
    approvedOn: parseTypedPartial(values.approvedOn),
    validFrom: parseTypedPartial(values.validFrom),
    validUntil: parseTypedPartial(values.validUntil),
    validUntilBasis: values.validUntilBasis,
    score: orNull(values.score),
    source: orNull(values.source),
    confidence: values.confidence,
    note: orNull(values.note),
    reason: values.reason,
  };
}
