import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { parseTypedDate } from '../../typed-date.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { Choice, TextBlock, TypedDay } from './fact-fields.js';
import { dayIn, orNull } from './field-text.js';
import type { ClusterFormProps } from './form-props.js';
import { type FieldMistakes, useFactForm } from './use-fact-form.js';
import { likelyProgramme, programmeOptions } from './use-options.js';

type Values = { programme: string; startsOn: string; endsOn: string; text: string; reason: string };

/** A period in which the duty does not apply. It counts once another officer has approved it. */
export function WaiverForm({ detail, onClose }: ClusterFormProps) {
  const { t } = useTranslation();
  const { slug } = detail.row;
  const form = useFactForm<Values>({
    slug,
    recorded: { programme: likelyProgramme(detail), startsOn: '', endsOn: '', text: '', reason: '' },
    labels: {
      programme: t('cluster.form.programme'),
      startsOn: t('cluster.form.waiver.startsOn'),
      endsOn: t('cluster.form.waiver.endsOn'),
      text: t('cluster.form.waiver.text'),
      reason: t('shell.form.reason'),
    },
    check: (values) => {
      const mistakes: FieldMistakes<Values> = {};
      const [startsOn, endsOn] = [parseTypedDate(values.startsOn), parseTypedDate(values.endsOn)];
      if (startsOn === null) mistakes.startsOn = t('cluster.form.wrongDate');
      if (endsOn === null) mistakes.endsOn = t('cluster.form.wrongDate');
      if (startsOn && endsOn && endsOn < startsOn) mistakes.endsOn = t('cluster.form.order', { date: values.startsOn });
      if (orNull(values.text) === null) mistakes.text = t('cluster.form.missing');
      if (!isReasonGiven(values.reason)) mistakes.reason = t('shell.form.reasonMissing');
      return mistakes;
    },
    save: ({ programme, startsOn, endsOn, text, reason }) =>
      api.send('waiver.record', { params: { slug }, body: { programme, startsOn: dayIn(startsOn), endsOn: dayIn(endsOn), text, reason } }),
    onDone: onClose,
  });
  return (
    <FactForm
      title={t('cluster.form.waiver.title')}
      submitLabel={t('cluster.form.waiver.save')}
      form={form}
      onClose={onClose}
      consequence={t('cluster.form.waiver.consequence')}
    >
      <Choice form={form} name="programme" label={t('cluster.form.programme')} options={programmeOptions(detail)} />
      <TypedDay form={form} name="startsOn" label={t('cluster.form.waiver.startsOn')} required />
      <TypedDay form={form} name="endsOn" label={t('cluster.form.waiver.endsOn')} required />
      <TextBlock form={form} name="text" label={t('cluster.form.waiver.text')} required />
    </FactForm>
  );
}
