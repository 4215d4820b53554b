import type { AwardView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { parseTypedDate } from '../../typed-date.js';
import { OldAndNew } from '../form-fields.js';
import { SideDrawerForm } from '../SideDrawerForm.js';
import { useAwardName } from '../use-award-name.js';
import { Choice, TextBlock, TypedDay } from './fact-fields.js';
import { dayOrNull, isWrongDay } from './field-text.js';
import type { ClusterFormProps } from './form-props.js';
import { useFactForm } from './use-fact-form.js';
import { useLevelOptions } from './use-options.js';

type Values = { awardId: string; proposedLevel: string; proposedValidUntil: string; text: string };

/** "Er dette rigtigt?" answered with no: what the cluster thinks is wrong. Nothing changes until an officer decides. */
export function CorrectionForm({ detail, onClose }: ClusterFormProps) {
  const { t } = useTranslation();
  const { slug } = detail.row;
  const nameOf = useAwardName();
  const levels = useLevelOptions();
  const form = useFactForm<Values>({
    slug,
    recorded: { awardId: detail.awards[0]?.id ?? '', proposedLevel: '', proposedValidUntil: '', text: '' },
    labels: {
      awardId: t('cluster.form.correction.aboutAward'),
      proposedLevel: t('cluster.form.correction.level'),
      proposedValidUntil: t('cluster.form.correction.validUntil'),
      text: t('cluster.form.correction.text'),
    },
    check: ({ proposedValidUntil, text }) => ({
      ...(isWrongDay(proposedValidUntil) && { proposedValidUntil: t('cluster.form.wrongDate') }),
      ...(text.trim().length < 3 && { text: t('cluster.form.correction.textMissing') }),
    }),
    save: ({ awardId, proposedLevel, proposedValidUntil, text }) =>
      api.send('correction.propose', {
        params: { slug },
        body: {
          awardId: awardId || null,
          proposedLevel: proposedLevel === '' ? null : (proposedLevel as AwardView['level']),
          proposedValidUntil: dayOrNull(proposedValidUntil),
          text,
        },
      }),
    onDone: onClose,
  });
  const award = detail.awards.find(({ id }) => id === form.values.awardId) ?? null;
  const awards = [
    ...detail.awards.map((one) => ({ value: one.id, label: nameOf(one) })),
    { value: '', label: t('cluster.form.correction.newAward') },
  ];
  return (
    <SideDrawerForm
      title={t('cluster.form.correction.title')}
      opened
      onClose={onClose}
      onSubmit={form.submit}
      submitLabel={t('cluster.form.correction.save')}
      isSaving={form.isSaving}
      isDirty={form.isDirty}
      errors={form.errors}
      problem={form.problem}
    >
      <Choice form={form} name="awardId" label={t('cluster.form.correction.aboutAward')} options={awards} />
      <Choice
        form={form}
        name="proposedLevel"
        label={t('cluster.form.correction.level')}
        options={[{ value: '', label: t('cluster.form.correction.same') }, ...levels]}
      />
      <TypedDay
        form={form}
        name="proposedValidUntil"
        label={t('cluster.form.correction.validUntil')}
        help={t('cluster.form.correction.validUntilHelp')}
      />
      <TextBlock form={form} name="text" label={t('cluster.form.correction.text')} required />
      <Proposed values={form.values} award={award} />
    </SideDrawerForm>
  );
}

function Proposed({ values, award }: { values: Values; award: AwardView | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = parseTypedDate(values.proposedValidUntil);
  const level = values.proposedLevel as AwardView['level'] | '';
  const lines = [
    ...(level
      ? [{ label: t('cluster.corrections.level'), before: award && t(`terms.level.${award.level}`), after: t(`terms.level.${level}`) }]
      : []),
    ...(day
      ? [
          {
            label: t('cluster.corrections.validUntil'),
            before: award?.validUntil ? format.date(award.validUntil) : null,
            after: format.date(day),
          },
        ]
      : []),
  ];
  return <OldAndNew values={lines} consequence={t('cluster.form.correction.consequence')} />;
}
